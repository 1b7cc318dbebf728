import type { Time } from '../events/event'
import type { SignupState } from '../signups/words'
import { minutesLater } from '../time'
import type { ScanWay, Verdict } from './words'

/** The door opens so long before a time, and closes with it. */
export const DOOR_MINUTES = 60

/**
 * One scan, kept for ever as it was: `at` by the clock of the phone that scanned, `right` whether its code was the ticket's then;
 * by name there is none to be wrong.
 */
export type Scan = { id: string; ticketId: string; at: string; by: ScanWay; right: boolean }

/** What the door knows: of this event's tickets how they stand, and of others' that they are another event's. */
export type Door = {
  times: readonly Time[]
  tickets: ReadonlyMap<string, { state: SignupState }>
  elsewhere?: ReadonlySet<string>
}

const hasSeat: readonly SignupState[] = ['seated', 'came', 'missed']

/** Which of the times an instant is at the door of; `early` before the next, `late` after the last. */
export function timeAt(times: readonly Time[], at: Date): number | 'early' | 'late' {
  const index = times.findIndex(({ until }) => at <= new Date(until))
  const time = times[index]
  if (!time) return 'late'
  return at >= minutesLater(new Date(time.from), -DOOR_MINUTES) ? index : 'early'
}

/** By itself, without the scans before it. */
function looked({ ticketId, right, at }: Scan, { times, tickets, elsewhere }: Door): Verdict | number {
  const ticket = tickets.get(ticketId)
  if (!ticket) return elsewhere?.has(ticketId) ? 'wrong-event' : 'unknown-ticket'
  if (!right) return 'wrong-code'
  if (!hasSeat.includes(ticket.state)) return 'not-seated'
  return timeAt(times, new Date(at))
}

const inTime = (one: Scan, other: Scan) =>
  one.at === other.at ? (one.id < other.id ? -1 : 1) : one.at < other.at ? -1 : 1

export type Truth = {
  verdicts: Map<string, Verdict>
  /** By ticket, for each of the times since when they are there; null where they are not. */
  came: Map<string, (string | null)[]>
}

/**
 * What all scans together say. The order in which they came in does not matter, nor how often one did: of a ticket's good scans
 * at one time the earliest counts.
 */
export function truthOf(scans: readonly Scan[], door: Door): Truth {
  const truth: Truth = { verdicts: new Map(), came: new Map() }
  // By hand: phones before iOS 16 have no `toSorted`.
  for (const scan of [...scans].sort(inTime)) {
    if (truth.verdicts.has(scan.id)) continue
    const found = looked(scan, door)
    if (typeof found !== 'number') {
      truth.verdicts.set(scan.id, found)
      continue
    }
    const came = truth.came.get(scan.ticketId) ?? door.times.map(() => null)
    truth.verdicts.set(scan.id, came[found] === null ? 'came' : 'double')
    came[found] ??= scan.at
    truth.came.set(scan.ticketId, came)
  }
  return truth
}
