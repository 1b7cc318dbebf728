const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Made here, so that what is sent twice is one. `getRandomValues` is there without https, too. */
export const newHotlineId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => LETTERS[byte % LETTERS.length]).join('')
