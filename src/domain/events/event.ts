import type { Audience, Kind, Share, State, Way } from './words'

/** From when to when people come together; both on one day of Shanghai time. */
export type Time = { from: string; until: string }

/** What the host wants to know of everybody who signs up, answered in a line. */
export type Question = { id: string; text: string; needed: boolean }

/**
 * As it is announced. `times` are in order, at least one; a group has several and one sign-up for all of them. `capacity` 0 is
 * without limit, as in a live; `shares` are part of it. `relatives` is how many somebody may bring along. Instants: sign-up
 * `opensAt` and `closesAt`; `cancelUntil` is how long a seat can be given back without a word; from `sharesUntil` on seats
 * kept for a share are anybody's. `revision` grows with every change that people are told of.
 */
export type Event = {
  id: string
  branchId: string
  kind: Kind
  title: string
  theme: string
  about: string
  place: string
  link: string
  teacherId: string
  times: Time[]
  capacity: number
  shares: Record<Share, number>
  sharesUntil: string
  audience: Audience
  way: Way
  relatives: number
  questions: Question[]
  opensAt: string
  closesAt: string
  cancelUntil: string
  /** Hours of training a certificate speaks of; 0 where there is none. */
  hours: number
  /** Who holds it, by staffId. */
  hostId: string
  state: State
  revision: number
  /** Why it was sent back, changed or called off, in words that people read. */
  said: string
}
