import type { OwnBooking } from '../../../contract/bookings'

/** `held` are those that wait to be confirmed, one for a whole series; `coming` the next one first; `past` the last one first. */
export type Outline = { held: OwnBooking[]; coming: OwnBooking[]; past: OwnBooking[] }

const byTime = (one: OwnBooking, other: OwnBooking) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0)

const isHeld = ({ heldUntil, state }: OwnBooking, now: Date) =>
  state === 'held' && heldUntil !== null && new Date(heldUntil) > now

export function outline(rows: readonly OwnBooking[], now: Date): Outline {
  const known = [...new Map(rows.map((row) => [row.id, row])).values()].sort(byTime)
  const held = known.filter((row) => isHeld(row, now))
  const coming = known.filter(({ state, until }) => state === 'confirmed' && new Date(until) > now)
  const past = known.filter((row) => row.state !== 'held' && !coming.includes(row)).reverse()
  const seen = new Set<string>()
  const first = ({ seriesId }: OwnBooking) => {
    if (seriesId === '') return true
    const before = seen.has(seriesId)
    seen.add(seriesId)
    return !before
  }
  return { held: held.filter(first), coming, past }
}

/** The sessions that belong together, in order; one that is alone has no sisters. */
export const sessionsOf = (rows: readonly OwnBooking[], seriesId: string): OwnBooking[] =>
  seriesId === ''
    ? []
    : [
        ...new Map(
          rows.filter((row) => row.seriesId === seriesId && row.state !== 'expired').map((row) => [row.id, row]),
        ).values(),
      ].sort(byTime)
