import { describe, expect, it } from 'vitest'
import { openDay } from '../../../tests/house/open-day'
import type { Event } from './event'
import { announce, callOff, copyOf, hold, moveTo, type Plan, report, returnToDraft, submit, write } from './moves'
import { type State, states } from './words'

const now = new Date('2026-03-03T02:00:00.000Z')
const over = new Date('2026-03-14T04:00:00.000Z')
const draft = openDay({ state: 'draft', revision: 4, hostId: 'he' })
const inReview: Event = { ...draft, state: 'in-review' }
const announced: Event = { ...draft, state: 'announced' }
const in_ = (state: State): Event => ({ ...draft, state })
const at = { revision: 4 }

const got = <T>(result: { ok: true; data: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code)
  return result.data
}
const codeOf = (result: { ok: boolean; code?: string }) => (result.ok ? 'OK' : result.code)

const { id, branchId, hostId, state, revision, said, ...plan } = draft
const asked = { id: 'new', branchId: 'city', hostId: 'he', revision: 0 }

describe('a draft', () => {
  it('begins with its first writing, and grows with each', () => {
    const first = got(write(undefined, asked, plan satisfies Plan))
    expect(first).toMatchObject({ id: 'new', state: 'draft', revision: 1, hostId: 'he', said: '' })
    expect(got(write(first, { ...asked, revision: 1 }, { ...plan, title: '沙盘' }))).toMatchObject({
      ...{ title: '沙盘', revision: 2 },
    })
  })

  it('is the same when it is sent again', () => {
    const first = got(write(undefined, asked, plan))
    expect(got(write(first, asked, { ...plan, shares: { newcomer: 3, shift: 5 } }))).toBe(first)
    expect(codeOf(write(first, asked, { ...plan, title: '沙盘' }))).toBe('EVENT_CHANGED')
  })

  it('stays whose it is and where it is, whoever writes on', () => {
    const other = { ...asked, id: draft.id, branchId: 'city.heping', hostId: 'song', revision: 4 }
    expect(got(write(draft, other, plan))).toMatchObject({ branchId: 'city', hostId: 'he' })
  })

  it('is not overwritten by whoever has not seen the last change, nor once it is no draft', () => {
    expect(codeOf(write(draft, { ...asked, revision: 3 }, { ...plan, title: '沙盘' }))).toBe('EVENT_CHANGED')
    expect(codeOf(write(undefined, { ...asked, revision: 3 }, plan))).toBe('EVENT_NOT_FOUND')
    for (const other of states.filter((one) => one !== 'draft'))
      expect(codeOf(write(in_(other), { ...asked, revision: 4 }, plan))).toBe('EVENT_NOT_A_DRAFT')
  })

  it('has every instant in the form that sorts by time', () => {
    const short = { ...plan, closesAt: '2026-03-13T12:00:00Z' }
    expect(got(write(draft, { ...asked, revision: 4 }, short)).closesAt).toBe('2026-03-13T12:00:00.000Z')
  })
})

describe('two people', () => {
  it('hand in and announce: never the one who wrote it', () => {
    const handedIn = got(submit(draft, at, now))
    expect(handedIn).toMatchObject({ state: 'in-review', revision: 5 })
    expect(codeOf(announce(handedIn, { revision: 5, by: 'he' }, now))).toBe('OWN_EVENT')
    expect(got(announce(handedIn, { revision: 5, by: 'song' }, now))).toMatchObject({ state: 'announced', revision: 6 })
  })

  it('announce only what is still right by then', () => {
    expect(codeOf(announce(inReview, { ...at, by: 'song' }, over))).toBe('EVENT_TIMES_NOT_FIT')
    expect(codeOf(submit({ ...draft, title: '' }, at, now))).toBe('EVENT_TITLE_MISSING')
  })

  it('send it back with a word', () => {
    expect(got(returnToDraft(inReview, { ...at, said: '请写清楚地点' }))).toMatchObject({
      ...{ state: 'draft', said: '请写清楚地点', revision: 5 },
    })
  })

  it.each(states)('do each of it only where it stands there: %s', (one) => {
    expect(codeOf(submit(in_(one), at, now))).toBe(one === 'draft' ? 'OK' : 'EVENT_NOT_A_DRAFT')
    const toReview = one === 'in-review' ? 'OK' : 'EVENT_NOT_IN_REVIEW'
    expect(codeOf(returnToDraft(in_(one), { ...at, said: '' }))).toBe(toReview)
    expect(codeOf(announce(in_(one), { ...at, by: 'song' }, now))).toBe(toReview)
    const ahead = one === 'announced' ? 'OK' : 'EVENT_NOT_ANNOUNCED'
    expect(codeOf(callOff(in_(one), { ...at, said: '老师病了' }, now))).toBe(ahead)
    expect(codeOf(hold(in_(one), over))).toBe(one === 'announced' ? 'OK' : 'EVENT_NOT_OVER')
  })
})

describe('another time', () => {
  const later = { times: [{ from: '2026-03-16T02:00:00Z', until: '2026-03-16T04:00:00Z' }], link: '', said: '教室漏水' }
  const moved = got(moveTo(announced, { ...at, ...later, place: '五层' }, now))

  it('is a new revision with why, and until when one can give back a seat moves along', () => {
    expect(moved).toMatchObject({ revision: 5, place: '五层', said: '教室漏水', state: 'announced' })
    expect(moved.times).toEqual([{ from: '2026-03-16T02:00:00.000Z', until: '2026-03-16T04:00:00.000Z' }])
    expect(moved.cancelUntil).toBe('2026-03-15T12:00:00.000Z')
    expect([moved.closesAt, moved.sharesUntil]).toEqual([announced.closesAt, announced.sharesUntil])
  })

  it('that is earlier closes sign-up before it begins', () => {
    const times = [{ from: '2026-03-10T02:00:00.000Z', until: '2026-03-10T04:00:00.000Z' }]
    const earlier = got(moveTo(announced, { ...at, ...later, times, place: '五层' }, now))
    expect([earlier.closesAt, earlier.sharesUntil]).toEqual([times[0]?.from, times[0]?.from])
    const drawn = got(moveTo({ ...announced, way: 'draw' }, { ...at, ...later, times, place: '五层' }, now))
    expect(drawn.closesAt).toBe('2026-03-09T02:00:00.000Z')
  })

  it('never opens again what has closed', () => {
    const closed = { ...announced, closesAt: '2026-03-03T01:00:00.000Z' }
    expect(got(moveTo(closed, { ...at, ...later, place: '五层' }, now)).closesAt).toBe(closed.closesAt)
  })

  it('is refused in the past, without a place, to whoever has not seen the last change, and when it is over', () => {
    const gone = [{ from: '2026-03-02T02:00:00.000Z', until: '2026-03-02T04:00:00.000Z' }]
    expect(codeOf(moveTo(announced, { ...at, ...later, times: gone, place: '五层' }, now))).toBe('EVENT_TIMES_NOT_FIT')
    expect(codeOf(moveTo(announced, { ...at, ...later, place: '' }, now))).toBe('EVENT_PLACE_MISSING')
    expect(codeOf(moveTo(announced, { ...later, revision: 3, place: '五层' }, now))).toBe('EVENT_CHANGED')
    expect(codeOf(moveTo(announced, { ...at, ...later, place: '五层' }, over))).toBe('EVENT_NOT_ANNOUNCED')
  })
})

describe('the end of it', () => {
  it('is called off with why while it is not over', () => {
    expect(got(callOff(announced, { ...at, said: '老师病了' }, now))).toMatchObject({ state: 'cancelled', revision: 5 })
    expect(codeOf(callOff(announced, { ...at, said: '老师病了' }, over))).toBe('EVENT_NOT_ANNOUNCED')
    expect(codeOf(callOff(announced, { revision: 3, said: '老师病了' }, now))).toBe('EVENT_CHANGED')
  })

  it('is held at the instant of its end, and nobody has to hear of that', () => {
    expect(codeOf(hold(announced, new Date(over.getTime() - 1)))).toBe('EVENT_NOT_OVER')
    expect(got(hold(announced, over))).toMatchObject({ state: 'held', revision: 4 })
  })

  it('is reported once it is over, and again the same', () => {
    expect(codeOf(report(announced, now))).toBe('EVENT_NOT_OVER')
    const reported = got(report(announced, over))
    expect(reported.state).toBe('reported')
    expect(got(report(reported, over))).toBe(reported)
    expect(codeOf(report(in_('cancelled'), over))).toBe('EVENT_NOT_OVER')
  })
})

describe('a copy', () => {
  it('is a draft of whoever made it, and everything keeps its distance from the beginning', () => {
    const copy = got(
      copyOf(
        { ...announced, said: '教室漏水' },
        { id: 'april', hostId: 'song', from: '2026-04-11T02:00:00.000Z' },
        now,
      ),
    )
    expect(copy).toMatchObject({ id: 'april', hostId: 'song', state: 'draft', revision: 1, said: '' })
    expect(copy.times).toEqual([{ from: '2026-04-11T02:00:00.000Z', until: '2026-04-11T04:00:00.000Z' }])
    expect([copy.opensAt, copy.closesAt, copy.cancelUntil, copy.sharesUntil]).toEqual([
      '2026-03-30T01:00:00.000Z',
      '2026-04-10T12:00:00.000Z',
      '2026-04-10T12:00:00.000Z',
      '2026-04-10T10:00:00.000Z',
    ])
  })

  it('is not made into the past, nor of what has no time', () => {
    const from = '2026-03-01T02:00:00.000Z'
    expect(codeOf(copyOf(announced, { id: 'x', hostId: 'he', from }, now))).toBe('EVENT_TIMES_NOT_FIT')
    const timeless = { ...draft, times: [] }
    expect(codeOf(copyOf(timeless, { id: 'x', hostId: 'he', from: '2026-05-01T02:00:00.000Z' }, now))).toBe(
      'EVENT_TIMES_NOT_FIT',
    )
  })
})
