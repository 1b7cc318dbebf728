import { describe, expect, it } from 'vitest'
import { isStillSo, noticesOf } from './notices'
import type { Signup } from './signup'

const now = new Date('2026-03-10T02:00:00.000Z')
const times = [
  { from: '2026-03-14T02:00:00.000Z', until: '2026-03-14T04:00:00.000Z' },
  { from: '2026-03-21T02:00:00.000Z', until: '2026-03-21T04:00:00.000Z' },
]
const event = { state: 'announced', times, revision: 3, way: 'first-come' } as const
const signup = (more: Partial<Signup> = {}): Signup & { toldAs: string } => ({
  toldAs: 'toldasthis',
  ...{ id: 'openday.lin', eventId: 'openday', personId: 'lin', ticketId: 'ticket', state: 'seated', shares: [] },
  ...{ places: 1, joinedAt: '', turn: '', held: [], offeredUntil: '', asked: 0, unsettled: '' },
  ...{ agreedTo: 3, rated: false, untold: '', toldOf: 3, ...more },
})
const saidOf = (...[one, happening = event, at = now]: [ReturnType<typeof signup>, typeof event?, Date?]) =>
  noticesOf(one, happening, at).map(({ kind, dueAt }) => `${kind} ${dueAt.toISOString()}`)

describe('whoever has a seat', () => {
  it('is reminded a day and two hours before each of its times that is still ahead', () => {
    expect(saidOf(signup())).toEqual([
      'event-tomorrow 2026-03-13T02:00:00.000Z',
      'event-soon 2026-03-14T00:00:00.000Z',
      'event-tomorrow 2026-03-20T02:00:00.000Z',
      'event-soon 2026-03-21T00:00:00.000Z',
    ])
    expect(saidOf(signup({ state: 'came' }), event, new Date('2026-03-21T00:00:00.000Z'))).toEqual([])
  })
  it('has each reminder once, by its time, however often the event is changed', () => {
    const ids = (happening: typeof event) =>
      noticesOf(signup(), happening, now).map(({ revision, kind }) => `${revision} ${kind}`)
    expect(new Set(ids(event)).size).toBe(4)
    expect(ids({ ...event, revision: 4 as 3 }).slice(-4)).toEqual(ids(event))
  })
  it('is not reminded of a time that has moved, nor once they have gone', () => {
    const said = { kind: 'event-soon', revision: 0, appointmentAt: '2026-03-14T02:00:00.000Z' } as const
    expect(isStillSo(signup(), event, said, now)).toBe(true)
    expect(isStillSo(signup(), { ...event, times: times.slice(1) }, said, now)).toBe(false)
    expect(isStillSo(signup({ state: 'cancelled' }), event, said, now)).toBe(false)
    expect(isStillSo(signup({ state: 'waiting' }), event, said, now)).toBe(false)
    expect(isStillSo(undefined, event, said, now)).toBe(false)
  })
})

describe('a change', () => {
  const moved = { ...event, revision: 4 }
  it('is told to everybody who agreed to something else, and to nobody else', () => {
    for (const state of ['entered', 'waiting', 'seated'] as const)
      expect(noticesOf(signup({ state }), moved, now)[0]).toMatchObject({
        kind: 'event-changed',
        revision: 4,
        dueAt: now,
      })
    expect(noticesOf(signup({ agreedTo: 4 }), moved, now).some(({ kind }) => kind === 'event-changed')).toBe(false)
    expect(noticesOf(signup({ state: 'cancelled' }), moved, now)).toEqual([])
  })
  it('that was changed again is told as the last one', () => {
    const said = { kind: 'event-changed', revision: 4, appointmentAt: '' } as const
    expect(isStillSo(signup(), moved, said, now)).toBe(true)
    expect(isStillSo(signup(), { ...moved, revision: 5 }, said, now)).toBe(false)
    expect(isStillSo(signup({ agreedTo: 4 }), moved, said, now)).toBe(false)
  })
})

it('who is signed up hears that it is called off, and of nothing else any more', () => {
  const off = { ...event, state: 'cancelled' } as const
  expect(noticesOf(signup(), off, now).map(({ kind }) => kind)).toEqual(['event-cancelled'])
  expect(isStillSo(signup(), off, { kind: 'event-cancelled', revision: 3, appointmentAt: '' }, now)).toBe(true)
  const reminder = { kind: 'event-soon', revision: 0, appointmentAt: '2026-03-14T02:00:00.000Z' } as const
  expect(isStillSo(signup(), off, reminder, now)).toBe(false)
})

it('who is asked hears of this offer, as long as it is theirs', () => {
  const asked = signup({ state: 'offered', asked: 2, offeredUntil: '2026-03-11T02:00:00.000Z' })
  expect(noticesOf(asked, event, now)).toMatchObject([
    { kind: 'seat-offered', revision: Date.parse(asked.offeredUntil) },
  ])
  const revision = Date.parse(asked.offeredUntil)
  const said = { kind: 'seat-offered', revision, appointmentAt: '' } as const
  expect(isStillSo(asked, event, said, now)).toBe(true)
  expect(isStillSo(asked, event, said, new Date('2026-03-11T02:00:00.000Z'))).toBe(false)
  expect(isStillSo({ ...asked, offeredUntil: '2026-03-12T02:00:00.000Z' }, event, said, now)).toBe(false)
})

it('who was in a draw hears that it is drawn, with a seat or without', () => {
  const draw = { ...event, way: 'draw' } as const
  expect(noticesOf(signup({ state: 'waiting' }), draw, now)).toMatchObject([{ kind: 'drawn', revision: 1 }])
  expect(noticesOf(signup(), draw, now)[0]).toMatchObject({ kind: 'drawn' })
  expect(noticesOf(signup({ state: 'entered' }), draw, now)).toEqual([])
})
