import { nanoid } from 'nanoid'
import { actsStore } from '../../cloudfunctions/_kit/acts'
import type { StaffCaller } from '../../cloudfunctions/_kit/caller'
import { staffStore } from '../../cloudfunctions/_kit/identity'
import { dutyFunction } from '../../cloudfunctions/duty/serve'
import { headsStore, shiftsStore } from '../../cloudfunctions/duty/store'
import { type Api, createApi } from '../../src/contract/client'
import { CITY } from '../../src/domain/branches/words'
import { currentVersion } from '../../src/domain/consents/texts'
import { done } from '../../src/domain/result'
import { dataOf } from './data-of'
import type { House } from './open-house'

export const PHONE = '13812345678'

let calls = 0
export const newCallId = () => `callnumber${String(calls++).padStart(10, '0')}`

type Served = Pick<House, 'database' | 'files' | 'keys' | 'clock' | 'logged'>

/** A supervisor at the door of duty whose session never ends, as these stories go on for days. */
export const atDuty = (house: Served, staffId: string, name: string): Api =>
  createApi(async (_, request) => {
    const caller: StaffCaller = {
      kind: 'staff',
      staffId,
      name,
      login: staffId,
      sessionId: `session-${staffId}`,
      expiresAt: '9999-12-31T00:00:00.000Z',
      grants: [{ role: 'supervisor', branchId: CITY }],
      roles: ['supervisor'],
    }
    const reply = await dutyFunction(JSON.parse(JSON.stringify(request)), {
      caller,
      expired: false,
      database: house.database,
      files: house.files,
      keys: house.keys,
      now: house.clock.now(),
      requestId: nanoid(),
      origin: 'an address',
      client: 'Firefox · Windows',
      log: (entry) => house.logged.push(entry),
    })
    return JSON.parse(JSON.stringify(reply))
  })

/** Somebody at work who may be on duty. */
export async function supervisor(house: House, staffId: string, name: string): Promise<Api> {
  await house.staff(staffId, name, 'supervisor')
  return atDuty(house, staffId, name)
}

/** Somebody who agreed to be called back. */
export async function willing(house: House, name: string): Promise<Api> {
  const api = house.employee(name)
  dataOf(await api.consents.give({ purpose: 'call-back', version: currentVersion('call-back') }))
  return api
}

/** Asks to be called, and says which call it is. */
export async function asks(api: Api, callId = newCallId()): Promise<string> {
  dataOf(await api.calls.ask({ callId, phone: PHONE }))
  return callId
}

/** On duty from now on, for so many hours. */
export async function onDuty(house: Served, by: Api, staffId: string, hours = 8, afterMinutes = 0) {
  const from = new Date(house.clock.now().getTime() + afterMinutes * 60_000)
  const until = new Date(from.getTime() + hours * 3_600_000)
  return dataOf(await by.shifts.add({ staffId, from: from.toISOString(), until: until.toISOString() }))
}

export const inQueue = async (api: Api, callId: string) =>
  dataOf(await api.calls.queue({ state: 'open' })).rows.find(({ id }) => id === callId)

/** Nobody planned, no head, everybody at work again, and no act on record: as each story begins. */
export async function nobodyPlanned({ database }: House, staffIds: readonly string[]) {
  for (const store of [shiftsStore, actsStore]) {
    const collection = database.open(store as typeof shiftsStore)
    const { rows } = await collection.find({ index: store === shiftsStore ? 'byStart' : 'byTime', limit: 100 })
    await Promise.all(rows.map(({ id }) => collection.remove(id)))
  }
  await database.open(headsStore).remove('head')
  for (const id of staffIds) await atWork({ database }, id, true)
}

/** Leaves, or comes back. */
export const atWork = ({ database }: Pick<House, 'database'>, staffId: string, active: boolean) =>
  database.open(staffStore).change(staffId, (one) => done({ ...(one && { write: { ...one, active } }), reply: true }))
