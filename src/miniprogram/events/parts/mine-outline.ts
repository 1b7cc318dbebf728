import type { OwnSignup } from '../../../contract/signups'
import { isOver } from './event-words'

/** What is kept for them comes first, then what is ahead by its next time, then what was. */
export function mineOutline(rows: readonly OwnSignup[], now: Date) {
  const isAhead = (row: OwnSignup) =>
    !row.calledOff && !isOver(row) && row.times.some(({ until }) => new Date(until) > now)
  const next = ({ times }: OwnSignup) => times.find(({ until }) => new Date(until) > now)?.from ?? ''
  const offered = rows.filter((row) => isAhead(row) && row.state === 'offered')
  const coming = rows
    .filter((row) => isAhead(row) && row.state !== 'offered')
    .sort((one, other) => (next(one) === next(other) ? 0 : next(one) < next(other) ? -1 : 1))
  return { offered, coming, past: rows.filter((row) => !isAhead(row)) }
}
