import { describe, expect, it } from 'vitest'
import { minutesLater } from '../time'
import { answered, attempted, cancelled, isSpent, type Notice, type Planned, planned, said } from './notice'
import { remindersBefore } from './reminders'
import { messageOf, templateFor } from './template'
import { MOST_WORDS, noticeKinds, noticePaths, noticeWords } from './words'

const now = new Date('2026-03-10T02:00:00.000Z')
const startsAt = minutesLater(now, 60)
const of = (change: Partial<Planned> = {}) =>
  planned({
    personId: 'lin',
    kind: 'booking-soon',
    subject: { kind: 'booking', id: 'b1' },
    revision: 3,
    dueAt: now,
    appointmentAt: startsAt,
    ...change,
  })

describe('a notice', () => {
  it('is known by what it speaks of, so that nobody can have it twice', () => {
    expect(of().id).toBe('booking.b1.3.booking-soon')
    expect(of({ revision: 4 }).id).not.toBe(of().id)
  })
  it('is said at its time and no earlier', () => {
    const early = minutesLater(now, -1)
    expect(said(of(), true, true, early)).toEqual(of())
    expect(said(of(), true, true, now)).toMatchObject({ state: 'sent', unread: true, push: 'waiting' })
  })
  it('is said once: asked again it stays as it is', () => {
    const once = said(of(), true, false, now)
    expect(said(once, true, false, minutesLater(now, 1))).toBe(once)
  })
  it('is not said when what it speaks of is no longer so', () => {
    expect(said(of(), false, true, now)).toMatchObject({ state: 'cancelled', unread: false, push: 'none' })
  })
  it('reminds until the minute before, and not once it has begun', () => {
    expect(said(of(), true, false, minutesLater(startsAt, -1)).state).toBe('sent')
    expect(said(of(), true, false, startsAt).state).toBe('cancelled')
    expect(said(of({ kind: 'booking-cancelled' }), true, false, startsAt).state).toBe('sent')
  })
  it('that a clock finds late at night waits for the morning', () => {
    const night = new Date('2026-03-10T14:30:00.000Z')
    const late = said(of({ kind: 'wish-answered', appointmentAt: minutesLater(now, 10_000) }), true, true, night)
    expect(late).toMatchObject({ state: 'waiting', at: '2026-03-11T00:00:00.000Z' })
  })
  it('about a reading of the person’s things never leaves the app', () => {
    expect(said(of({ kind: 'looked-at' }), true, true, now).push).toBe('none')
  })
  it('that was said is not unsaid', () => {
    const once = said(of(), true, false, now)
    expect(cancelled(once, now)).toBe(once)
  })
})

describe('a message to WeChat', () => {
  const under = (tries: number): Notice => {
    let notice = said(of(), true, true, now)
    for (let each = 0; each < tries; each++) notice = attempted(notice, 's1', `a${each}`, now)
    return notice
  }
  it('that was taken, refused or lost is never sent again, and uses its consent up', () => {
    for (const [outcome, push] of [
      ['sent', 'sent'],
      ['refused', 'refused'],
      ['lost', 'unknown'],
    ] as const) {
      const ended = answered(under(1), outcome, now)
      expect(ended.push).toBe(push)
      expect(isSpent(ended)).toBe(true)
    }
  })
  it('that cannot be built is not tried again, and its consent is free', () => {
    expect(isSpent(answered(under(1), 'failed', now))).toBe(false)
  })
  it('that WeChat had no time for is tried after 2, 8 and 30 minutes, and then no more', () => {
    const pauses = [1, 2, 3].map(
      (tries) => (Date.parse(answered(under(tries), 'later', now).pushAt) - now.getTime()) / 60_000,
    )
    expect(pauses).toEqual([2, 8, 30])
    expect(answered(under(4), 'later', now).push).toBe('failed')
  })
  it('says the neutral words and a time of Shanghai, and opens a page of the app', () => {
    const template = { id: 't1', kinds: ['booking-soon'] as const, fields: { thing1: 'words', time2: 'time' } as const }
    expect(templateFor('booking-soon', [template])).toBe(template)
    expect(templateFor('chat-waiting', [template])).toBeUndefined()
    expect(messageOf(of(), template)).toEqual({
      templateId: 't1',
      page: 'counselling/pages/bookings/index',
      fields: { thing1: noticeWords['booking-soon'], time2: '2026-03-10 11:00' },
    })
  })
})

describe('words and ways', () => {
  it('fit into a field of WeChat’s and say nothing of the reason', () => {
    for (const kind of noticeKinds) {
      expect(noticeWords[kind].length, kind).toBeLessThanOrEqual(MOST_WORDS)
      expect(noticeWords[kind], kind).not.toMatch(/心理|咨询|情绪|测|督导|[!！]/)
      expect(noticePaths[kind], kind).toMatch(/^(\/[a-z/-]+\/index)?$/)
    }
  })
})

describe('reminders', () => {
  it('are a day and an hour ahead, those alone whose time is still to come', () => {
    const kinds = (minutesAhead: number) =>
      remindersBefore(minutesLater(now, minutesAhead), now).map(({ kind }) => kind)
    expect(kinds(24 * 60 + 1)).toEqual(['booking-tomorrow', 'booking-soon'])
    expect(kinds(24 * 60)).toEqual(['booking-soon'])
    expect(kinds(61)).toEqual(['booking-soon'])
    expect(kinds(60)).toEqual([])
  })
})
