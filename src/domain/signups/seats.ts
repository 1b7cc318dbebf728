import type { Event } from '../events/event'
import { type Share, shares } from '../events/words'
import { type Pool, pools } from './words'

/** Places taken from one pool. */
export type Held = { pool: Pool; places: number }
export type Left = Record<Pool, number>

/** Whose share it is, or everybody's, and where a place of it goes when it is given back. */
export const freedOf: Record<Pool, Pool> = {
  open: 'openFreed',
  openFreed: 'openFreed',
  shift: 'shiftFreed',
  shiftFreed: 'shiftFreed',
  newcomer: 'newcomerFreed',
  newcomerFreed: 'newcomerFreed',
}

/** Who asks for seats: how many come, and which shares are theirs. */
export type Party = { places: number; shares: readonly Share[] }

type Sharing = Pick<Event, 'sharesUntil'>

export const areSharesOpen = ({ sharesUntil }: Sharing, now: Date) => now >= new Date(sharesUntil)

/** As announced: what no share keeps is everybody's. */
export function seatsOf({ capacity, shares: kept }: Pick<Event, 'capacity' | 'shares'>): Left {
  const inShares = shares.reduce((sum, share) => sum + kept[share], 0)
  const none = Object.fromEntries(pools.map((pool) => [pool, 0])) as Left
  return { ...none, open: capacity - inShares, ...kept }
}

/** What is spent from by those who come: their own shares before what is everybody's, never what was given back. */
export const doorPools = (party: Pick<Party, 'shares'>, event: Sharing, now: Date): Pool[] =>
  areSharesOpen(event, now) ? ['open'] : [...shares.filter((share) => party.shares.includes(share)), 'open']

/** What is offered to those who wait: their own shares first; from `sharesUntil` on, everything. */
export const freedPools = (party: Pick<Party, 'shares'>, event: Sharing, now: Date): Pool[] => [
  ...shares.filter((share) => party.shares.includes(share) || areSharesOpen(event, now)).map((share) => freedOf[share]),
  'openFreed',
]

/** Shares nobody came for in time: what is left of them goes into `openFreed`, to those who wait first. */
export const sharesToOpen = (left: Left, event: Sharing, now: Date): Held[] =>
  areSharesOpen(event, now)
    ? shares.flatMap((share) => (left[share] > 0 ? [{ pool: share, places: left[share] }] : []))
    : []

export const placesIn = (held: readonly Held[]) => held.reduce((sum, { places }) => sum + places, 0)

/** What can be taken of these pools, at most what was asked for, in their order. */
export function taken(places: number, from: readonly Pool[], left: Left): Held[] {
  const held: Held[] = []
  for (const pool of from) {
    const some = Math.min(left[pool], places - placesIn(held))
    if (some > 0) held.push({ pool, places: some })
  }
  return held
}

/** `unsettled` as in a sign-up: empty where no work at their seats is under way. */
export type Waiting = Party & { ticketId: string; turn: string; unsettled: string }
export type Proposal = { ticketId: string; held: Held[] }

/** `<joinedAt> <ticketId>`: one word to sort by, whose order is that of coming, then of the tickets. */
export const turnOf = (joinedAt: string, ticketId: string) => `${joinedAt} ${ticketId}`

export const inTurn = <W extends Pick<Waiting, 'turn'>>(waiting: readonly W[]): W[] =>
  waiting.toSorted((one, other) => (one.turn < other.turn ? -1 : one.turn > other.turn ? 1 : 0))

/**
 * Who is offered which of the freed seats: the first in turn whose they can be, at most what was asked for, then the next. Where
 * the turn is with somebody about whom work is under way, whoever comes after waits until it is done.
 */
export function refill(waiting: readonly Waiting[], left: Left, event: Sharing, now: Date): Proposal[] {
  const free = { ...left }
  const proposals: Proposal[] = []
  for (const one of inTurn(waiting)) {
    const held = taken(one.places, freedPools(one, event, now), free)
    if (held.length === 0) continue
    if (one.unsettled !== '') break
    for (const { pool, places } of held) free[pool] -= places
    proposals.push({ ticketId: one.ticketId, held })
  }
  return proposals
}
