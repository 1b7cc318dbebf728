import { describe, expect, it } from 'vitest'
import type { OwnSignup } from '../../../contract/signups'
import { mineOutline } from './mine-outline'

const own = (eventId: string, more: Partial<OwnSignup>): OwnSignup => ({
  ...{ eventId, title: eventId, where: '三楼', state: 'seated', places: 1, place: null, offer: null, shares: [] },
  times: [{ from: '2026-03-14T02:00:00.000Z', until: '2026-03-14T04:00:00.000Z' }],
  ...{ trade: 'office', joinedAt: '2026-03-01T00:00:00.000Z', cancelUntil: '2026-03-13T00:00:00.000Z' },
  ...{ kind: 'open-day', hours: 0, freeToGo: false, said: '', calledOff: false, rated: false },
  ...more,
})
const at = (day: string) => [{ from: `${day}T02:00:00.000Z`, until: `${day}T04:00:00.000Z` }]

it('what is kept, what comes by its next time, and what was', () => {
  const now = new Date('2026-03-10T00:00:00Z')
  const rows = [
    own('later', { times: at('2026-03-20') }),
    own('group', { times: [...at('2026-03-02'), ...at('2026-03-11')] }),
    own('kept', { state: 'offered', offer: { places: 1, until: '2026-03-11T00:00:00.000Z' } }),
    own('came', { state: 'came', times: at('2026-03-02') }),
    own('gone', { state: 'cancelled' }),
    own('called off', { calledOff: true }),
    own('waits', { state: 'waiting', place: 3 }),
  ]
  const { offered, coming, past } = mineOutline(rows, now)
  expect(offered.map(({ eventId }) => eventId)).toEqual(['kept'])
  expect(coming.map(({ eventId }) => eventId)).toEqual(['group', 'waits', 'later'])
  expect(past.map(({ eventId }) => eventId)).toEqual(['came', 'gone', 'called off'])
})

describe('a group', () => {
  it('that somebody has come to is ahead as long as it meets', () => {
    const row = own('group', { state: 'came', times: [...at('2026-03-02'), ...at('2026-03-16')] })
    expect(mineOutline([row], new Date('2026-03-10T00:00:00Z')).coming).toHaveLength(1)
    expect(mineOutline([row], new Date('2026-03-17T00:00:00Z')).past).toHaveLength(1)
  })
})
