import type { Mode } from '../counsellors/words'
import type { BookingState } from './words'

/**
 * One session of one person with one counsellor. `id` is made by the phone, so that asking again after a lost answer is the
 * same booking. `revision` grows with whatever a reminder speaks of: time, mode, place or whether it stands. `seriesId` is
 * empty for a single one. `rating` is 0 until the person gives one, and they never have to.
 */
export type Booking = {
  id: string
  personId: string
  staffId: string
  from: string
  until: string
  mode: Mode
  stationId: string
  state: BookingState
  revision: number
  heldUntil: string
  seriesId: string
  bookedAt: string
  endedAt: string
  rating: number
}
