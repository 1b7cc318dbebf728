import { describe, expect, it } from 'vitest'
import { isFitNickname } from './nickname'

describe('a nickname fits', () => {
  it.each(['小林', '夜班的老王', 'Linda', '竹 子', '八月的风', '2026', '值班1234', '🌿小叶', '三班 一九', 'Fox・秋'])(
    '%s',
    (nickname) => {
      expect(isFitNickname(nickname)).toBe(true)
    },
  )
  it('up to twelve characters, however many units each takes', () => {
    expect(isFitNickname('🌿'.repeat(12))).toBe(true)
    expect(isFitNickname('🌿'.repeat(13))).toBe(false)
    expect(isFitNickname('竹'.repeat(13))).toBe(false)
  })
})

describe('a nickname does not fit', () => {
  it.each([
    ['nothing to see', '   '],
    ['a telephone number', '13812345678'],
    ['five digits', '小林12345'],
    ['full-width digits', '小林１２３４５'],
    ['digits in circles', '①②③④⑤'],
    ['digits with spaces', '1 3 8 1 2'],
    ['digits with dashes', '138-12-34'],
    ['Arabic digits of another script', '٠١٢٣٤'],
    ['digits in words', '幺三八一二'],
    ['an address', 'a.example.cn'],
    ['a web address', 'www.xinyi'],
    ['a mail address', 'lin@home'],
    ['a full-width at', 'lin＠home'],
    ['a way to be added', '加我微信'],
    ['a way to be added, in letters', 'VX linlin'],
    ['a QQ', 'QQ小林'],
    ['a line break', '小\n林'],
    ['an invisible mark', '小\u200b林'],
    ['text that turns round', '小\u202e林'],
    ['half a character', '小\ud83c林'],
  ])('with %s', (_, nickname) => {
    expect(isFitNickname(nickname)).toBe(false)
  })
})
