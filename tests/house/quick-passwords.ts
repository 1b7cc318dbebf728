import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Hundreds of sign-ins on the way to something else: each still hashes once, at a sixty-fourth of the cost. That the cost is
 * the real one is for `password.test.ts` to prove.
 */
const { scrypt } = crypto
type Options = { N: number }
const cheaper = (password: string, salt: Buffer, length: number, options: Options, done: () => void) =>
  scrypt(password, salt, length, { ...options, N: options.N / 64 }, done)

if (!('quick' in scrypt)) {
  crypto.scrypt = Object.assign(cheaper, { quick: true }) as unknown as typeof scrypt
  syncBuiltinESMExports()
}
