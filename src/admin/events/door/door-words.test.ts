import { describe, expect, it } from 'vitest'
import { inOrder, mayKeep, nameOf, standSaid, timeAtDoor } from './door-words'

const ticket = (name: string, came: (string | null)[]) => ({
  ...{ ticketId: name, key: '', name, places: 1, state: 'seated' as const, came },
})

describe('the list at the door', () => {
  it('begins with those who are not there yet', () => {
    const list = [ticket('丙', ['2026-03-14T02:00:00.000Z']), ticket('乙', [null]), ticket('甲', [null])]
    const names = inOrder(list, 0).map(({ name }) => name)
    expect(names.at(-1)).toBe('丙')
    expect(names.slice(0, 2).sort()).toEqual(['乙', '甲'].sort())
  })

  it('is for the time that is not over yet', () => {
    const times = ['2026-03-14', '2026-03-21'].map((day) => ({ from: `${day}T02:00:00Z`, until: `${day}T04:00:00Z` }))
    expect(timeAtDoor(times, new Date('2026-03-14T03:00:00Z'))).toBe(0)
    expect(timeAtDoor(times, new Date('2026-03-14T05:00:00Z'))).toBe(1)
    expect(timeAtDoor(times, new Date('2026-04-01T00:00:00Z'))).toBe(1)
  })

  it('says how somebody stands, and of many times how often they came', () => {
    const at = '2026-03-14T02:00:00.000Z'
    expect(standSaid({ state: 'seated', came: [null] })).toBe('有名额')
    expect(standSaid({ state: 'came', came: [at] })).toBe('来过')
    expect(standSaid({ state: 'came', came: [at, null, at] })).toBe('来过 2 次')
  })

  it('has a word for whoever gave none to be called by', () => {
    expect([{ name: '小林' }, { name: '' }].map(nameOf)).toEqual(['小林', '没有写称呼的一位'])
  })

  it('is kept until the door closes', () => {
    const list = { until: '2026-03-15T04:00:00.000Z' }
    expect(mayKeep(list, new Date('2026-03-15T03:59:59Z'))).toBe(true)
    expect(mayKeep(list, new Date('2026-03-15T04:00:00Z'))).toBe(false)
  })
})
