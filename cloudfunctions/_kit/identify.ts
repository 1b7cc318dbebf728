import { done, refused } from '../../src/domain/result'
import { isOpen, shouldNoteSeen } from '../../src/domain/staff/session'
import { rolesOf } from '../../src/domain/staff/words'
import { daysLater } from '../../src/domain/time'
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
  if (bearer.startsWith(DEVICE_KEY)) return employeeBy(secretId(bearer), database, now)
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
  const { staffId, name, login, grants, joining, expiresAt } = session
  const desk = { staffId, name, login, sessionId, expiresAt }
  const caller: Caller = joining
    ? { kind: 'joining', ...desk }
    : { kind: 'staff', ...desk, grants, roles: rolesOf(grants) }
  return { caller, expired: false }
}

/** Often enough to know that the browser is still used within the two years it is kept, rarely enough to say nothing more. */
const SEEN_EVERY_DAYS = 30

async function employeeBy(deviceId: string, database: Database, now: Date): Promise<Identified> {
  const devices = database.open(devicesStore)
  const device = await devices.get(deviceId)
  if (!device) return { caller: visitor, expired: true }
  if (daysLater(new Date(device.seenAt), SEEN_EVERY_DAYS) <= now)
    await devices.change(deviceId, (current) =>
      current ? done({ write: { ...current, seenAt: now.toISOString() }, reply: undefined }) : refused('DEVICE_GONE'),
    )
  return { caller: { kind: 'employee', personId: device.personId }, expired: false }
}
