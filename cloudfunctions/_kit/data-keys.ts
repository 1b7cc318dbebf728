import { randomBytes } from 'node:crypto'
import { nanoid } from 'nanoid'
import * as z from 'zod'
import { done, type Result } from '../../src/domain/result'
import { Busy, type Database, type Documents, type Refs, type Settled, type Writes } from './database'
import { type AnyDeclaration, declare, type Stored } from './declaration'
import { AccountGoing, erasuresStore, isAccountGoing } from './erasures'
import type { Keys } from './keys'

/** `id` is a keyed hash of whose it is and for what kind; `keyId` is random, and all that is left of it once it is destroyed. */
export type StoredDataKey = { id: string; keyId: string; wrapped: string; wrappedBy: string }

/**
 * One data key for each person and kind of document, also where a kind has no sealed field: a document whose key is gone was
 * destroyed, so a restored backup drops it. Dumped apart from the data.
 */
export const dataKeysStore = declare<StoredDataKey>({
  name: 'dataKeys',
  title: '数据密钥',
  about: '每个人每一类资料的密钥，用主密钥加密后存放；销毁资料时先销毁它',
  schema: z.strictObject({ id: z.string(), keyId: z.string(), wrapped: z.string(), wrappedBy: z.string() }),
  indexes: { byWrapping: ['wrappedBy'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '资料销毁时一同销毁，备份里最多再留 7 天' },
})

type Around = { database: Database; keys: Keys }
export type DataKey = { keyId: string; bytes: Buffer }

export const dataKeyId = (declaration: AnyDeclaration, ownerId: string, keys: Keys) =>
  keys.hash('data-key', `${declaration.keyedWith ?? declaration.name}\n${ownerId}`)

/** Whose key a document is sealed with: its owner's, or that of the conversation it belongs to. Throws where it is nobody's. */
export function keyOwnerOf({ name, owner, keyedBy }: AnyDeclaration, document: Stored): string {
  if (owner.kind === 'union') throw new Error(`${name}: belongs to nobody, so nothing in it can be sealed`)
  return String((document as unknown as Record<string, unknown>)[keyedBy ?? owner.field])
}

/** Where a key waits to be destroyed while what it sealed, and is to stay, is sealed anew. */
export const leavingKeyId = (declaration: AnyDeclaration, ownerId: string, keys: Keys) =>
  dataKeyId(declaration, `${ownerId}\nleaving`, keys)

export const newDataKey = (): DataKey => ({ keyId: nanoid(), bytes: randomBytes(32) })

const opened = ({ keyId, wrapped, wrappedBy }: StoredDataKey, keys: Keys): DataKey => ({
  keyId,
  bytes: keys.unwrap(keyId, wrapped, wrappedBy),
})

/** undefined when nothing of this kind was ever stored for them, or it was destroyed. */
export async function findDataKey(declaration: AnyDeclaration, ownerId: string, { database, keys }: Around) {
  const stored = await database.open(dataKeysStore).get(dataKeyId(declaration, ownerId, keys))
  return stored && opened(stored, keys)
}

/** All that anything of this kind of theirs may be sealed with: today's first, then one that is being destroyed. */
export async function findDataKeys(declaration: AnyDeclaration, ownerId: string, { database, keys }: Around) {
  const ids = [dataKeyId(declaration, ownerId, keys), leavingKeyId(declaration, ownerId, keys)]
  return (await database.open(dataKeysStore).getMany(ids)).map((stored) => opened(stored, keys))
}

async function dataKeyFor(
  declaration: AnyDeclaration,
  ownerId: string,
  personId: string,
  around: Around,
): Promise<DataKey> {
  const found = await findDataKey(declaration, ownerId, around)
  if (found) return found
  const fresh = newDataKey()
  const id = dataKeyId(declaration, ownerId, around.keys)
  const stored = { id, keyId: fresh.keyId, ...around.keys.wrap(fresh.keyId, fresh.bytes) }
  if ((await around.database.open(dataKeysStore).insert(stored)) === 'inserted') {
    await refuseIfGoing(declaration, personId, stored, around)
    return fresh
  }
  const theirs = await findDataKey(declaration, ownerId, around)
  if (!theirs) throw new Busy('the key went as it came')
  return theirs
}

/**
 * A request can be let in before an account is destroyed and come here after it. Only where there is no key yet can that be:
 * a key that was there goes with the account, which `keepFor` sees. Looked at once the new key is there, so that either this
 * sees the destruction or the destruction sees the key.
 */
async function refuseIfGoing(
  { name, owner }: AnyDeclaration,
  personId: string,
  { id, keyId }: StoredDataKey,
  { database }: Around,
) {
  if (owner.kind !== 'person' || name === erasuresStore.name || !(await isAccountGoing(personId, database))) return
  await database
    .open(dataKeysStore)
    .change(id, (current) => done(current?.keyId === keyId ? { write: null, reply: true } : { reply: true }))
  throw new AccountGoing('the account is being destroyed')
}

/**
 * The only way to store something of a person's. The key is looked at again after `write`: what was written beside a
 * destruction that took the key away is taken back by `undo`, and the person asked to try again. `ownerId` is whose key it is;
 * `personId` is given beside it where that is a conversation.
 */
export async function keepFor<R>(
  declaration: AnyDeclaration,
  ownerId: string,
  around: Around,
  write: (key: DataKey) => Promise<R>,
  undo: () => Promise<unknown>,
  personId = ownerId,
): Promise<R> {
  const key = await dataKeyFor(declaration, ownerId, personId, around)
  const written = await write(key)
  const still = await around.database.open(dataKeysStore).get(dataKeyId(declaration, ownerId, around.keys))
  if (still?.keyId === key.keyId) return written
  await undo()
  throw new Busy('destroyed meanwhile')
}

/**
 * As `keepFor`, for what is written together and has a key already. The key is one of the documents and is written as it
 * stands, so that this and its destruction cannot both succeed. `key` throws `Busy` where it is gone. At most 4 `refs`.
 */
export async function keepTogether<R extends Refs, Asked extends Result<{ write: Writes<R>; reply: unknown }, string>>(
  declaration: AnyDeclaration,
  ownerId: string,
  { database, keys }: Around,
  refs: R,
  rule: (documents: Documents<R>, key: () => DataKey) => Asked,
): Promise<Settled<Asked>> {
  const dataKey = database.open(dataKeysStore).at(dataKeyId(declaration, ownerId, keys))
  const all: Refs = { ...refs, dataKey }
  const kept = await database.together(all, (documents) => {
    const stored = documents.dataKey as StoredDataKey | undefined
    let used = false
    const key = () => {
      if (!stored) throw new Busy('destroyed meanwhile')
      used = true
      return opened(stored, keys)
    }
    const asked: Result<{ write: Writes<Refs>; reply: unknown }, string> = rule(documents as Documents<R>, key)
    if (!asked.ok || !used) return asked
    return done({ ...asked.data, write: { ...asked.data.write, dataKey: stored } })
  })
  return kept as Settled<Asked>
}
