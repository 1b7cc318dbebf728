import { createHash, createHmac, randomBytes } from 'node:crypto'
import * as z from 'zod'

const Key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32)

/** `XINYI_KEYS`: JSON. `wrapping` keys wrap data keys, `active` is the newest; `index` makes keyed hashes and never rotates. 32 bytes each, base64. */
const KeyRing = z.strictObject({ active: z.string().min(1), wrapping: z.record(z.string(), Key), index: Key })

export type Keys = {
  /** A keyed hash, the same for the same words; without the key nobody can try them out. `purpose` keeps uses apart. */
  hash(purpose: string, text: string): string
}

/** Throws when the ring is missing or malformed: without keys nothing may start. */
export function readKeys(json: string | undefined): Keys {
  if (!json) throw new Error('XINYI_KEYS is not set: refusing to start without keys')
  const ring = KeyRing.safeParse(parse(json))
  if (!ring.success || !Object.hasOwn(ring.data.wrapping, ring.data.active))
    throw new Error('XINYI_KEYS is malformed: refusing to start')
  const index = Buffer.from(ring.data.index, 'base64')
  return { hash: (purpose, text) => createHmac('sha256', index).update(`${purpose}\n${text}`).digest('base64url') }
}

const parse = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** A fresh ring, for the embedded deployment's first start. */
export const generateKeys = () =>
  JSON.stringify({
    active: 'k1',
    wrapping: { k1: randomBytes(32).toString('base64') },
    index: randomBytes(32).toString('base64'),
  })

/** 256 random bits with a prefix that tells its kind; only its hash is ever stored. */
export const newSecret = (prefix: string) => `${prefix}${randomBytes(32).toString('base64url')}`

/** The id under which a secret is stored: a dump of the database holds nothing that opens a door. */
export const secretId = (secret: string) => createHash('sha256').update(secret).digest('hex')
