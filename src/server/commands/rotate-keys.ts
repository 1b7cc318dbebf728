import type { Database } from '../../../cloudfunctions/_kit/database'
import { KEY_DAYS } from '../backup/places'
import { refuseLostKeys, withNewKey, withoutKeys, wrappingInUse } from '../key-ring'
import type { OpenRing } from '../keys-file'
import { rewrapAll } from './rewrap'

type Around = { database: Database; ring: OpenRing; say: (line: string) => void }

const BACKUPS_NEED_THEM = `Backups of the last ${KEY_DAYS} days can only be restored with the keys they were made with: keep a copy of the old ring until then.`

/**
 * Makes a new wrapping key where the ring is ours to write, and wraps every data key with it. A rotation that was cut off is
 * ended first, with the key it had made. The key of keyed hashes stays: every person is known by it.
 */
export async function rotateKeys({ database, ring, say }: Around): Promise<void> {
  await refuseLostKeys(database, ring, undefined)
  const unended = (await wrappingInUse(database)).some((id) => id !== ring.keys.active)
  if (ring.replace && !unended) {
    ring.replace(withNewKey(ring.json()))
    say(`New wrapping key: ${ring.keys.active}. Keep a copy of keys.json apart from the backups.`)
  }
  await rewrap({ database, ring, say })
  const unused = await unusedKeys(database, ring)
  if (unused.length === 0) return
  say(`No stored data key needs ${unused.join(', ')} any more. ${BACKUPS_NEED_THEM}`)
  say(
    ring.replace
      ? 'To remove what is not needed from keys.json later: npm run rotate-keys -- --drop-old'
      : 'Once every replica runs with the new ring, run this again; then these can be taken out of XINYI_KEYS.',
  )
}

/** Takes out of the ring what no stored data key needs. Makes no new key. */
export async function dropOldKeys({ database, ring, say }: Around): Promise<void> {
  await refuseLostKeys(database, ring, undefined)
  await rewrap({ database, ring, say })
  const unused = await unusedKeys(database, ring)
  if (unused.length === 0) {
    say('Every key of the ring is needed: nothing to remove.')
    return
  }
  if (!ring.replace) {
    say(`These can be taken out of XINYI_KEYS: ${unused.join(', ')}. ${BACKUPS_NEED_THEM}`)
    return
  }
  say(BACKUPS_NEED_THEM)
  ring.replace(withoutKeys(ring.json(), unused))
  say(`Removed from keys.json: ${unused.join(', ')}.`)
}

async function rewrap({ database, ring, say }: Around) {
  const rewrapped = await rewrapAll(database, ring.keys)
  say(`${rewrapped} data keys were wrapped anew; all of them are wrapped by ${ring.keys.active} now.`)
}

async function unusedKeys(database: Database, ring: OpenRing): Promise<string[]> {
  const used = await wrappingInUse(database)
  return ring.ids().filter((id) => id !== ring.keys.active && !used.includes(id))
}
