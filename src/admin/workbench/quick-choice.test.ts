import { describe, expect, it } from 'vitest'
import { matching, soughtIn, stepped } from './quick-choice'

const rows = [
  { id: 'a', text: '您好，我在，慢慢说' },
  { id: 'b', text: '谢谢您告诉我这些' },
]

describe('quick replies', () => {
  it('open at a stroke at the beginning of a line of its own, and nowhere else', () => {
    expect([soughtIn('/'), soughtIn('/ 您好'), soughtIn('/谢')]).toEqual(['', '您好', '谢'])
    expect([soughtIn(''), soughtIn('11/23'), soughtIn('/您好\n再说'), soughtIn('您好/')]).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('are all there until something is looked for', () => {
    expect(matching(rows, '')).toEqual(rows)
    expect(matching(rows, '谢谢').map(({ id }) => id)).toEqual(['b'])
    expect(matching(rows, '没有的')).toEqual([])
  })

  it('go round', () => {
    expect([stepped(0, 1, 2), stepped(1, 1, 2), stepped(0, -1, 2), stepped(0, 1, 0)]).toEqual([1, 0, 1, 0])
  })
})
