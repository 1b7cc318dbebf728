const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Made here, so that a survey sent twice is one survey. `getRandomValues` is there without https, too. */
export const newSurveyId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => LETTERS[byte % LETTERS.length]).join('')
