import * as z from 'zod'
import { backup } from '../backup/backup'
import { DATA_DAYS, KEY_DAYS } from '../backup/places'
import type { Around } from './around'
import { newLinkFor } from './new-link'
import { dropOldKeys, rotateKeys } from './rotate-keys'
import { verifyLedger } from './verify-ledger'

/** What a command asks: of the running server, or of the database it opened itself. */
export const Asked = z.discriminatedUnion('command', [
  z.strictObject({ command: z.literal('backup'), folder: z.string() }),
  z.strictObject({ command: z.literal('rotate-keys'), dropOld: z.boolean() }),
  z.strictObject({ command: z.literal('verify-ledger') }),
  z.strictObject({ command: z.literal('link'), login: z.string(), publicUrl: z.string().nullable(), port: z.number() }),
])
export type Asked = z.infer<typeof Asked>

/** Gives the exit code. Throws a `StartRefused` when a person must put something right first. */
export async function run(asked: Asked, around: Around): Promise<number> {
  switch (asked.command) {
    case 'backup':
      return backUp(asked.folder, around)
    case 'rotate-keys':
      await (asked.dropOld ? dropOldKeys : rotateKeys)(around)
      return 0
    case 'verify-ledger':
      return verifyLedger(around)
    case 'link':
      return newLinkFor(asked.login, asked.publicUrl ?? around.url ?? `http://localhost:${asked.port}`, around)
  }
}

async function backUp(folder: string, { sql, ring, filesDir, now, say }: Around): Promise<number> {
  const { stamp, documents, dataKeys, files, left, expired } = await backup(folder, {
    sql,
    keys: ring.keys,
    filesDir,
    now: now(),
  })
  say(`Backup: ${folder}/${stamp}`)
  say(`  ${documents} documents, ${files} files; ${dataKeys} data keys apart from them in ${folder}/keys`)
  if (left > 0) say(`  ${left} documents were left out: their data key is gone, so they count as destroyed`)
  say(
    `  Data keys are kept ${KEY_DAYS} days: after that nothing of a person can be restored from this backup. The rest is kept ${DATA_DAYS} days.`,
  )
  if (expired.keys + expired.dumps > 0)
    say(`  Removed because their time was over: data keys of ${expired.keys} backups, ${expired.dumps} whole backups`)
  say('  The wrapping keys (keys.json or XINYI_KEYS) are NOT in it: keep a copy of them somewhere else.')
  return 0
}
