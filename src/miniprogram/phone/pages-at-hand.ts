/** In WeChat every page is on the phone already; in a browser pages-at-hand.h5.ts fetches them. */
export {}
