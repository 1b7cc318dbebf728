import type { Counts } from '../../domain/figures/counts'

/** One opening of one piece. Times are milliseconds of one clock; nothing here says who. */
export type Visit = {
  /** Since when it has been in the foreground, as far as it was counted; null while hidden. */
  shownSince: number | null
  shownMs: number
  secondsCounted: number
  endSeen: boolean
  read: boolean
  finished: boolean
  position: number | null
  playedSeconds: number
  started: boolean
  quartersCounted: number
}

export type Step = { visit: Visit; counted: Partial<Counts> }

const READ_AFTER_MS = 5_000
/** A gap longer than this between two looks at the clock means that the phone slept; it was not read meanwhile. */
const LONGEST_STEP_MS = 20_000
/** Players report about four times a second; a larger step is a jump by hand. */
const LONGEST_PLAY_STEP = 2
const quarters = ['play25', 'play50', 'play75', 'play100'] as const

export const begin = (): Visit => ({
  shownSince: null,
  shownMs: 0,
  secondsCounted: 0,
  endSeen: false,
  read: false,
  finished: false,
  position: null,
  playedSeconds: 0,
  started: false,
  quartersCounted: 0,
})

/** Counts the foreground time since the last look. */
export const look = (visit: Visit, now: number): Step => {
  if (visit.shownSince === null) return { visit, counted: {} }
  const shownMs = visit.shownMs + Math.min(Math.max(0, now - visit.shownSince), LONGEST_STEP_MS)
  const whole = Math.floor(shownMs / 1000)
  const read = visit.read || shownMs >= READ_AFTER_MS
  const finished = visit.finished || (read && visit.endSeen)
  const counted: Partial<Counts> = {}
  if (whole > visit.secondsCounted) counted.seconds = whole - visit.secondsCounted
  if (read && !visit.read) counted.reads = 1
  if (finished && !visit.finished) counted.finishes = 1
  return { visit: { ...visit, shownSince: now, shownMs, secondsCounted: whole, read, finished }, counted }
}

export const show = (visit: Visit, now: number): Visit =>
  visit.shownSince === null ? { ...visit, shownSince: now } : visit

export const hide = (visit: Visit, now: number): Step => {
  const { visit: seen, counted } = look(visit, now)
  return { visit: { ...seen, shownSince: null }, counted }
}

/** The end of the text came into sight; it counts as finished once the piece counts as read. */
export const seeEnd = (visit: Visit, now: number): Step => look({ ...visit, endSeen: true }, now)

/** The player stands at `position` of `length` seconds. Only what was really played adds up; jumping does not. */
export const playTo = (visit: Visit, position: number, length: number): Step => {
  const step = visit.position === null ? 0 : position - visit.position
  const playedSeconds = visit.playedSeconds + (step > 0 && step <= LONGEST_PLAY_STEP ? step : 0)
  // The last report of a player comes a little before the end.
  const reached = length > 0 ? Math.min(4, Math.floor(((playedSeconds + Math.min(1, length / 50)) / length) * 4)) : 0
  const counted: Partial<Counts> = {}
  if (!visit.started) counted.plays = 1
  for (const quarter of quarters.slice(visit.quartersCounted, reached)) counted[quarter] = 1
  return {
    visit: {
      ...visit,
      position,
      playedSeconds,
      started: true,
      quartersCounted: Math.max(visit.quartersCounted, reached),
    },
    counted,
  }
}
