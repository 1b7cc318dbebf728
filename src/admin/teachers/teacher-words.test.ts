import { describe, expect, it } from 'vitest'
import { ratingSaid, standingSaid } from './teacher-words'

describe('what is said of a teacher', () => {
  it('has a mean from ten on', () => {
    expect(ratingSaid({ rating: null })).toBe('还不到十份')
    expect(ratingSaid({ rating: { count: 24, mean: 4.25 } })).toBe('4.3（24 份）')
  })

  it('says until when an appeal can be written, and why it was decided', () => {
    const plain = { appealUntil: null, decidedFor: '' }
    expect(standingSaid({ ...plain, standing: 'asked' })).toBe('照常排课')
    expect(standingSaid({ ...plain, standing: 'told', appealUntil: '2026-03-24T02:00:00.000Z' })).toBe(
      '已告知，可以申诉，到 2026-03-24',
    )
    expect(standingSaid({ ...plain, standing: 'out', decidedFor: '两次课都没有备课' })).toBe(
      '不再排课（两次课都没有备课）',
    )
  })
})
