import { describe, expect, it } from 'vitest'
import { paceOf, shownLeft } from './pace'

describe('how fast it goes and how long it still takes', () => {
  it('is what this run did', () => {
    expect(paceOf(1000, 5000, 10)).toEqual({ perSecond: 100, secondsLeft: 50 })
    expect(paceOf(0, 5000, 10)).toBeNull()
    expect(paceOf(500, 5000, 0)).toBeNull()
  })

  it('is said in round words', () => {
    expect([20, 61, 3599, 3700].map(shownLeft)).toEqual(['不到 1 分钟', '约 2 分钟', '约 60 分钟', '约 1 小时 2 分钟'])
  })
})
