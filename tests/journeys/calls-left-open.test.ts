import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findDataKey } from '../../cloudfunctions/_kit/data-keys'
import type { Database } from '../../cloudfunctions/_kit/database'
import { isDestroyed } from '../../cloudfunctions/_kit/destroyed-keys'
import { keyIdOf } from '../../cloudfunctions/_kit/sealing'
import { dutyJobs } from '../../cloudfunctions/duty/jobs'
import { callCountsStore, callsStore, caseCountsStore, casesStore } from '../../cloudfunctions/duty/store'
import type { Api } from '../../src/contract/client'
import { cutOff } from '../house/cut-off'
import { dataOf } from '../house/data-of'
import { asks, inQueue, newCallId, nobodyPlanned, PHONE, supervisor, willing } from '../house/duty'
import { type House, openHouse } from '../house/open-house'

const START = '2026-03-10T02:00:00.000Z'
const OVER = '2026-03-24T02:00:00.000Z'
const JUST_BEFORE = '2026-03-24T01:59:59.999Z'

let house: House
let he: Api
let song: Api
let lin: Api
let name: string
let callId: string
let turn = 0
beforeAll(async () => {
  house = await openHouse(START)
  he = await supervisor(house, 'he', '何静')
  song = await supervisor(house, 'song', '宋岚')
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set(START)
  await nobodyPlanned(house, ['he', 'song'])
  dataOf(await he.shifts.setHead({ staffId: 'song' }))
  name = `林${turn++}`
  lin = await willing(house, name)
  callId = await asks(lin)
})

const personId = () => house.keys.hash('person', name)
const stored = () => house.database.open(callsStore).get(personId())
const leftOpen = async () => (await house.database.open(callCountsStore).get('2026-03-24'))?.outcomes.left_open ?? 0

/** Every job of duty over this database, as one minute of the clock would run them. */
const run = async (database: Database) => {
  const { files, keys } = house
  for (const job of dutyJobs) await job.run({ database, files, keys, now: house.clock.now(), timeLeft: () => true })
}

describe('a call that nobody ends', () => {
  it('is overdue for its holder and the head, and says until when; then it is over for everybody, clock or not', async () => {
    dataOf(await he.calls.accept({ callId }))
    house.clock.set(JUST_BEFORE)
    for (const api of [he, song])
      expect(await inQueue(api, callId)).toMatchObject({ state: 'accepted', overdue: true, endsAt: OVER })
    expect(dataOf(await he.calls.phone({ callId }))).toEqual({ phone: PHONE, referral: null })
    await run(house.database)
    expect(await stored()).toMatchObject({ state: 'accepted' })

    house.clock.set(OVER)
    expect(await he.calls.phone({ callId })).toMatchObject({ code: 'CALL_CLOSED' })
    expect(await he.calls.handOver({ callId, staffId: 'song' })).toMatchObject({ code: 'CALL_CLOSED' })
    expect(await inQueue(he, callId)).toBeUndefined()
    expect(dataOf(await lin.calls.mine({})).call).toBeNull()
    await run(house.database)
  })
  it('loses its number and its key to the clock, and is counted as left open', async () => {
    dataOf(await he.calls.accept({ callId }))
    const keyId = keyIdOf((await stored())?.phone ?? '')
    const before = await leftOpen()
    house.clock.set(OVER)
    await run(house.database)
    expect(await stored()).toBeUndefined()
    expect(await findDataKey(callsStore, personId(), house)).toBeUndefined()
    expect(await isDestroyed(keyId, house.files)).toBe(true)
    expect(await leftOpen()).toBe(before + 1)
    await run(house.database)
    expect(await leftOpen()).toBe(before + 1)
  })
  it('does the same where nobody ever took it', async () => {
    house.clock.set(JUST_BEFORE)
    expect(await inQueue(song, callId)).toMatchObject({ state: 'waiting', overdue: true, endsAt: OVER })
    house.clock.set(OVER)
    expect(await he.calls.accept({ callId })).toMatchObject({ code: 'CALL_CLOSED' })
    await run(house.database)
    expect(await stored()).toBeUndefined()
  })
  it('never stands in the way of asking again', async () => {
    dataOf(await he.calls.accept({ callId }))
    house.clock.set(OVER)
    const again = newCallId()
    dataOf(await lin.calls.ask({ callId: again, phone: '13900000000' }))
    expect(await inQueue(song, again)).toMatchObject({ state: 'waiting' })
    await run(house.database)
    expect(await stored()).toMatchObject({ callId: again, state: 'waiting' })
  })
})

describe('what ends is counted once', () => {
  it('wherever the clock is cut off, a call and a case, also by two at once', async () => {
    dataOf(await he.calls.accept({ callId }))
    dataOf(
      await he.cases.begin({ caseId: `case-${turn}`, callId, colour: 'green', reason: 'is-better', reviewInDays: 30 }),
    )
    house.clock.set(OVER)
    const before = await leftOpen()
    const cases = house.database.open(casesStore)
    await cases.change(personId(), (one) => ({
      ok: true,
      data: { ...(one && { write: { ...one, state: 'closed' } }), reply: true },
    }))
    let cuts = 0
    for (let calls = 0; ; calls++) {
      try {
        await run(cutOff(house.database, calls).database)
        break
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'cut off') throw error
        cuts++
      }
    }
    await Promise.all([run(house.database), run(house.database)])
    expect(cuts).toBeGreaterThan(10)
    expect(await leftOpen()).toBe(before + 1)
    expect(await house.database.open(caseCountsStore).get('2026-03-24')).toMatchObject({ closed: 1 })
    expect([await stored(), await cases.get(personId())]).toEqual([undefined, undefined])
  })
})
