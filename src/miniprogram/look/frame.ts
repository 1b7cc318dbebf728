/** In WeChat the frame around a page is WeChat's own; in a browser frame.h5.ts brings it. */
export {}
