import { describe, expect, it } from 'vitest'
import { minutesLater } from '../time'
import {
  accept,
  type Call,
  type Crew,
  close,
  endsAt,
  escalate,
  followedUp,
  handOver,
  isOverdue,
  leftOpen,
  open,
  withdraw,
} from './call'
import { nextDutyAt, onDuty } from './shift'

const start = new Date('2026-03-10T14:00:00.000Z')
const later = (minutes: number, seconds = 0) => minutesLater(start, minutes + seconds / 60)
const two: Crew = { duty: ['he', 'qian'], head: 'song' }
const crewAt = () => two
const held = (call: Call, by: string, at: Date) => {
  const accepted = accept(call, by, at)
  if (!accepted.ok) throw new Error(accepted.code)
  return accepted.data
}

describe('a call for help', () => {
  it('is with the first on duty for five minutes, to the second', () => {
    const call = open('c1', two, start)
    expect(escalate(call, crewAt, later(4, 59)).asked).toEqual(['he'])
    expect(escalate(call, crewAt, later(5)).asked).toEqual(['he', 'qian'])
    expect(escalate(call, crewAt, later(5, 1))).toEqual(escalate(call, crewAt, later(5)))
  })
  it('goes on to the next, then to the head, and stays there', () => {
    const call = open('c1', two, start)
    const late = escalate(call, crewAt, later(10))
    expect([late.asked, late.head]).toEqual([['he', 'qian', 'song'], true])
    expect(escalate(late, crewAt, later(600))).toEqual(late)
  })
  it('is the same whether the clock looked each minute, twice, or only hours later', () => {
    const call = open('c1', two, start)
    let minutely = call
    for (let minute = 1; minute <= 60; minute++) {
      minutely = escalate(minutely, crewAt, later(minute))
      minutely = escalate(minutely, crewAt, later(minute))
    }
    expect(escalate(call, crewAt, later(60))).toEqual(minutely)
  })
  it('asks whoever is on duty at the instant the turn passed, not when the clock came round', () => {
    const change = (at: Date): Crew => (at < later(5) ? two : { duty: ['zhao'], head: 'song' })
    expect(escalate(open('c1', two, start), change, later(30)).asked).toEqual(['he', 'zhao', 'song'])
  })
  it('is with the head at once when nobody is on duty', () => {
    const call = open('c1', { duty: [], head: 'song' }, start)
    expect([call.asked, call.head]).toEqual([['song'], true])
  })
  it('can be accepted by one only, and twice by the same', () => {
    const call = held(open('c1', two, start), 'qian', later(1))
    expect(accept(call, 'he', later(1))).toEqual({ ok: false, code: 'CALL_TAKEN' })
    expect(accept(call, 'qian', later(2))).toEqual({ ok: true, data: call })
    expect(escalate(call, crewAt, later(60))).toEqual(call)
  })
  it('is followed up after a day and after a week, and only then closed', () => {
    let call = held(open('c1', two, start), 'he', start)
    expect(call.followUps.map(({ dueAt }) => dueAt)).toEqual(['2026-03-11T14:00:00.000Z', '2026-03-17T14:00:00.000Z'])
    expect(close(call, 'he', 'reached', later(10))).toEqual({ ok: false, code: 'FOLLOW_UP_OPEN' })
    for (const minute of [1450, 10_090]) {
      const next = followedUp(call, 'he', 'reached', later(minute))
      if (next.ok) call = next.data
    }
    expect(followedUp(call, 'he', 'reached', later(11_000))).toEqual({ ok: false, code: 'NOTHING_DUE' })
    expect(close(call, 'he', 'reached', later(11_000))).toMatchObject({ ok: true, data: { state: 'closed' } })
  })
  it('belongs to whoever holds it, also after it was handed over', () => {
    const call = held(open('c1', two, start), 'he', start)
    expect(handOver(call, 'qian', 'song')).toEqual({ ok: false, code: 'NOT_YOURS' })
    const over = handOver(call, 'he', 'qian')
    expect(over).toMatchObject({ ok: true, data: { acceptedBy: 'qian' } })
    if (over.ok) expect(close(over.data, 'he', 'withdrawn', start)).toEqual({ ok: false, code: 'NOT_YOURS' })
  })
  it('that nobody ends is over seven days after the last follow-up was due, and not before', () => {
    const call = held(open('c1', two, start), 'he', start)
    expect(endsAt(call).toISOString()).toBe('2026-03-24T14:00:00.000Z')
    expect(leftOpen(call, new Date('2026-03-24T13:59:59.999Z'))).toBe(call)
    const over = { state: 'closed', outcome: 'left-open', closedAt: '2026-03-24T14:00:00.000Z' }
    for (const at of ['2026-03-24T14:00:00.000Z', '2026-05-01T00:00:00.000Z'])
      expect(leftOpen(call, new Date(at))).toMatchObject(over)
  })
  it('that nobody ever took is over two weeks after it was asked for', () => {
    const call = escalate(open('c1', two, start), crewAt, later(600))
    expect(leftOpen(call, new Date('2026-03-24T13:59:59.999Z'))).toBe(call)
    expect(leftOpen(call, new Date('2026-03-24T14:00:00.000Z'))).toMatchObject({ state: 'closed', acceptedBy: '' })
  })
  it('is overdue while a follow-up is, and again a day after the last one when it was not ended', () => {
    let call = held(open('c1', two, start), 'he', start)
    expect([isOverdue(call, later(1439)), isOverdue(call, later(1440))]).toEqual([false, true])
    for (const minute of [1440, 10_080]) {
      const next = followedUp(call, 'he', 'not-reached', later(minute))
      if (next.ok) call = next.data
      expect(isOverdue(call, later(minute))).toBe(false)
    }
    expect([isOverdue(call, later(11_519)), isOverdue(call, later(11_520))]).toEqual([false, true])
  })
  it('can be taken back by the person at any time', () => {
    const closed = withdraw(open('c1', two, start), later(1))
    expect(closed).toMatchObject({ state: 'closed', outcome: 'withdrawn' })
    expect(accept(closed, 'he', later(2))).toEqual({ ok: false, code: 'CALL_CLOSED' })
  })
})

describe('those on duty', () => {
  const shift = (id: string, from: number, until: number) => ({
    id,
    staffId: id,
    name: id,
    from: later(from).toISOString(),
    until: later(until).toISOString(),
  })
  it('are there from the first instant of the shift until just before its end', () => {
    expect(onDuty([shift('a', 0, 10)], start)).toHaveLength(1)
    expect(onDuty([shift('a', 0, 10)], later(9, 59))).toHaveLength(1)
    expect(onDuty([shift('a', 0, 10)], later(10))).toHaveLength(0)
  })
  it('are asked in the order they came', () => {
    expect(onDuty([shift('b', -5, 10), shift('c', -60, 10), shift('a', -5, 10)], start).map(({ id }) => id)).toEqual([
      'c',
      'a',
      'b',
    ])
  })
  it('while nobody is there, the next time somebody is can be said', () => {
    expect(nextDutyAt([shift('a', -10, -5), shift('c', 90, 100), shift('b', 30, 60)], start)).toBe(
      later(30).toISOString(),
    )
    expect(nextDutyAt([], start)).toBeUndefined()
  })
})
