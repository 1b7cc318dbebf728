import { beforeEach, describe, expect, it } from 'vitest'
import { findDataKey } from '../../cloudfunctions/_kit/data-keys'
import { callsStore, headsStore } from '../../cloudfunctions/duty/store'
import { dataOf } from '../house/data-of'
import { asks, inQueue, newCallId, onDuty, PHONE, willing } from '../house/duty'
import {
  acts,
  at,
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

describe('asking to be called', () => {
  it('needs consent of its own first', async () => {
    const zhao = house.employee('赵')
    expect(await zhao.calls.ask({ callId: newCallId(), phone: PHONE })).toMatchObject({
      ok: false,
      code: 'CONSENT_NEEDED',
      purpose: 'call-back',
    })
  })
  it('twice with the same id is one call, also at the same instant', async () => {
    const callId = newCallId()
    const both = await Promise.all([lin.calls.ask({ callId, phone: PHONE }), lin.calls.ask({ callId, phone: PHONE })])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    await asks(lin, callId)
    expect((await lin.privacy.stored({})).ok && (await inQueue(he, callId))).toMatchObject({ id: callId })
  })
  it('from two devices at the same instant leaves one call, and says so to the other', async () => {
    const other = house.employee(name)
    const before = dataOf(await he.calls.queue({ state: 'open' })).rows.length
    const both = await Promise.all([
      lin.calls.ask({ callId: newCallId(), phone: PHONE }),
      other.calls.ask({ callId: newCallId(), phone: PHONE }),
    ])
    expect(both.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual(['CALL_WAITING', 'OK'])
    expect(dataOf(await he.calls.queue({ state: 'open' })).rows).toHaveLength(before + 1)
    expect(await lin.calls.ask({ callId: newCallId(), phone: PHONE })).toMatchObject({ code: 'CALL_WAITING' })
  })
  it('tells the truth when nobody is on duty, and when somebody is next', async () => {
    expect(dataOf(await lin.calls.ask({ callId: newCallId(), phone: PHONE }))).toEqual({
      onDuty: false,
      nextAt: null,
      acceptBy: null,
    })
    await onDuty(house, he, 'qian', 8, 60)
    expect(dataOf(await house.bearing().duty.now({}))).toEqual({ onDuty: false, nextAt: at('03:00:00.000') })
    expect(dataOf(await lin.calls.mine({})).call).toMatchObject({ state: 'waiting', onDuty: false })
  })
  it('says until when somebody answers when somebody is there, and the same when the answer was lost', async () => {
    await onDuty(house, he, 'he')
    const ask = { callId: newCallId(), phone: PHONE }
    const first = dataOf(await lin.calls.ask(ask))
    expect(first).toEqual({ onDuty: true, nextAt: null, acceptBy: at('02:05:00.000') })
    house.clock.forward(2)
    expect(dataOf(await lin.calls.ask(ask))).toEqual(first)
  })
  it('does not count somebody as there who has left', async () => {
    await onDuty(house, he, 'he')
    await leaves('he')
    expect(dataOf(await lin.duty.now({}))).toEqual({ onDuty: false, nextAt: null })
  })
  it('leaves the number in no row that a thief could read', async () => {
    await asks(lin)
    expect(JSON.stringify(await house.dump())).not.toContain(PHONE)
  })
})

describe('whose turn it is', () => {
  beforeEach(async () => {
    dataOf(await he.shifts.setHead({ staffId: 'song' }))
    await onDuty(house, he, 'he')
    house.clock.forward(1)
    await onDuty(house, he, 'qian')
    house.clock.set(START)
    house.clock.forward(1)
  })
  const started = at('02:01:00.000')

  it.each([
    ['02:05:59.999', 'he', false],
    ['02:06:00.000', 'qian', false],
    ['02:10:59.999', 'qian', false],
    ['02:11:00.000', 'song', true],
    ['09:00:00.000', 'song', true],
  ])('at %s it is %s’s, whether the clock ran or not', async (clock, whose, withHead) => {
    const callId = await asks(lin)
    house.clock.set(at(clock))
    const seen = async () =>
      Promise.all(
        [he, qian, song].map(async (api) => {
          const row = await inQueue(api, callId)
          return row?.yours
        }),
      )
    const expected = ['he', 'qian', 'song'].map((one) => one === whose)
    expect(await seen()).toEqual(expected)
    expect(await inQueue(he, callId)).toMatchObject({ withHead, overdue: withHead, openedAt: started })
    await house.tick()
    await house.tick()
    expect(await seen()).toEqual(expected)
  })

  it('who accepts at 4:59 does so in their turn, and at 5:01 still may: somebody is calling', async () => {
    const first = await asks(lin)
    house.clock.set(at('02:05:59.000'))
    dataOf(await he.calls.accept({ callId: first }))
    expect(await storedCall()).toMatchObject({ asked: ['he'], acceptedBy: 'he', head: false })

    const zhao = await willing(house, `${name}之友`)
    house.clock.set(started)
    const second = await asks(zhao)
    house.clock.set(at('02:06:01.000'))
    dataOf(await he.calls.accept({ callId: second }))
    expect(await storedCall(`${name}之友`)).toMatchObject({
      asked: ['he', 'qian'],
      askedAt: at('02:06:00.000'),
      acceptedBy: 'he',
    })
  })

  it('one of two who accept at the same instant wins', async () => {
    for (let round = 0; round < 3; round++) {
      const person = await willing(house, `${name}同时${round}`)
      const callId = await asks(person)
      const both = await Promise.all([he.calls.accept({ callId }), qian.calls.accept({ callId })])
      expect(both.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual(['CALL_TAKEN', 'OK'])
      const row = await inQueue(he, callId)
      expect(row?.acceptedByName).toBe(both[0]?.ok ? '何静' : '钱宇')
    }
    expect((await acts()).filter((what) => what === 'call-accepted')).toHaveLength(3)
  })

  it('a waiting call passes by somebody who left, and is everybody’s when the head has left too', async () => {
    const callId = await asks(lin)
    await leaves('qian')
    house.clock.set(at('02:06:00.000'))
    expect(await inQueue(song, callId)).toMatchObject({ yours: true, withHead: true, turnOfName: '宋岚' })
    await leaves('song')
    expect(await inQueue(he, callId)).toMatchObject({ yours: true, withHead: true, overdue: true, turnOfName: '' })
  })
})

describe('with nobody on duty', () => {
  it('it is the head’s at once', async () => {
    dataOf(await he.shifts.setHead({ staffId: 'song' }))
    const callId = await asks(lin)
    expect(await inQueue(song, callId)).toMatchObject({
      yours: true,
      withHead: true,
      turnEndsAt: null,
      turnOfName: '宋岚',
    })
    expect(await inQueue(he, callId)).toMatchObject({ yours: false, withHead: true })
    dataOf(await he.shifts.setHead({ staffId: 'he' }))
    expect(await inQueue(he, callId)).toMatchObject({ yours: true, turnOfName: '何静' })
  })
  it('and no head named it is everybody’s, and marked', async () => {
    expect(await house.database.open(headsStore).get('head')).toBeUndefined()
    const callId = await asks(lin)
    for (const api of [he, qian, song])
      expect(await inQueue(api, callId)).toMatchObject({ yours: true, withHead: true, overdue: true, turnOfName: '' })
    dataOf(await qian.calls.accept({ callId }))
  })
})

it('is nobody’s business in the office: neither a manager nor an auditor sees the queue', async () => {
  const wang = await house.staff('wang', '王建国', 'manager')
  expect(await wang.calls.queue({ state: 'open' })).toMatchObject({ code: 'NOT_ALLOWED' })
})

it('leaves no key behind when it is asked and taken back again and again, which has an end', async () => {
  for (let time = 0; time < 10; time++) dataOf(await lin.calls.withdraw({ callId: await asks(lin) }))
  expect(await findDataKey(callsStore, personOf(name), house)).toBeUndefined()
  expect(await lin.calls.ask({ callId: newCallId(), phone: PHONE })).toMatchObject({ code: 'TOO_MANY_TRIES' })
})
