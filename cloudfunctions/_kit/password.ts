import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { gate } from './gate'

/** OWASP Password Storage Cheat Sheet: scrypt with N = 2^16, r = 8, p = 2 (64 MB). */
const COST = { N: 2 ** 16, r: 8, p: 2, maxmem: 160 * 1024 * 1024 }
const LENGTH = 32

/** Each takes 64 MB and one of the four threads that also read files: a crowd of guesses must not take them all. */
const oneOfTwo = gate(2, 30)

const derive = (password: string, salt: Buffer) =>
  oneOfTwo(
    () =>
      new Promise<Buffer>((resolve, reject) =>
        scrypt(password.normalize('NFKC'), salt, LENGTH, COST, (error, key) => (error ? reject(error) : resolve(key))),
      ),
  )

/** `scrypt$<salt>$<key>`, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  return `scrypt$${salt.toString('base64url')}$${(await derive(password, salt)).toString('base64url')}`
}

/** Verified when nobody has the login, so that the answer takes as long and says no more. */
const NOBODY = `scrypt$${Buffer.alloc(16, 7).toString('base64url')}$${Buffer.alloc(LENGTH).toString('base64url')}`

/** An empty or missing hash costs the same work and is never right. */
export async function isPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [scheme, salt, key] = (hash || NOBODY).split('$')
  if (scheme !== 'scrypt' || !salt || !key) throw new Error('a password hash of unknown shape')
  const derived = await derive(password, Buffer.from(salt, 'base64url'))
  return timingSafeEqual(derived, Buffer.from(key, 'base64url')) && Boolean(hash)
}
