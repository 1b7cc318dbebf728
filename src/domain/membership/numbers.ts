import type { NumberKind } from './words'

/** Full-width letters, spaces, hyphens and what cannot be seen make no difference. */
export const plainText = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase()

const CARD = /^[A-Z0-9]{4,32}$/
/** Mainland mobile numbers; the country's prefix may stand before them. */
const PHONE = /^(?:\+86|0086|86)?(1[3-9]\d{9})$/
const IDENTITY = /^\d{6}((?:19|20)\d\d)(\d\d)(\d\d)\d{3}[\dX]$/

/** ISO 7064 MOD 11-2 over eighteen characters, as GB 11643-1999 has it: the weights are 2^17 … 2^0 modulo 11. */
function hasItsCheckDigit(identity: string): boolean {
  const sum = [...identity].reduce((total, letter) => (total * 2 + (letter === 'X' ? 10 : Number(letter))) % 11, 0)
  return sum === 1
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function identityIn(text: string): string | undefined {
  const [, year, month, day] = IDENTITY.exec(text) ?? []
  return isDay(Number(year), Number(month), Number(day)) && hasItsCheckDigit(text) ? text : undefined
}

const readers: Record<NumberKind, (text: string) => string | undefined> = {
  card: (text) => (CARD.test(text) ? text : undefined),
  identity: identityIn,
  phone: (text) => PHONE.exec(text)?.[1],
}

/** The number in its one form, so that it can be compared; undefined when it cannot be such a number. */
export const readNumber = (kind: NumberKind, text: string): string | undefined => readers[kind](plainText(text))
