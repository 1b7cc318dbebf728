import { done, type Result, refused } from '../result'
import type { Event, Time } from './event'
import { DRAW_HOURS, fits, hasPlace, stillFits, type Unfit } from './fit'
import { areTimesFit, beginsAt, endsAt } from './times'

/** What its host writes. */
export type Plan = Pick<
  Event,
  | 'kind'
  | 'title'
  | 'theme'
  | 'about'
  | 'place'
  | 'link'
  | 'teacherId'
  | 'times'
  | 'capacity'
  | 'shares'
  | 'sharesUntil'
  | 'audience'
  | 'way'
  | 'relatives'
  | 'questions'
  | 'opensAt'
  | 'closesAt'
  | 'cancelUntil'
  | 'hours'
>

type At = { revision: number }

/** Writes a draft anew. `revision` 0 is one that is not there yet. Sent again it is the same. */
export function write(
  before: Event | undefined,
  asked: Pick<Event, 'id' | 'branchId' | 'hostId'> & At,
  plan: Plan,
): Result<Event, 'EVENT_NOT_FOUND' | 'EVENT_CHANGED' | 'EVENT_NOT_A_DRAFT'> {
  const { revision, ...who } = asked
  if (!before) {
    if (revision !== 0) return refused('EVENT_NOT_FOUND')
    return done({ ...who, ...plain(plan), state: 'draft', revision: 1, said: '' })
  }
  if (before.state !== 'draft') return refused('EVENT_NOT_A_DRAFT')
  const written = { ...before, ...plain(plan), revision: revision + 1 }
  if (before.revision === revision) return done(written)
  return isSame(before, written) ? done(before) : refused('EVENT_CHANGED')
}

/** Field by field: what is stored may have them in another order. */
const isSame = (one: Event, other: Event) =>
  (Object.keys(other) as (keyof Event)[]).every((key) => canonical(one[key]) === canonical(other[key]))

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part) ? Object.entries(part).sort() : part,
  )

/** Instants in the one form that sorts by time. */
const instant = (text: string) => (text === '' ? '' : new Date(text).toISOString())
const plainTime = ({ from, until }: Time): Time => ({ from: instant(from), until: instant(until) })
const plain = (plan: Plan): Plan => ({
  ...plan,
  times: plan.times.map(plainTime),
  opensAt: instant(plan.opensAt),
  closesAt: instant(plan.closesAt),
  cancelUntil: instant(plan.cancelUntil),
  sharesUntil: instant(plan.sharesUntil),
})

const next = (event: Event, change: Partial<Event>): Event => ({ ...event, ...change, revision: event.revision + 1 })

/** To be read by somebody else; only what could be announced is. */
export function submit(
  event: Event,
  { revision }: At,
  now: Date,
): Result<Event, 'EVENT_CHANGED' | 'EVENT_NOT_A_DRAFT' | Unfit> {
  if (event.state !== 'draft') return refused('EVENT_NOT_A_DRAFT')
  if (event.revision !== revision) return refused('EVENT_CHANGED')
  const fit = fits(event, now)
  return fit.ok ? done(next(event, { state: 'in-review', said: '' })) : fit
}

/** Back to whoever writes it: taken back without a word, or sent back with one. */
export function returnToDraft(
  event: Event,
  { revision, said }: At & { said: string },
): Result<Event, 'EVENT_CHANGED' | 'EVENT_NOT_IN_REVIEW'> {
  if (event.state !== 'in-review') return refused('EVENT_NOT_IN_REVIEW')
  if (event.revision !== revision) return refused('EVENT_CHANGED')
  return done(next(event, { state: 'draft', said }))
}

/** Announced by a second person, and only what is still right by then. */
export function announce(
  event: Event,
  { revision, by }: At & { by: string },
  now: Date,
): Result<
  Event,
  'EVENT_CHANGED' | 'EVENT_NOT_IN_REVIEW' | 'OWN_EVENT' | 'EVENT_TIMES_NOT_FIT' | 'EVENT_SIGN_UP_NOT_FIT'
> {
  if (event.state !== 'in-review') return refused('EVENT_NOT_IN_REVIEW')
  if (event.revision !== revision) return refused('EVENT_CHANGED')
  if (event.hostId === by) return refused('OWN_EVENT')
  const fit = stillFits(event, now)
  return fit.ok ? done(next(event, { state: 'announced', said: '' })) : fit
}

/**
 * Another time or place. Until when a seat can be given back moves along with the beginning; whoever agreed to the old time may
 * go freely anyway. Sign-up never runs into the event, and what has closed stays closed.
 */
export function moveTo(
  event: Event,
  { revision, times, place, link, said }: At & { times: Time[]; place: string; link: string; said: string },
  now: Date,
): Result<Event, 'EVENT_CHANGED' | 'EVENT_NOT_ANNOUNCED' | 'EVENT_TIMES_NOT_FIT' | 'EVENT_PLACE_MISSING'> {
  if (event.state !== 'announced' || new Date(endsAt(event)) <= now) return refused('EVENT_NOT_ANNOUNCED')
  if (event.revision !== revision) return refused('EVENT_CHANGED')
  if (!areTimesFit({ times }, now)) return refused('EVENT_TIMES_NOT_FIT')
  if (!hasPlace({ kind: event.kind, place, link })) return refused('EVENT_PLACE_MISSING')
  const begins = beginsAt({ times })
  const drawnBy = event.way === 'draw' ? shifted(begins, -DRAW_HOURS * 3_600_000) : begins
  return done(
    next(event, {
      ...{ times: times.map(plainTime), place, link, said },
      closesAt: earlier(event.closesAt, later(drawnBy, now.toISOString())),
      sharesUntil: earlier(event.sharesUntil, begins),
      cancelUntil: shifted(event.cancelUntil, Date.parse(begins) - Date.parse(beginsAt(event))),
    }),
  )
}

const earlier = (one: string, other: string) => (Date.parse(one) <= Date.parse(other) ? one : other)
const later = (one: string, other: string) => (Date.parse(one) >= Date.parse(other) ? one : other)

/** Called off, with why; what was signed up stays to be seen, and nobody comes. */
export function callOff(
  event: Event,
  { revision, said }: At & { said: string },
  now: Date,
): Result<Event, 'EVENT_CHANGED' | 'EVENT_NOT_ANNOUNCED'> {
  if (event.state !== 'announced' || new Date(endsAt(event)) <= now) return refused('EVENT_NOT_ANNOUNCED')
  if (event.revision !== revision) return refused('EVENT_CHANGED')
  return done(next(event, { state: 'cancelled', said }))
}

/** Once its last time is over. Nobody has to be told, so the revision stays. */
export function hold(event: Event, now: Date): Result<Event, 'EVENT_NOT_OVER'> {
  if (event.state !== 'announced' || new Date(endsAt(event)) > now) return refused('EVENT_NOT_OVER')
  return done({ ...event, state: 'held' })
}

/** The door is closed for good. */
export function report(event: Event, now: Date): Result<Event, 'EVENT_NOT_OVER'> {
  if (event.state === 'reported') return done(event)
  const held = event.state === 'held' ? done(event) : hold(event, now)
  return held.ok ? done({ ...held.data, state: 'reported' }) : held
}

const shifted = (instant: string, ms: number) =>
  instant === '' ? '' : new Date(Date.parse(instant) + ms).toISOString()

/** A draft like this one that begins at another instant; everything that goes by time keeps its distance. */
export function copyOf(
  event: Event,
  { id, hostId, from }: Pick<Event, 'id' | 'hostId'> & { from: string },
  now: Date,
): Result<Event, 'EVENT_TIMES_NOT_FIT'> {
  const begins = beginsAt(event)
  if (begins === '') return refused('EVENT_TIMES_NOT_FIT')
  const ms = Date.parse(from) - Date.parse(begins)
  const times = event.times.map((time) => ({ from: shifted(time.from, ms), until: shifted(time.until, ms) }))
  if (!areTimesFit({ times }, now)) return refused('EVENT_TIMES_NOT_FIT')
  return done({
    ...event,
    ...{ id, hostId, times, state: 'draft' as const, revision: 1, said: '' },
    opensAt: shifted(event.opensAt, ms),
    closesAt: shifted(event.closesAt, ms),
    cancelUntil: shifted(event.cancelUntil, ms),
    sharesUntil: shifted(event.sharesUntil, ms),
  })
}
