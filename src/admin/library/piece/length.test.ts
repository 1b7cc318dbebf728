import { describe, expect, it } from 'vitest'
import { shownLength } from './length'

describe('the length of a recording', () => {
  it('is read in minutes and seconds, and never nothing', () => {
    expect([0.2, 59, 60, 65.4, 3600].map(shownLength)).toEqual([
      '1 秒',
      '59 秒',
      '1 分 0 秒',
      '1 分 5 秒',
      '60 分 0 秒',
    ])
  })
})
