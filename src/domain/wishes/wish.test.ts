import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answer, ask, isOpen, isOverdue, MOST_PROPOSALS, type Proposal } from './wish'

const now = new Date('2026-03-10T02:00:00.000Z')
const asked = ask({ id: 'w1', personId: 'lin', mode: 'phone', field: '', times: ['evening'] }, now)
const promised = new Date('2026-03-13T02:00:00.000Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const proposal: Proposal = {
  staffId: 'he',
  from: '2026-03-12T07:00:00.000Z',
  until: '2026-03-12T07:50:00.000Z',
  mode: 'phone',
}

describe('a wish', () => {
  it('is promised an answer within 72 hours, to the minute', () => {
    expect(asked).toMatchObject({ askedAt: now.toISOString(), promisedAt: promised.toISOString(), answeredAt: '' })
  })

  it('is promised the same over a night, a month and a leap day', () => {
    for (const from of ['2026-03-31T15:59:00.000Z', '2028-02-27T16:00:00.000Z', '2026-12-31T16:00:00.000Z']) {
      const { promisedAt } = ask(asked, new Date(from))
      expect(Date.parse(promisedAt) - Date.parse(from)).toBe(72 * 3_600_000)
    }
  })

  it('is overdue at the very instant it was promised for, and not before', () => {
    expect(isOverdue(asked, new Date(promised.getTime() - 1))).toBe(false)
    expect(isOverdue(asked, promised)).toBe(true)
  })

  it('is never overdue once it is answered, however late', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 90 }), fc.integer({ min: 0, max: 60 * 24 * 90 }), (at, after) => {
        const answered = answer(asked, [proposal], later(at))
        if (!answered.ok) throw new Error(answered.code)
        expect(isOpen(answered.data)).toBe(false)
        expect(isOverdue(answered.data, later(at + after))).toBe(false)
      }),
    )
  })
})

describe('an answer', () => {
  it('proposes up to three times', () => {
    const many = Array.from({ length: 5 }, () => proposal)
    expect(answer(asked, many, now)).toMatchObject({ ok: true, data: { answeredAt: now.toISOString() } })
    const answered = answer(asked, many, now)
    expect(answered.ok && answered.data.proposals).toHaveLength(MOST_PROPOSALS)
  })

  it('that proposes nothing is one too', () => {
    const answered = answer(asked, [], now)
    expect(answered.ok && [isOpen(answered.data), answered.data.proposals]).toEqual([false, []])
  })

  it('is given once', () => {
    const first = answer(asked, [], now)
    if (!first.ok) throw new Error(first.code)
    expect(answer(first.data, [proposal], later(1))).toEqual({ ok: false, code: 'WISH_ANSWERED' })
  })

  it('leaves what was asked as it was', () => {
    const answered = answer(asked, [proposal], later(5))
    expect(answered).toEqual({
      ok: true,
      data: { ...asked, answeredAt: later(5).toISOString(), proposals: [proposal] },
    })
  })
})
