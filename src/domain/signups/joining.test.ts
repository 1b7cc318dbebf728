import { describe, expect, it } from 'vitest'
import { openDay } from '../../../tests/house/open-day'
import { states } from '../events/words'
import { mayJoin } from './joining'

const event = openDay({
  questions: [
    { id: 'q1', text: '您想问老师什么', needed: true },
    { id: 'q2', text: '有什么要准备的', needed: false },
  ],
})
const asked = { places: 1, answers: { q1: '怎么开始' }, isMember: true }
const now = new Date('2026-03-05T01:00:00.000Z')
const code = (result: { ok: boolean; code?: string }) => result.code ?? 'welcome'

describe('signing up', () => {
  it('is possible from the instant at which it opens', () => {
    const opens = new Date(event.opensAt)
    expect(mayJoin(event, asked, opens)).toEqual({ ok: true, data: true })
    const early = mayJoin(event, asked, new Date(opens.getTime() - 1))
    expect(early).toEqual({ ok: false, code: 'SIGN_UP_NOT_OPEN', retryAt: event.opensAt })
  })

  it('ends at the instant at which it closes, or at the beginning where that is earlier', () => {
    const closes = new Date(event.closesAt)
    expect(code(mayJoin(event, asked, new Date(closes.getTime() - 1)))).toBe('welcome')
    expect(code(mayJoin(event, asked, closes))).toBe('SIGN_UP_CLOSED')
    const begins = new Date(event.times[0]?.from ?? '')
    const long = { ...event, closesAt: '2026-04-01T00:00:00.000Z' }
    expect(code(mayJoin(long, asked, new Date(begins.getTime() - 1)))).toBe('welcome')
    expect(code(mayJoin(long, asked, begins))).toBe('SIGN_UP_CLOSED')
  })

  it.each(states.filter((state) => state !== 'announced'))('is not for what is %s: nobody hears of it', (state) => {
    expect(code(mayJoin({ ...event, state }, asked, now))).toBe('EVENT_NOT_FOUND')
  })

  it('is for members alone where that is set', () => {
    const closed = { ...event, audience: 'members' as const }
    expect(code(mayJoin(closed, asked, now))).toBe('welcome')
    expect(code(mayJoin(closed, { ...asked, isMember: false }, now))).toBe('EVENT_FOR_MEMBERS')
    expect(code(mayJoin(event, { ...asked, isMember: false }, now))).toBe('welcome')
  })

  it('is with as many relatives as are set, and no more', () => {
    expect(code(mayJoin(event, { ...asked, places: 3 }, now))).toBe('welcome')
    expect(code(mayJoin(event, { ...asked, places: 4 }, now))).toBe('TOO_MANY_RELATIVES')
    expect(code(mayJoin({ ...event, relatives: 0 }, { ...asked, places: 2 }, now))).toBe('TOO_MANY_RELATIVES')
  })

  it('wants the answers that are needed, takes the others, and refuses what is not asked', () => {
    expect(code(mayJoin(event, { ...asked, answers: { q1: '一句', q2: '两句' } }, now))).toBe('welcome')
    const tooLittle: Record<string, string>[] = [{}, { q1: '' }, { q1: ' \n' }, { q2: '只有这个' }]
    for (const answers of tooLittle)
      expect(code(mayJoin(event, { ...asked, answers }, now))).toBe('QUESTION_UNANSWERED')
    expect(code(mayJoin(event, { ...asked, answers: { q1: '一句', q3: '多说一句' } }, now))).toBe('QUESTION_CHANGED')
    const odd = { ...event, questions: [{ id: 'toString', text: '？', needed: true }] }
    expect(code(mayJoin(odd, { ...asked, answers: {} }, now))).toBe('QUESTION_UNANSWERED')
  })
})
