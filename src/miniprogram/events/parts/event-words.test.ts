import { describe, expect, it } from 'vitest'
import { ownSaid, standSaid, timeNext, whenSaid } from './event-words'

const card = { way: 'first-come', capacity: 30, left: 4, waiting: null, opensAt: '2026-03-02T01:00:00.000Z' } as const
const times = [
  { from: '2026-03-14T02:00:00.000Z', until: '2026-03-14T04:00:00.000Z' },
  { from: '2026-03-21T02:00:00.000Z', until: '2026-03-21T04:00:00.000Z' },
]

describe('what is said of an event', () => {
  it('says how it stands', () => {
    expect(standSaid({ ...card, stand: 'open' })).toBe('可以报名，还有 4 个名额')
    expect(standSaid({ ...card, stand: 'open', left: null })).toBe('可以报名，不限名额')
    expect(standSaid({ ...card, stand: 'open', way: 'draw' })).toBe('可以报名，截止后抽签，共 30 个名额')
    expect(standSaid({ ...card, stand: 'soon' })).toBe('3月2日 09:00 开始报名')
    expect(standSaid({ ...card, stand: 'full', waiting: 3 })).toBe('名额满了，可以候补，前面有 3 位')
    expect(standSaid({ ...card, stand: 'full', waiting: 0 })).toBe('名额满了，可以候补')
  })

  it('says when: of several the next that is not over', () => {
    expect(whenSaid(times, new Date('2026-03-15T00:00:00Z'))).toBe('3月21日 周六 10:00–12:00，共 2 次')
    expect(timeNext(times, new Date('2026-04-01T00:00:00Z'))).toBe(times[1])
    expect(whenSaid(times.slice(0, 1), new Date('2026-03-01T00:00:00Z'))).toBe('3月14日 周六 10:00–12:00')
  })

  it('says how one’s own stands, and blames nobody', () => {
    const own = { place: null, offer: null, calledOff: false, places: 1 }
    expect(ownSaid({ ...own, state: 'waiting', place: 2, places: 3 })).toBe('候补第 2 位，共 3 位')
    const offer = { places: 1, until: '2026-03-13T02:00:00.000Z' }
    expect(ownSaid({ ...own, state: 'offered', offer })).toBe('为您留了 1 个名额，到 3月13日 周五 10:00')
    expect(ownSaid({ ...own, state: 'missed' })).not.toMatch(/缺席|爽约|未到|失约/)
    expect(ownSaid({ ...own, state: 'seated', calledOff: true })).toBe('这场活动取消了')
  })
})
