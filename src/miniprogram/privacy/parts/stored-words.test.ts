import { expect, it } from 'vitest'
import { goneWords } from './stored-words'

it('says when something goes by itself, and otherwise why it stays', () => {
  const why = '两年没有再用过就清除'
  expect(goneWords({ daysLeft: 12, why })).toBe(`还剩 12 天自动清除：${why}`)
  expect(goneWords({ daysLeft: 0, why })).toBe(`今天自动清除：${why}`)
  expect(goneWords({ daysLeft: null, why })).toBe(why)
})
