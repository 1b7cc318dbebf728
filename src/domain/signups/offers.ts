import { inShanghai, minutesLater } from '../time'

/** Who is offered a seat has a day, of the hours in which people are awake. */
export const OFFER_HOURS = 24
/** So near to the beginning every hour counts, at night too. */
export const NEAR_HOURS = 48
export const NEAR_OFFER_HOURS = 2
/** Later than this nobody could still get there. */
export const LAST_OFFER_HOURS = 2
/** From the one hour of Shanghai time until the other no offer runs. */
export const NIGHT_FROM_HOUR = 22
export const NIGHT_UNTIL_HOUR = 8

const hoursBefore = (instant: string, hours: number) => minutesLater(new Date(instant), -hours * 60)

/** Whether there is still time to ask somebody; at the last instant there is. */
export const canOffer = (begins: string, now: Date) => now <= hoursBefore(begins, LAST_OFFER_HOURS)

/** So many hours later, where those of the night do not run. */
function wakingHoursLater(now: Date, hours: number): Date {
  let at = inShanghai(now)
  let left = hours * 60 * 60_000
  for (;;) {
    const day = at.startOf('day')
    const [morning, night] = [day.hour(NIGHT_UNTIL_HOUR), day.hour(NIGHT_FROM_HOUR)]
    if (at.isBefore(morning)) at = morning
    const today = Math.max(0, night.diff(at))
    if (left <= today) return at.add(left, 'millisecond').toDate()
    left -= today
    at = morning.add(1, 'day')
  }
}

/** Until when an offer made now is theirs; at that instant it is nobody’s any more. */
export const offeredUntil = (begins: string, now: Date): Date =>
  now >= hoursBefore(begins, NEAR_HOURS) ? minutesLater(now, NEAR_OFFER_HOURS * 60) : wakingHoursLater(now, OFFER_HOURS)
