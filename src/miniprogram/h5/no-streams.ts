/** Stands where hls.js would: no stream is ever played here. */
export default { isSupported: () => false }
