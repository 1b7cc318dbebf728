/** Chosen here, so that a lost answer and a second try make one message. */
export const newMessageId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
