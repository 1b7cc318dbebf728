import type { Profile } from '../counsellors/counsellor'
import type { Slot } from '../timetables/timetable'
import type { Booking } from './booking'

/** A colleague who could take a booking over: what people chose by, and the times that are free. */
export type Candidate = { staffId: string; profile: Profile; slots: readonly Slot[] }

/**
 * Who takes over when a counsellor leaves: somebody of the same gender who is good at something the one who left was good at,
 * and has this very time free in this very way. Nobody else: then it is called off, and the person chooses anew.
 */
export const successorOf = (
  booking: Pick<Booking, 'from' | 'until' | 'mode'>,
  left: Pick<Profile, 'gender' | 'fields'>,
  candidates: readonly Candidate[],
): Candidate | undefined =>
  candidates.find(
    ({ profile, slots }) =>
      profile.gender === left.gender &&
      profile.fields.some((field) => left.fields.includes(field)) &&
      slots.some(
        ({ from, until, modes }) => from === booking.from && until === booking.until && modes.includes(booking.mode),
      ),
  )
