import { describe, expect, it } from 'vitest'
import { counters } from '../../domain/figures/events'
import { type Evented, eventColumns, eventLines, kindsTold, toldOf } from './evented'

const nothing = Object.fromEntries(['views', ...counters].map((counter) => [counter, 0])) as Evented['totals']
const kinds: Evented['kinds'] = [
  { ...nothing, kind: 'open-day', views: 1200, signUps: 40, checkIns: 28 },
  { ...nothing, kind: 'live' },
]

describe('figures of events', () => {
  it('say every counter, each with how it is counted', () => {
    const told = toldOf(nothing)
    expect(told).toHaveLength(counters.length + 1)
    expect(told.every(({ how, name }) => how !== '' && name !== '')).toBe(true)
    expect(eventColumns).toHaveLength(counters.length)
  })

  it('leave out a kind that nothing happened of', () => {
    expect(kindsTold(kinds).map(({ title }) => title)).toEqual(['开放日'])
  })

  it('are a table with the whole first', () => {
    const lines = eventLines({ totals: { ...nothing, views: 1200 }, kinds })
    expect(lines[0]?.slice(0, 4)).toEqual(['全部', '打开活动', '1,200', '次'])
    expect(lines.some(([title]) => title === '开放日')).toBe(true)
  })
})
