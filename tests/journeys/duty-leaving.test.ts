import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { callsStore, casesStore } from '../../cloudfunctions/duty/store'
import type { Api } from '../../src/contract/client'
import { dataOf } from '../house/data-of'
import { asks, inQueue, onDuty, willing } from '../house/duty'
import { type House, openHouse } from '../house/open-house'

const START = '2026-03-10T02:00:00.000Z'
const red = { colour: 'red', reason: 'said-so-on-the-phone', reviewInDays: 2 } as const

/** Everything through the doors that colleagues use, leaving too. */
describe('a supervisor leaves the union', () => {
  let house: House
  let wang: Api
  let he: Api
  let qian: Api
  let song: Api
  let held: string
  const person = () => house.keys.hash('person', '林')
  const caseIn = async (api: Api) => dataOf(await api.cases.list({ mine: false })).rows[0]
  const head = async () => dataOf(await qian.shifts.list({ from: START })).head

  beforeAll(async () => {
    house = await openHouse(START)
    wang = await house.staff('wang', '王建国', 'manager')
    await house.staff('zhou', '周敏', 'manager')
    he = await house.staff('he', '何静', 'supervisor')
    qian = await house.staff('qian', '钱宇', 'supervisor')
    song = await house.staff('song', '宋岚', 'supervisor')
    dataOf(await qian.shifts.setHead({ staffId: 'song' }))
    await onDuty(house, qian, 'he')
    const lin = await willing(house, '林')
    held = await asks(lin)
    dataOf(await he.calls.accept({ callId: held }))
    dataOf(await he.cases.begin({ caseId: 'case-one', callId: held, ...red }))
  })
  afterAll(() => house.close())

  it('who holds a call and a case: both are the head’s from that moment, before the clock runs and after', async () => {
    house.clock.forward(1)
    dataOf(await wang.staff.leave({ staffId: 'he' }))
    expect(await he.calls.phone({ callId: held })).toMatchObject({ code: 'SIGN_IN_NEEDED' })
    for (const clockRan of [false, true]) {
      if (clockRan) await house.tick()
      expect(await inQueue(song, held)).toMatchObject({ state: 'waiting', withHead: true, yours: true })
      expect(await inQueue(qian, held)).toMatchObject({ yours: false, turnOfName: '宋岚' })
      expect(await caseIn(song)).toMatchObject({ id: 'case-one', ownerName: '宋岚', yours: true })
      expect(await caseIn(qian)).toMatchObject({ ownerName: '宋岚', yours: false })
    }
    expect(await house.database.open(callsStore).get(person())).toMatchObject({ state: 'waiting', acceptedBy: '' })
    expect(await house.database.open(casesStore).get(person())).toMatchObject({ ownerId: 'song' })
    expect(dataOf(await house.bearing().duty.now({})).onDuty).toBe(false)
    expect(await qian.calls.handOver({ callId: held, staffId: 'he' })).toMatchObject({ code: 'STAFF_NOT_FOUND' })
    expect(await qian.shifts.setHead({ staffId: 'he' })).toMatchObject({ code: 'STAFF_NOT_FOUND' })
  })

  it('who heads the rota: it says that nobody does, and what was theirs is everybody’s until a head is named', async () => {
    dataOf(await song.calls.accept({ callId: held }))
    expect(await head()).toEqual({ staffId: 'song', name: '宋岚' })
    dataOf(await wang.staff.leave({ staffId: 'song' }))
    expect(await head()).toBeNull()
    for (const clockRan of [false, true]) {
      if (clockRan) {
        house.clock.forward(60)
        await house.tick()
      }
      expect(await inQueue(qian, held)).toMatchObject({ state: 'waiting', yours: true, overdue: true, turnOfName: '' })
      expect(await caseIn(qian)).toMatchObject({ ownerName: '', yours: true })
    }
    const zhao = await willing(house, '赵')
    const waits = await asks(zhao)
    expect(await inQueue(qian, waits)).toMatchObject({ withHead: true, yours: true, turnOfName: '' })
    dataOf(await qian.shifts.setHead({ staffId: 'qian' }))
    expect(await inQueue(qian, waits)).toMatchObject({ turnOfName: '钱宇' })
    expect(await caseIn(qian)).toMatchObject({ ownerName: '钱宇' })
    dataOf(await qian.calls.accept({ callId: held }))
    expect(dataOf(await qian.cases.open({ caseId: 'case-one' }))).toMatchObject({ ownerName: '钱宇', colour: 'red' })
  })
})
