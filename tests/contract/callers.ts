import { nanoid } from 'nanoid'
import type { Caller, StaffCaller } from '../../cloudfunctions/_kit/caller'
import { assessments } from '../../cloudfunctions/assessments/serve'
import { counselling } from '../../cloudfunctions/counselling/serve'
import { dutyFunction } from '../../cloudfunctions/duty/serve'
import { events } from '../../cloudfunctions/events/serve'
import { insights } from '../../cloudfunctions/insights/serve'
import { library } from '../../cloudfunctions/library/serve'
import { people } from '../../cloudfunctions/people/serve'
import { type ActionName, contract, type Feature } from '../../src/contract'
import type { AnyAction } from '../../src/contract/action'
import { type Permission, permissions } from '../../src/contract/permissions'
import { functionOf } from '../../src/contract/routes'
import { type Grant, rolesOf } from '../../src/domain/staff/words'
import type { House } from '../house/open-house'

const functions = { people, library, insights, assessments, duty: dutyFunction, counselling, events }

/** Every action of the contract, with what is said about it. */
export const actions = Object.entries(contract).flatMap(([feature, all]) =>
  Object.entries(all as unknown as Record<string, AnyAction>).map(([verb, spec]) => {
    const name = `${feature}.${verb}` as ActionName
    return { name, feature: feature as Feature, verb, spec, permission: permissions[name] as Permission }
  }),
)
export type Described = (typeof actions)[number]

const desk = (staffId: string) => ({
  staffId,
  name: '测试同事',
  login: staffId,
  sessionId: `session-${staffId}`,
  expiresAt: '2026-03-10T14:00:00.000Z',
})
export const staffCaller = (staffId: string, grants: Grant[]): StaffCaller => ({
  kind: 'staff',
  ...desk(staffId),
  grants,
  roles: rolesOf(grants),
})
export const joiningCaller = (staffId: string): Caller => ({ kind: 'joining', ...desk(staffId) })

export type Heard = { ok: boolean; code?: string; data?: { next?: string | null; rows?: unknown[] } }

/** As the function's door answers this caller; each time from another address, so that no limit is what is heard. */
export async function askAs(
  house: House,
  caller: Caller,
  { name, feature }: Pick<Described, 'name' | 'feature'>,
  data: unknown,
) {
  const request = JSON.parse(JSON.stringify({ action: name, data }))
  const reply = await functions[functionOf[feature]](request, {
    caller,
    expired: false,
    database: house.database,
    files: house.files,
    keys: house.keys,
    now: house.clock.now(),
    requestId: 'r1',
    origin: nanoid(),
    client: 'Firefox · Windows',
    log: (entry) => house.logged.push(entry),
  })
  return JSON.parse(JSON.stringify(reply)) as Heard
}
