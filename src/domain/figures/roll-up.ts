import { hourOf, minutesLater, startOfHour, weekdayOf } from '../time'
import { type Counts, plus, type Tally, zero } from './counts'

/** What one phone sent at once, as it was kept. */
export type Batch = { id: string; receivedAt: string; tallies: Tally[] }

/** What to add to the figures of one month and one piece; `pieceId` is `all` for the sum. Days are `01`…`31`. */
export type Addition = { month: string; pieceId: string; days: Record<string, Counts>; heat: Record<string, number> }

/** A phone may be off line for a week; what is older, or in the future, is a wrong clock and is counted when it came. */
const LATEST_WEEKS_MINUTES = 7 * 24 * 60
const FAST_CLOCK_MINUTES = 60

export function countedHour(hour: string, receivedAt: string): string {
  const start = startOfHour(hour)
  const received = new Date(receivedAt)
  const plausible =
    start &&
    start <= minutesLater(received, FAST_CLOCK_MINUTES) &&
    start >= minutesLater(received, -LATEST_WEEKS_MINUTES)
  return plausible ? hour : hourOf(received)
}

/** Adds batches up by month and piece. The same batches give the same additions in any order. */
export function rollUp(batches: readonly Batch[], isPiece: (pieceId: string) => boolean): Addition[] {
  const additions = new Map<string, Addition>()
  for (const batch of batches)
    for (const tally of batch.tallies) {
      if (!isPiece(tally.pieceId)) continue
      const hour = countedHour(tally.hour, batch.receivedAt)
      addTo(additions, tally.pieceId, hour, tally)
      addTo(additions, EVERYTHING, hour, tally)
    }
  return [...additions.values()].sort((a, b) => (figureId(a) < figureId(b) ? -1 : 1))
}

export const EVERYTHING = 'all'

export const figureId = ({ month, pieceId }: { month: string; pieceId: string }) => `${month}.${pieceId}`

function addTo(additions: Map<string, Addition>, pieceId: string, hour: string, tally: Partial<Counts>) {
  const [month, day] = [hour.slice(0, 7), hour.slice(8, 10)]
  const id = figureId({ month, pieceId })
  const addition = additions.get(id) ?? { month, pieceId, days: {}, heat: {} }
  addition.days[day] = plus(addition.days[day] ?? zero(), tally)
  const used = (tally.reads ?? 0) + (tally.plays ?? 0)
  if (used > 0) {
    const cell = heatCell(hour)
    addition.heat[cell] = (addition.heat[cell] ?? 0) + used
  }
  additions.set(id, addition)
}

/** `w0h15`: Monday, from 15:00 to 16:00. */
export const heatCell = (hour: string) => `w${weekdayOf(hour.slice(0, 10))}h${Number(hour.slice(11, 13))}`

/** Figures of one month: of one piece, or of everything. `used` (reads and plays) orders the pieces. */
export type Figure = {
  id: string
  month: string
  scope: 'all' | 'piece'
  pieceId: string
  used: number
  totals: Counts
  days: Record<string, Counts>
  heat: Record<string, number>
  /** The last roll-up step that is in these numbers; a step is never added twice. */
  step: number
  countedAt: string
}

/** The same step again changes nothing. */
export function withAddition(figure: Figure | undefined, addition: Addition, step: number, now: Date): Figure {
  const before = figure ?? emptyFigure(addition, now)
  if (before.step >= step) return before
  const days = { ...before.days }
  let totals = before.totals
  for (const [day, counts] of Object.entries(addition.days)) {
    days[day] = plus(days[day] ?? zero(), counts)
    totals = plus(totals, counts)
  }
  const heat = { ...before.heat }
  for (const [cell, used] of Object.entries(addition.heat)) heat[cell] = (heat[cell] ?? 0) + used
  return { ...before, days, heat, totals, used: totals.reads + totals.plays, step, countedAt: now.toISOString() }
}

const emptyFigure = (addition: Addition, now: Date): Figure => ({
  id: figureId(addition),
  month: addition.month,
  scope: addition.pieceId === EVERYTHING ? 'all' : 'piece',
  pieceId: addition.pieceId,
  used: 0,
  totals: zero(),
  days: {},
  heat: {},
  step: 0,
  countedAt: now.toISOString(),
})

/** `[weekday][hour]`, Monday first. */
export const heatGrid = (heat: Record<string, number>): number[][] =>
  Array.from({ length: 7 }, (_, weekday) => Array.from({ length: 24 }, (_, hour) => heat[`w${weekday}h${hour}`] ?? 0))
