/** WeChat draws its own tab bar; in a browser tab-bar.h5.tsx does. */
export const TabBar = () => null
