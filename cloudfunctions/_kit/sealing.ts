import * as z from 'zod'
import { type DataKey, findDataKeys, keyOwnerOf } from './data-keys'
import { Busy, type Database } from './database'
import type { Declaration, Stored } from './declaration'
import { decrypt, encrypt, type Keys } from './keys'
import { isSealedAway } from './sealed-away'

declare const sealed: unique symbol
/** Encrypted text. Nothing outside `_kit` turns it back: one's own by `openOwn`, somebody else's by `reveal` alone. */
export type SealedText = string & { readonly [sealed]: true }

const ENVELOPE = /^x1\.[A-Za-z0-9_-]{10,40}\.[A-Za-z0-9_-]{38,}$/

export const SealedText = z
  .string()
  .regex(ENVELOPE)
  .transform((text) => text as SealedText) as unknown as z.ZodType<SealedText>

/** A document with its sealed fields readable. */
export type Opened<T> = {
  [K in keyof T]: [T[K]] extends [SealedText] ? string : [T[K]] extends [SealedText | null] ? string | null : T[K]
}

/** The data key that an envelope was sealed with. */
export const keyIdOf = (envelope: string) => envelope.split('.')[1] ?? ''

const boundTo = (collection: string, id: string, field: string) => `${collection}|${id}|${field}`

/** Seals what the declaration says is sealed; the rest stays as it is. */
export function seal<T extends Stored>(declaration: Declaration<T>, document: Opened<T>, key: DataKey): T {
  const fields: Record<string, unknown> = { ...document }
  for (const field of declaration.sealed) {
    const plain = fields[field]
    if (plain === null) continue
    const bound = boundTo(declaration.name, (document as unknown as Stored).id, field)
    fields[field] = `x1.${key.keyId}.${encrypt(key.bytes, Buffer.from(String(plain)), bound)}`
  }
  return fields as T
}

/** For `_kit` only. Throws when a field was sealed with another key, for another document, or was tampered with. */
export function unseal<T extends Stored>(declaration: Declaration<T>, document: T, key: DataKey): Opened<T> {
  const fields: Record<string, unknown> = { ...document }
  for (const field of declaration.sealed) {
    const envelope = fields[field]
    if (envelope === null) continue
    const [, keyId, text] = String(envelope).split('.')
    if (keyId !== key.keyId || text === undefined)
      throw new Error(`${declaration.name}: ${field} was sealed with a key that is gone`)
    fields[field] = decrypt(key.bytes, text, boundTo(declaration.name, document.id, field)).toString()
  }
  return fields as Opened<T>
}

/** What it sealed was destroyed: the same question asked again finds nothing there. */
export class KeyGone extends Busy {}

/** Whether this key opens all that is sealed in the document. */
export const isSealedWith = <T extends Stored>(
  { sealed }: Declaration<T>,
  document: T,
  { keyId }: Pick<DataKey, 'keyId'>,
): boolean =>
  sealed
    .map((field) => (document as Record<string, unknown>)[field] ?? null)
    .every((envelope) => envelope === null || keyIdOf(String(envelope)) === keyId)

/** For `_kit` only: with the key of whoever owns the document. */
export async function unsealFor<T extends Stored>(
  declaration: Declaration<T>,
  document: T,
  around: { database: Database; keys: Keys },
): Promise<Opened<T>> {
  const ownerId = keyOwnerOf(declaration, document)
  if (isSealedAway(ownerId)) throw new Error(`${declaration.name}: was destroyed, and the law alone keeps it`)
  const found = await findDataKeys(declaration, ownerId, around)
  const key = found.find((each) => isSealedWith(declaration, document, each))
  if (!key) throw new KeyGone(`${declaration.name}: the key is gone`)
  return unseal(declaration, document, key)
}

/** The same for the same value, so that sealed things can be found by equality. */
export const blindIndex = (keys: Keys, collection: string, field: string, value: string) =>
  keys.hash('blind', `${collection}\n${field}\n${value}`)
