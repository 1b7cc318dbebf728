import { done, refused } from '../../src/domain/result'
import { isOpen, shouldNoteSeen } from '../../src/domain/staff/session'
import type { Caller } from './caller'
import type { Database } from './database'
import { devicesStore, sessionsStore } from './identity'
import { type Keys, secretId } from './keys'

export const STAFF_TOKEN = 's_'
export const DEVICE_KEY = 'd_'

export type Identified = { caller: Caller; expired: boolean }

const visitor: Caller = { kind: 'visitor' }

/** Who a person is to us: a keyed hash of what the platform calls them. */
export const personIdOf = (keys: Keys, openid: string) => keys.hash('person', `openid\n${openid}`)

/** Who holds this bearer. Reads one document; a bearer of no known shape reads none. */
export async function identify(
  bearer: string | undefined,
  { database, now }: { database: Database; now: Date },
): Promise<Identified> {
  if (!bearer || bearer.length > 200) return { caller: visitor, expired: false }
  if (bearer.startsWith(STAFF_TOKEN)) return staffBy(secretId(bearer), database, now)
  if (bearer.startsWith(DEVICE_KEY)) {
    const device = await database.open(devicesStore).get(secretId(bearer))
    return device
      ? { caller: { kind: 'employee', personId: device.personId }, expired: false }
      : { caller: visitor, expired: true }
  }
  return { caller: visitor, expired: true }
}

async function staffBy(sessionId: string, database: Database, now: Date): Promise<Identified> {
  const sessions = database.open(sessionsStore)
  const session = await sessions.get(sessionId)
  if (!session || !isOpen(session, now)) return { caller: visitor, expired: true }
  if (shouldNoteSeen(session, now))
    await sessions.change(sessionId, (current) =>
      current
        ? done({ write: { ...current, seenAt: now.toISOString() }, reply: undefined })
        : refused('SESSION_NOT_FOUND'),
    )
  const { staffId, name, login, roles, expiresAt } = session
  return { caller: { kind: 'staff', staffId, name, login, roles, sessionId, expiresAt }, expired: false }
}
