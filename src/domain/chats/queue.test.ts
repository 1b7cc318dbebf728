import { describe, expect, it } from 'vitest'
import { expectedMinutes, inOrder, placeOf } from './queue'

const chat = (id: string, openedAt: string) => ({ id, openedAt })
const waiting = [chat('c', '2026-03-10T04:01'), chat('b', '2026-03-10T04:00'), chat('a', '2026-03-10T04:00')]

describe('the queue', () => {
  it('is first come, first served', () => {
    expect(inOrder(waiting).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect([placeOf('a', waiting), placeOf('c', waiting), placeOf('elsewhere', waiting)]).toEqual([1, 3, 0])
  })
})

describe('the expected wait', () => {
  it('cannot be said when nobody is there', () => {
    expect(expectedMinutes(1, { counsellors: 0, open: 0 })).toBeUndefined()
  })
  it('is as short as can be said while there is room', () => {
    expect(expectedMinutes(1, { counsellors: 1, open: 2 })).toBe(5)
    expect(expectedMinutes(3, { counsellors: 1, open: 0 })).toBe(5)
  })
  it('grows with the place and shrinks with those on duty', () => {
    expect(expectedMinutes(1, { counsellors: 1, open: 3 })).toBe(10)
    expect(expectedMinutes(6, { counsellors: 1, open: 3 })).toBe(60)
    expect(expectedMinutes(6, { counsellors: 2, open: 6 })).toBe(30)
    expect(expectedMinutes(1, { counsellors: 1, open: 3, usual: 60 })).toBe(20)
  })
})
