import { describe, expect, it } from 'vitest'
import type { Event } from '../events/event'
import { mayAsk } from './live-question'

const live: Pick<Event, 'kind' | 'state' | 'times'> = {
  kind: 'live',
  state: 'announced',
  times: [{ from: '2026-03-14T11:00:00.000Z', until: '2026-03-14T12:00:00.000Z' }],
}
const code = (event: typeof live, asked: number, at: string) => {
  const may = mayAsk(event, asked, new Date(at))
  return may.ok ? 'welcome' : may.code
}

describe('a question to a live', () => {
  it.each([
    ['2026-02-12T10:59:59Z', 'LIVE_QUESTIONS_CLOSED'],
    ['2026-02-12T11:00:00Z', 'welcome'],
    ['2026-03-14T11:30:00Z', 'welcome'],
    ['2026-03-14T11:59:59Z', 'welcome'],
    ['2026-03-14T12:00:00Z', 'LIVE_QUESTIONS_CLOSED'],
  ])('is asked before and during it: at %s %s', (at, said) => {
    expect(code(live, 0, at)).toBe(said)
  })

  it('is not asked of what is no live, or is not to be', () => {
    expect(code({ ...live, kind: 'lecture' }, 0, '2026-03-14T11:30:00Z')).toBe('LIVE_QUESTIONS_CLOSED')
    expect(code({ ...live, state: 'cancelled' }, 0, '2026-03-14T11:30:00Z')).toBe('LIVE_QUESTIONS_CLOSED')
  })

  it('is one of three at most', () => {
    expect([2, 3].map((asked) => code(live, asked, '2026-03-14T11:30:00Z'))).toEqual([
      'welcome',
      'TOO_MANY_LIVE_QUESTIONS',
    ])
  })
})
