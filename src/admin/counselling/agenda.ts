import type { HeldBooking } from '../../contract/bookings'
import { dayOf, minutesLater } from '../../domain/time'

/** So long before it begins the conversation of a booking can be entered. */
const MEET_MINUTES = 10
const CORRECTED_HOURS = 24

export type Agenda = { next: HeldBooking | null; later: HeldBooking[]; past: HeldBooking[] }

const inOrder = (rows: readonly HeldBooking[]) => [...rows].sort((one, other) => (one.from < other.from ? -1 : 1))

const isAhead = ({ state, until }: HeldBooking, now: number) => state === 'confirmed' && Date.parse(until) > now

/** What is on this day of Shanghai time: what is now or next, what comes after it, and what is over. */
export function agendaOf(rows: readonly HeldBooking[], day: string, now: number): Agenda {
  const today = inOrder(rows.filter(({ from }) => dayOf(from) === day))
  const [next = null, ...later] = today.filter((row) => isAhead(row, now))
  return { next, later, past: today.filter((row) => !isAhead(row, now)) }
}

/** As the counsellor reads it: what stands and is over waits to be marked. */
export function standingOf({ state, from, until }: HeldBooking, now: number): string {
  if (state === 'attended') return '见上了'
  if (state === 'missed') return '没有见上'
  if (state === 'cancelled-by-counsellor') return '您取消了'
  if (now < Date.parse(from)) return '约好了'
  return now < Date.parse(until) ? '正在进行' : '还没有记结果'
}

export const isUnmarked = (row: HeldBooking, now: number) => row.state === 'confirmed' && Date.parse(row.until) <= now

/** What can be done about it at this instant; the cloud decides by the same instants. */
export function actsOf(row: HeldBooking, now: number) {
  const { state, mode, from, until } = row
  const begun = now >= Date.parse(from)
  const stands = state === 'confirmed'
  const correctable = now < minutesLater(new Date(until), CORRECTED_HOURS * 60).getTime()
  return {
    mark: stands && begun,
    correct: correctable && (state === 'attended' || state === 'missed'),
    write: begun && state !== 'cancelled-by-counsellor',
    callOff: stands && now < Date.parse(until),
    meet: mode === 'text' && stands && now < Date.parse(until),
    meetsNow: now >= minutesLater(new Date(from), -MEET_MINUTES).getTime(),
    call: mode === 'phone' && row.phoneGiven && state !== 'cancelled-by-counsellor',
    noNumber: mode === 'phone' && !row.phoneGiven && stands && now < Date.parse(until),
  }
}

export const sessionOf = ({ session }: Pick<HeldBooking, 'session'>) =>
  session === 0 ? '单次' : `疗程第 ${session} 次`

/** What the counsellor knows somebody by; it is given a moment after the first booking. */
export const calledBy = ({ pseudonym }: Pick<HeldBooking, 'pseudonym'>) => pseudonym || '（代号稍后就有）'
