import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** RFC 6238 §4: steps of 30 seconds; RFC 4226 §4 R6: a secret of 160 bits is recommended. */
const STEP_SECONDS = 30
const SECRET_BYTES = 20
const DIGITS = 6
const ISSUER = '心驿'

/** RFC 4648 §6. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function toBase32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** Throws when it is no base32. Blanks, small letters and padding are how people copy it. */
export function fromBase32(text: string): Buffer {
  const letters = text.replace(/[\s=-]/g, '').toUpperCase()
  const bits = [...letters].map((letter) => {
    const value = BASE32.indexOf(letter)
    if (value < 0) throw new Error('not a base32 secret')
    return value.toString(2).padStart(5, '0')
  })
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

export const newTotpSecret = () => toBase32(randomBytes(SECRET_BYTES))

export const stepAt = (now: Date) => Math.floor(now.getTime() / 1000 / STEP_SECONDS)

/** RFC 4226 §5.3. */
export function codeOfStep(secret: string, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const number = mac.readUInt32BE(mac.readUInt8(mac.length - 1) & 0x0f) & 0x7fffffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** The steps whose code this is: the one before, this and the next, since clocks differ (RFC 6238 §5.2). */
export const stepsOf = (secret: string, code: string, now: Date): number[] =>
  [-1, 0, 1].map((drift) => stepAt(now) + drift).filter((step) => isSame(codeOfStep(secret, step), code))

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** What the authenticator app reads from the picture. */
export function totpUri(secret: string, login: string): string {
  const issuer = encodeURIComponent(ISSUER)
  const label = `${issuer}:${encodeURIComponent(login)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${issuer}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`
}
