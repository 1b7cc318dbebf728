import { dataKeyId, dataKeysStore, keyOwnerOf, type StoredDataKey } from '../../../cloudfunctions/_kit/data-keys'
import type { AnyDeclaration } from '../../../cloudfunctions/_kit/declaration'
import { decrypt, encrypt, type Keys } from '../../../cloudfunctions/_kit/keys'
import { tableOf } from '../postgres/columns'
import type { Query } from '../postgres/sql'

export type Row = { id: string } & Record<string, unknown>

/** Whose documents count as destroyed once their data key is gone. */
export const hasDataKeys = ({ owner, sealed }: AnyDeclaration) => owner.kind === 'person' || sealed.length > 0

export function dataKeyIdOf(declaration: AnyDeclaration, row: Row, keys: Keys): string {
  return dataKeyId(declaration, keyOwnerOf(declaration, row), keys)
}

/** Those of these keys that are there, opened. */
export async function dataKeysAmong(ids: readonly string[], query: Query, keys: Keys): Promise<Map<string, Buffer>> {
  const found = await query(`select doc from ${tableOf(dataKeysStore)} where id = any($1::text[])`, [[...new Set(ids)]])
  const stored = found.map(({ doc }) => doc as StoredDataKey)
  return new Map(stored.map(({ id, keyId, wrapped, wrappedBy }) => [id, keys.unwrap(keyId, wrapped, wrappedBy)]))
}

const boundTo = (stamp: string, name: string) => `backup|${stamp}|${name}`

/** In a dump everything of a person's is closed with their data key, so that it goes with the key and not with the dump. */
export const close = (declaration: AnyDeclaration, row: Row, key: Buffer, stamp: string) =>
  encrypt(key, Buffer.from(JSON.stringify(row)), boundTo(stamp, declaration.name))

/** Throws when it was closed with another key, for another dump or collection, or was tampered with. */
export const open = (declaration: AnyDeclaration, closed: string, key: Buffer, stamp: string) =>
  JSON.parse(decrypt(key, closed, boundTo(stamp, declaration.name)).toString()) as Row
