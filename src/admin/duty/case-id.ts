/** Chosen here, so that a lost reply and a second try make one case. */
export const newCaseId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
