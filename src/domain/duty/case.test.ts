import { describe, expect, it } from 'vitest'
import { daysLater } from '../time'
import { type Case, closeCase, decide, dueAt, isOverdue, ownerNow, refer, referralEnded } from './case'

const start = new Date('2026-03-10T02:00:00.000Z')
const chosen = { id: 'c1', colour: 'red' as const, reason: 'said-so-on-the-phone' as const, by: 'he', reviewInDays: 2 }
const taken = (result: { ok: boolean; data?: Case }): Case => {
  if (!result.data) throw new Error('refused')
  return result.data
}
const red = taken(decide(undefined, chosen, start))
const atWork = (...there: string[]) => ({ head: 'song', isAtWork: (staffId: string) => there.includes(staffId) })

describe('a case', () => {
  it('names who chose the colour, why, and when somebody looks again', () => {
    expect(red).toMatchObject({ colour: 'red', by: 'he', owner: 'he', reviewAt: '2026-03-12T02:00:00.000Z' })
  })
  it.each([
    ['red', 4],
    ['yellow', 15],
    ['green', 61],
    ['red', 0],
  ] as const)('%s is not left for %s days', (colour, reviewInDays) => {
    expect(decide(undefined, { ...chosen, colour, reviewInDays }, start)).toEqual({
      ok: false,
      code: 'REVIEW_TOO_LATE',
    })
  })
  it('keeps its owner and its referrals when the colour changes', () => {
    const referred = taken(
      refer(red, { level: 'L2', to: '市精神卫生中心', note: '', by: 'he', followUpInDays: 1 }, start),
    )
    const yellow = taken(decide(referred, { ...chosen, colour: 'yellow', by: 'qian', reviewInDays: 7 }, start))
    expect(yellow).toMatchObject({ colour: 'yellow', by: 'qian', owner: 'he', referrals: [{ level: 'L2' }] })
  })
  it('is due at whichever comes first, and overdue at that instant', () => {
    const referred = taken(refer(red, { level: 'L1', to: '本中心', note: '', by: 'he', followUpInDays: 1 }, start))
    expect(dueAt(referred)).toBe('2026-03-11T02:00:00.000Z')
    expect(isOverdue(referred, new Date('2026-03-11T01:59:59.999Z'))).toBe(false)
    expect(isOverdue(referred, new Date('2026-03-11T02:00:00.000Z'))).toBe(true)
  })
  it('is the head’s when its owner has left, or let a day pass after it was due, and not before', () => {
    const due = { owner: 'he', due: dueAt(red) }
    const all = atWork('he', 'qian', 'song')
    expect(ownerNow(due, atWork('song'), start)).toBe('song')
    expect(ownerNow(due, all, new Date('2026-03-13T01:59:59.999Z'))).toBe('he')
    expect(ownerNow(due, all, new Date('2026-03-13T02:00:00.000Z'))).toBe('song')
    expect(ownerNow({ ...due, owner: 'song' }, all, daysLater(start, 30))).toBe('song')
  })
  it('stays with its owner where no head is named, and is nobody’s when the owner left as well', () => {
    const due = { owner: 'he', due: dueAt(red) }
    expect(ownerNow(due, { ...atWork('he'), head: '' }, daysLater(start, 30))).toBe('he')
    expect(ownerNow(due, { ...atWork(), head: '' }, start)).toBe('')
  })
  it('is closed only from green, with every referral ended', () => {
    expect(closeCase(red, start)).toEqual({ ok: false, code: 'NOT_GREEN' })
    const green = taken(decide(red, { ...chosen, colour: 'green', reviewInDays: 30 }, start))
    const referred = taken(
      refer(green, { level: 'L2', to: '市精神卫生中心', note: '', by: 'he', followUpInDays: 7 }, start),
    )
    expect(closeCase(referred, start)).toEqual({ ok: false, code: 'REFERRAL_OPEN' })
    const ended = taken(referralEnded(referred, 0, 'arrived', start))
    expect(referralEnded(ended, 0, 'arrived', start)).toEqual({ ok: false, code: 'REFERRAL_NOT_FOUND' })
    const closed = taken(closeCase(ended, start))
    expect([dueAt(closed), isOverdue(closed, daysLater(start, 400))]).toEqual(['', false])
    expect(decide(closed, chosen, start)).toEqual({ ok: false, code: 'CASE_CLOSED' })
  })
})
