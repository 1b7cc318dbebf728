import { describe, expect, it } from 'vitest'
import { inOrder, timeAtDoor } from './door-words'

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
})
