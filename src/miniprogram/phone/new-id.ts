const LENGTH = 24
const SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** Tells two requests apart and says nothing about a phone: asking again under the same id asks for the same thing. */
export const newId = () =>
  Array.from({ length: LENGTH }, () => SIGNS[Math.floor(Math.random() * SIGNS.length)]).join('')
