import type { Files } from './files'

const nameOf = (keyId: string) => `destroyed-keys/${keyId}`

/** Written down before the key itself is removed; a restored backup is held against this list first. */
export async function noteDestroyed(keyIds: readonly string[], { files, now }: { files: Files; now: Date }) {
  for (const keyId of keyIds) await files.put(nameOf(keyId), Buffer.from(now.toISOString()))
}

export const isDestroyed = (keyId: string, files: Files) => files.has(nameOf(keyId))
