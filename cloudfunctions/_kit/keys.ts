import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import * as z from 'zod'

const Key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32)

/** `XINYI_KEYS`: JSON. `wrapping` keys wrap data keys, `active` is the newest; `index` makes keyed hashes and never rotates. 32 bytes each, base64. */
const KeyRing = z.strictObject({ active: z.string().min(1), wrapping: z.record(z.string(), Key), index: Key })

export type Keys = {
  /** A keyed hash, the same for the same words; without the key nobody can try them out. `purpose` keeps uses apart. */
  hash(purpose: string, text: string): string
  /** Of the newest wrapping key. */
  active: string
  /** Wraps a data key with the newest wrapping key. `id` is bound in: a wrapped key put under another id does not open. */
  wrap(id: string, dataKey: Buffer): { wrapped: string; wrappedBy: string }
  /** Throws when the wrapping key is not in the ring, or the wrapped key was tampered with. */
  unwrap(id: string, wrapped: string, wrappedBy: string): Buffer
  has(wrappingKeyId: string): boolean
}

/** Throws when the ring is missing or malformed: without keys nothing may start. */
export function readKeys(json: string | undefined): Keys {
  if (!json) throw new Error('XINYI_KEYS is not set: refusing to start without keys')
  const ring = KeyRing.safeParse(parse(json))
  if (!ring.success || !Object.hasOwn(ring.data.wrapping, ring.data.active))
    throw new Error('XINYI_KEYS is malformed: refusing to start')
  const { active, wrapping } = ring.data
  const index = Buffer.from(ring.data.index, 'base64')
  const wrappingKey = (id: string) => {
    const key = Object.hasOwn(wrapping, id) ? wrapping[id] : undefined
    if (!key) throw new Error(`the wrapping key ${id} is not in XINYI_KEYS`)
    return Buffer.from(key, 'base64')
  }
  return {
    hash: (purpose, text) => createHmac('sha256', index).update(`${purpose}\n${text}`).digest('base64url'),
    active,
    wrap: (id, dataKey) => ({ wrapped: encrypt(wrappingKey(active), dataKey, `data-key|${id}`), wrappedBy: active }),
    unwrap: (id, wrapped, wrappedBy) => decrypt(wrappingKey(wrappedBy), wrapped, `data-key|${id}`),
    has: (id) => Object.hasOwn(wrapping, id),
  }
}

/** NIST SP 800-38D §5.2.1.1: a 96-bit IV; §8.2.2: random IVs are safe for 2^32 messages a key, and a data key seals far fewer. */
const IV_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM as base64url of iv, ciphertext and tag. `bound` must be the same when it is opened. */
export function encrypt(key: Buffer, plain: Buffer, bound: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound))
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** Throws when the key, what it is bound to, or a single bit is not the same. */
export function decrypt(key: Buffer, sealed: string, bound: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new Error('sealed text is too short')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(bound)).setAuthTag(bytes.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
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
