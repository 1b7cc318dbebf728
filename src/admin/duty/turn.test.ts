import { describe, expect, it } from 'vitest'
import type { CallRow } from '../../contract/calls'
import { callsFor, isNew } from './ring'
import { byWaiting, due, passes, turnOf, waited } from './turn'

const now = Date.parse('2026-11-22T10:00:00.000Z')
const at = (seconds: number) => new Date(now + seconds * 1000).toISOString()

const call = (more: Partial<CallRow>): CallRow => ({
  id: 'call-one',
  openedAt: at(0),
  state: 'waiting',
  yours: false,
  acceptedByName: '',
  turnOfName: '宋青',
  turnEndsAt: at(300),
  withHead: false,
  nextFollowUpAt: null,
  overdue: false,
  endsAt: at(14 * 86_400),
  outcome: null,
  drill: false,
  log: [],
  hasNumber: true,
  referredByName: '',
  ...more,
})

describe('a call that waits', () => {
  it('says how long', () => {
    expect(waited(at(-59), now)).toBe('不到 1 分钟')
    expect(waited(at(-60), now)).toBe('1 分钟')
    expect(waited(at(-3600), now)).toBe('1 小时')
    expect(waited(at(-3700), now)).toBe('1 小时 1 分钟')
    expect(waited(at(-25 * 3600), now)).toBe('1 天 1 小时')
  })

  it('counts down to the next one, by the second, and says when nobody comes after', () => {
    expect(passes(call({}), now)).toBe('5:00 后转给下一位')
    expect(passes(call({}), now + 299_500)).toBe('0:01 后转给下一位')
    expect(passes(call({}), now + 300_000)).toBe('正在转给下一位')
    expect(passes(call({ turnEndsAt: null, withHead: true }), now)).toBe('不再转给别人，等人接下')
  })

  it('says whose turn it is', () => {
    expect(turnOf(call({}))).toBe('轮到宋青')
    expect(turnOf(call({ yours: true }))).toBe('轮到您')
    expect(turnOf(call({ yours: true, withHead: true }))).toBe('轮到您（值守负责人）')
    expect(turnOf(call({ withHead: true }))).toBe('轮到值守负责人宋青')
    expect(turnOf(call({ withHead: true, turnOfName: '' }))).toBe('还没有轮到谁，任何一位都可以接')
  })

  it('comes before those who have waited less', () => {
    const rows = [call({ id: 'b', openedAt: at(-10) }), call({ id: 'a', openedAt: at(-20) })]
    expect(byWaiting(rows).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

describe('a follow-up', () => {
  it('says in words how long there is, and how long it is past', () => {
    expect(due(at(24 * 3600), now)).toBe('还有 1 天')
    expect(due(at(7 * 24 * 3600 - 3600), now)).toBe('还有 6 天 23 小时')
    expect(due(at(30), now)).toBe('马上到期')
    expect(due(at(0), now)).toBe('已到期')
    expect(due(at(-2 * 3600), now)).toBe('已过期 2 小时')
  })
})

describe('the sound', () => {
  const rung = (before: CallRow[], after: CallRow[]) => isNew(callsFor(before), callsFor(after))

  it('is for what newly waits, and for a turn that comes round', () => {
    expect(rung([], [call({})])).toBe(true)
    expect(rung([call({})], [call({})])).toBe(false)
    expect(rung([call({})], [call({}), call({ id: 'call-two' })])).toBe(true)
    expect(rung([call({})], [call({ yours: true })])).toBe(true)
  })

  it('is not for what was accepted or is gone', () => {
    expect(rung([call({ yours: true })], [call({})])).toBe(false)
    expect(rung([call({})], [call({ state: 'accepted' })])).toBe(false)
    expect(rung([call({})], [])).toBe(false)
  })
})
