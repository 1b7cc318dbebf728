import { done, type Result, refused } from '../result'
import type { Event } from './event'
import { areTimesFit, beginsAt } from './times'
import { shares } from './words'

export type Unfit =
  | 'EVENT_TITLE_MISSING'
  | 'EVENT_TIMES_NOT_FIT'
  | 'EVENT_PLACE_MISSING'
  | 'EVENT_SEATS_NOT_FIT'
  | 'EVENT_SIGN_UP_NOT_FIT'

/** A draw ends so long before the event that whoever follows can still be asked. */
export const DRAW_HOURS = 24

/** A live is somewhere on the net, everything else in a room. */
export const hasPlace = ({ kind, place, link }: Pick<Event, 'kind' | 'place' | 'link'>) =>
  kind === 'live' ? /^https:\/\/[^\s/]+/.test(link) : place !== ''

/** Without a limit nothing can be shared out or drawn. */
function areSeatsFit({ capacity, shares: kept, way }: Event): boolean {
  const inShares = shares.reduce((sum, share) => sum + kept[share], 0)
  return capacity === 0 ? inShares === 0 && way === 'first-come' : inShares <= capacity
}

/** Opens, then closes, then begins; a seat is given back until the beginning at the latest; shares open while people sign up. */
function isSignUpFit(event: Event, now: Date): boolean {
  const { opensAt, closesAt, cancelUntil, sharesUntil, way } = event
  const begins = beginsAt(event)
  if (opensAt === '' || closesAt === '' || cancelUntil === '' || sharesUntil === '') return false
  if (!(opensAt < closesAt && closesAt <= begins && cancelUntil <= begins)) return false
  if (new Date(closesAt) <= now || sharesUntil < opensAt || sharesUntil > begins) return false
  return way === 'first-come' || Date.parse(begins) - Date.parse(closesAt) >= DRAW_HOURS * 3_600_000
}

/** What can stop being right by itself, while it waits for somebody to read it. */
export function stillFits(event: Event, now: Date): Result<true, 'EVENT_TIMES_NOT_FIT' | 'EVENT_SIGN_UP_NOT_FIT'> {
  if (!areTimesFit(event, now)) return refused('EVENT_TIMES_NOT_FIT')
  return isSignUpFit(event, now) ? done(true) : refused('EVENT_SIGN_UP_NOT_FIT')
}

/** Whether it can be announced as it is, named by the first thing that is not right yet. */
export function fits(event: Event, now: Date): Result<true, Unfit> {
  if (event.title === '' || event.about === '') return refused('EVENT_TITLE_MISSING')
  if (!areTimesFit(event, now)) return refused('EVENT_TIMES_NOT_FIT')
  if (!hasPlace(event)) return refused('EVENT_PLACE_MISSING')
  if (!areSeatsFit(event)) return refused('EVENT_SEATS_NOT_FIT')
  if (!isSignUpFit(event, now)) return refused('EVENT_SIGN_UP_NOT_FIT')
  return done(true)
}
