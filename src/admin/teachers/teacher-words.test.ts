import { describe, expect, it } from 'vitest'
import { isToDecide, mayAppeal, ratingSaid, standingSaid } from './teacher-words'

const until = '2026-03-24T02:00:00.000Z'
const before = new Date('2026-03-20T02:00:00.000Z')
const after = new Date('2026-03-24T02:00:00.000Z')
const told = { standing: 'told', appealUntil: until } as const

describe('what is said of a teacher', () => {
  it('has a mean from ten on', () => {
    expect(ratingSaid({ rating: null })).toBe('还不到十份')
    expect(ratingSaid({ rating: { count: 24, mean: 4.25 } })).toBe('4.3（24 份）')
  })

  it('says until when an appeal can be written, and who decides after that', () => {
    expect(standingSaid({ standing: 'asked', appealUntil: null }, before)).toBe('照常排课')
    expect(standingSaid(told, before)).toBe('已告知，可以申诉，到 2026-03-24')
    expect(standingSaid(told, after)).toBe('申诉的日子过了，等管理员决定')
    expect(standingSaid({ standing: 'out', appealUntil: until }, after)).toBe('不再排课')
  })
})

describe('what can be done about a teacher', () => {
  it('is to answer while there are days, and to decide once they are over', () => {
    expect([mayAppeal(told, before), isToDecide(told, before)]).toEqual([true, false])
    expect([mayAppeal(told, after), isToDecide(told, after)]).toEqual([false, true])
  })

  it('is to decide after an answer, and once more about somebody who is out', () => {
    expect(isToDecide({ standing: 'appealed', appealUntil: until }, before)).toBe(true)
    expect(isToDecide({ standing: 'out', appealUntil: until }, after)).toBe(true)
    expect(isToDecide({ standing: 'asked', appealUntil: null }, after)).toBe(false)
  })
})
