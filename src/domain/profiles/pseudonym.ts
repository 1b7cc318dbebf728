import { around, growing } from './pseudonym-words'

const NUMBERS = 1000

/** How many there can be: far more than people, so that a free one is found at once. */
export const MOST_PSEUDONYMS = growing.length * around.length * NUMBERS

/** Bytes that `pseudonymFrom` reads. */
export const PSEUDONYM_BYTES = 6

/** Such as 「青竹晨露482」: two words and three digits, easy to say on the telephone. */
export function pseudonymFrom(random: Uint8Array): string {
  if (random.length < PSEUDONYM_BYTES) throw new Error('too few random bytes for a pseudonym')
  const drawn = random.slice(0, PSEUDONYM_BYTES).reduce((sum, byte) => sum * 256 + byte, 0) % MOST_PSEUDONYMS
  const words = Math.floor(drawn / NUMBERS)
  const [first, second] = [growing[words % growing.length], around[Math.floor(words / growing.length)]]
  return `${first}${second}${String(drawn % NUMBERS).padStart(3, '0')}`
}
