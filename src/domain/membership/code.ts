/** Crockford's base 32: no I, L, O or U, so that what is read aloud or copied by hand stays the same. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const HALF = 5

/** 32 divides 256: the low five bits of a random byte are an even choice. 50 bits in all. */
export const CODE_BYTES = 2 * HALF

/** An invitation code as it is shown: XXXXX-XXXXX. */
export function codeFrom(bytes: Uint8Array): string {
  if (bytes.length !== CODE_BYTES) throw new Error(`a code is made from ${CODE_BYTES} random bytes`)
  const letters = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join('')
  return `${letters.slice(0, HALF)}-${letters.slice(HALF)}`
}

/** The ten letters of a code that was typed, however it was spaced; undefined when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return letters.length === CODE_BYTES && [...letters].every((letter) => ALPHABET.includes(letter))
    ? letters
    : undefined
}
