import { expect, it } from 'vitest'
import type { OwnBooking } from '../../../contract/bookings'
import { outline, sessionsOf } from './outline'

const now = new Date('2026-03-10T02:00:00.000Z')
const row = (id: string, hours: number, change: Partial<OwnBooking> = {}) => {
  const from = new Date(now.getTime() + hours * 3_600_000)
  return {
    ...{ id, state: 'confirmed', seriesId: '', heldUntil: null },
    ...{ from: from.toISOString(), until: new Date(from.getTime() + 3_000_000).toISOString() },
    ...change,
  } as OwnBooking
}
const ids = (rows: readonly OwnBooking[]) => rows.map(({ id }) => id)
const heldUntil = new Date(now.getTime() + 1).toISOString()

it('puts what comes next first, and what is past behind it with the last one first', () => {
  const rows = [row('far', 50), row('near', 3), row('over', -3), row('older', -30, { state: 'missed' })]
  const { coming, past } = outline([...rows, row('near', 3)], now)
  expect(ids(coming)).toEqual(['near', 'far'])
  expect(ids(past)).toEqual(['over', 'older'])
})

it('counts a booking as coming until its last instant', () => {
  const under = row('under', -0.5)
  expect(ids(outline([under], new Date(Date.parse(under.until) - 1)).coming)).toEqual(['under'])
  expect(ids(outline([under], new Date(under.until)).past)).toEqual(['under'])
})

it('shows what is held once for a whole series, and no longer than it is held', () => {
  const held = (id: string, seriesId: string, hours: number) => row(id, hours, { state: 'held', seriesId, heldUntil })
  const rows = [held('s-2', 's', 200), held('s-1', 's', 30), held('alone', '', 40)]
  expect(ids(outline(rows, now).held)).toEqual(['s-1', 'alone'])
  expect(outline(rows, new Date(heldUntil))).toEqual({ held: [], coming: [], past: [] })
})

it('keeps what was called off with what is past', () => {
  expect(ids(outline([row('off', 5, { state: 'cancelled-by-counsellor' })], now).past)).toEqual(['off'])
})

it('finds the sisters of a session, in order', () => {
  const rows = [row('s-2', 200, { seriesId: 's' }), row('s-1', 30, { seriesId: 's' }), row('x', 1)]
  const gone = row('s-3', 400, { seriesId: 's', state: 'expired' })
  expect(ids(sessionsOf([...rows, gone], 's'))).toEqual(['s-1', 's-2'])
  expect(sessionsOf(rows, '')).toEqual([])
})
