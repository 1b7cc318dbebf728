import { beforeEach, describe, expect, it } from 'vitest'
import { actsStore } from '../../cloudfunctions/_kit/acts'
import { isDestroyed } from '../../cloudfunctions/_kit/destroyed-keys'
import { keyIdOf } from '../../cloudfunctions/_kit/sealing'
import { dataOf } from '../house/data-of'
import { asks, inQueue, onDuty, PHONE, willing } from '../house/duty'
import {
  acts,
  at,
  counted,
  dutyStories,
  he,
  house,
  leaves,
  lin,
  name,
  personOf,
  qian,
  START,
  song,
  storedCall,
} from '../house/duty-stories'

dutyStories()

describe('whoever accepted', () => {
  let callId: string
  beforeEach(async () => {
    await onDuty(house, he, 'he')
    callId = await asks(lin)
    dataOf(await he.calls.accept({ callId }))
  })

  it('accepts again without harm, and is on record once', async () => {
    dataOf(await he.calls.accept({ callId }))
    expect((await acts()).sort()).toEqual(['call-accepted', 'shift-added'])
  })
  it('alone sees the number, and each showing is in the person’s ledger first', async () => {
    expect(await qian.calls.phone({ callId })).toMatchObject({ code: 'NOT_YOURS' })
    expect(dataOf(await lin.privacy.readings({})).rows).toEqual([])
    for (const times of [1, 2]) {
      expect(dataOf(await he.calls.phone({ callId }))).toEqual({ phone: PHONE, referral: null })
      const { rows } = dataOf(await lin.privacy.readings({}))
      expect(rows).toHaveLength(times)
      expect(rows[0]).toMatchObject({ role: 'supervisor', reason: 'asked-by-person', at: START })
    }
  })
  it('and the queue shows nothing of the person at all', async () => {
    const shown = JSON.stringify(dataOf(await he.calls.queue({ state: 'open' })))
    for (const telling of [PHONE, personOf(name), name]) expect(shown).not.toContain(telling)
  })
  it('hands over only to a supervisor at work, who then holds it alone', async () => {
    await house.staff('chen', '陈静', 'editor')
    await leaves('song')
    for (const staffId of ['chen', 'song', 'nobody'])
      expect(await he.calls.handOver({ callId, staffId })).toMatchObject({ code: 'STAFF_NOT_FOUND' })
    dataOf(await he.calls.handOver({ callId, staffId: 'qian' }))
    expect(await he.calls.phone({ callId })).toMatchObject({ code: 'NOT_YOURS' })
    expect(dataOf(await qian.calls.phone({ callId })).phone).toBe(PHONE)
    const stored = (await house.database.open(actsStore).find({ index: 'byTime', limit: 100 })).rows
    expect(stored.find(({ what }) => what === 'call-handed-over')).toMatchObject({
      about: '何静 → 钱宇',
      byName: '何静',
    })
  })
  it('calls again after a day and after a week, and what is overdue is seen', async () => {
    dataOf(await he.calls.log({ callId, what: 'no-answer' }))
    expect(await inQueue(qian, callId)).toMatchObject({
      nextFollowUpAt: '2026-03-11T02:00:00.000Z',
      overdue: false,
      log: [{ at: START, byName: '何静', what: 'no-answer' }],
    })
    house.clock.set('2026-03-11T02:00:00.000Z')
    expect(await inQueue(qian, callId)).toMatchObject({ overdue: true })
    dataOf(await he.calls.followUp({ callId, note: 'reached' }))
    expect(await inQueue(qian, callId)).toMatchObject({ nextFollowUpAt: '2026-03-17T02:00:00.000Z', overdue: false })
    expect(await he.calls.close({ callId, outcome: 'reached' })).toMatchObject({ code: 'FOLLOW_UP_OPEN' })
    house.clock.set('2026-03-17T02:00:00.000Z')
    dataOf(await he.calls.followUp({ callId, note: 'reached' }))
    dataOf(await he.calls.close({ callId, outcome: 'reached' }))
  })
  it('ends it with an outcome: number and key are gone at once, a count stays', async () => {
    const keyId = keyIdOf((await storedCall())?.phone ?? '')
    const before = await counted()
    dataOf(await he.calls.close({ callId, outcome: 'wrong-number' }))
    expect(await storedCall()).toBeUndefined()
    expect(JSON.stringify(await house.dump())).not.toContain(keyId)
    expect(await isDestroyed(keyId, house.files)).toBe(true)
    expect(await counted()).toMatchObject({
      calls: before.calls + 1,
      inTime: before.inTime + 1,
      outcomes: { wrong_number: 1 },
    })
    expect(await he.calls.close({ callId, outcome: 'wrong-number' })).toMatchObject({ code: 'CALL_NOT_FOUND' })
    await asks(lin)
  })
  it('cut off as it ends, it is closed for everybody, and the clock takes the rest away, counted once', async () => {
    const { files } = house
    const before = await counted()
    const put = files.put
    files.put = () => Promise.reject(new Error('cut off'))
    expect(await he.calls.close({ callId, outcome: 'wrong-number' })).toMatchObject({ code: 'INTERNAL' })
    files.put = put
    expect(await inQueue(he, callId)).toBeUndefined()
    expect(await he.calls.phone({ callId })).toMatchObject({ code: 'CALL_CLOSED' })
    expect(dataOf(await lin.calls.mine({})).call).toBeNull()
    house.clock.set(at('14:00:00.000'))
    await house.tick()
    expect(await storedCall()).toBeUndefined()
    expect(await counted()).toMatchObject({ calls: before.calls + 1 })
  })
  it('hears that it is not there any more once the person took it back, or destroyed the account', async () => {
    expect(await qian.calls.accept({ callId })).toMatchObject({ code: 'CALL_TAKEN' })
    dataOf(await lin.calls.withdraw({ callId }))
    expect(await he.calls.phone({ callId })).toMatchObject({ code: 'CALL_NOT_FOUND' })
    expect(await lin.calls.withdraw({ callId })).toMatchObject({ code: 'CALL_NOT_FOUND' })
    const again = await asks(lin)
    dataOf(await he.calls.accept({ callId: again }))
    dataOf(await lin.privacy.destroy({ number: `receiptnumber${name.length}0001`, kinds: [], account: true }))
    expect(await inQueue(he, again)).toBeUndefined()
    for (const reply of [he.calls.phone({ callId: again }), he.calls.log({ callId: again, what: 'busy' })])
      expect(await reply).toMatchObject({ code: 'CALL_NOT_FOUND' })
  })
  it('has nothing left to call when the consent is withdrawn', async () => {
    dataOf(await lin.consents.withdraw({ purpose: 'call-back' }))
    expect(await storedCall()).toBeUndefined()
    expect(await he.calls.phone({ callId })).toMatchObject({ code: 'CALL_NOT_FOUND' })
    dataOf(await lin.consents.withdraw({ purpose: 'call-back' }))
  })
  it('cannot be asked for by another person, and nobody withdraws another’s', async () => {
    const zhao = await willing(house, '赵')
    expect(await zhao.calls.withdraw({ callId })).toMatchObject({ code: 'CALL_NOT_FOUND' })
    expect(await storedCall()).toBeDefined()
  })
  it('and leaves: it is the head’s again, what was done so far stays, and the clock writes it down', async () => {
    dataOf(await qian.shifts.setHead({ staffId: 'song' }))
    house.clock.set('2026-03-11T02:00:00.000Z')
    dataOf(await he.calls.followUp({ callId, note: 'reached' }))
    await leaves('he')
    expect(await inQueue(song, callId)).toMatchObject({ state: 'waiting', withHead: true, yours: true })
    await house.tick()
    expect(await storedCall()).toMatchObject({ state: 'waiting', head: true, acceptedBy: '' })
    dataOf(await song.calls.accept({ callId }))
    expect(await inQueue(song, callId)).toMatchObject({ nextFollowUpAt: '2026-03-17T02:00:00.000Z' })
  })
})
