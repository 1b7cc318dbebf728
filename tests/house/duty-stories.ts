import { afterAll, beforeAll, beforeEach } from 'vitest'
import { actsStore } from '../../cloudfunctions/_kit/acts'
import { callCountsStore, callsStore } from '../../cloudfunctions/duty/store'
import type { Api } from '../../src/contract/client'
import { atWork, nobodyPlanned, supervisor, willing } from './duty'
import { type House, openHouse } from './open-house'

export const START = '2026-03-10T02:00:00.000Z'
/** An instant of that day. */
export const at = (clock: string) => `2026-03-10T${clock}Z`

export let house: House
export let he: Api
export let qian: Api
export let song: Api
export let lin: Api
export let name: string
let turn = 0

/** Three supervisors on a morning for which nobody is planned, and somebody new for each story who may ask to be called. */
export function dutyStories() {
  beforeAll(async () => {
    house = await openHouse(START)
    he = await supervisor(house, 'he', '何静')
    qian = await supervisor(house, 'qian', '钱宇')
    song = await supervisor(house, 'song', '宋岚')
  })
  afterAll(() => house.close())
  beforeEach(async () => {
    house.clock.set(START)
    await nobodyPlanned(house, ['he', 'qian', 'song'])
    name = `林${turn++}`
    lin = await willing(house, name)
  })
}

export const personOf = (who: string) => house.keys.hash('person', who)
export const storedCall = (who = name) => house.database.open(callsStore).get(personOf(who))
export const counted = async () =>
  (await house.database.open(callCountsStore).get('2026-03-10')) ?? { calls: 0, inTime: 0 }
/** What colleagues did in this story, as it stands on record. */
export const acts = async () =>
  (await house.database.open(actsStore).find({ index: 'byTime', limit: 100 })).rows.map(({ what }) => what)
export const leaves = (staffId: string) => atWork(house, staffId, false)
