import { expect, it } from 'vitest'
import { hintsAtCrisis } from './crisis-words'

it.each(['我不想活了', '不 想 活 了', '活着，没意思', '昨天写了遗书', '想“死”'])('a hint appears at %s', (text) => {
  expect(hintsAtCrisis(text)).toBe(true)
})
it.each(['最近睡不好', '这个班上得累死了', '', '今天想早点下班'])('no hint appears at %s', (text) => {
  expect(hintsAtCrisis(text)).toBe(false)
})
