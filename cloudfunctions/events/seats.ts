import type { Event } from '../../src/domain/events/event'
import { endsAt } from '../../src/domain/events/times'
import { freedOf, type Held, type Left, seatsOf, sharesToOpen } from '../../src/domain/signups/seats'
import { holderOf, type Signup } from '../../src/domain/signups/signup'
import { type Pool, pools } from '../../src/domain/signups/words'
import type { Database } from '../_kit/database'
import { type Seats, seatsStore } from './seats-store'

type In = { database: Database }

export const leftOf = (seats: Seats): Left => Object.fromEntries(pools.map((pool) => [pool, seats[pool].left])) as Left

/** As an event is announced with them; where there is no limit there are none to count. */
export function seatsAtFirst(event: Event): Seats | null {
  if (event.capacity === 0) return null
  const left = Object.entries(seatsOf(event)).map(([pool, places]) => [pool, { left: places, holders: [] }])
  return { id: event.id, endsAt: endsAt(event), ...Object.fromEntries(left) } as Seats
}

/** Also where its announcing was cut off before they were put. */
export async function seatsThere(event: Event, around: In): Promise<Seats> {
  const found = await readSeats(event.id, around)
  if (found) return found
  await putSeats(event, around)
  const put = await readSeats(event.id, around)
  if (!put) throw new Error(`${event.id} has no seats`)
  return put
}

/** Once, as it is announced: what it is announced with never changes. */
export async function putSeats(event: Event, { database }: In): Promise<void> {
  const seats = seatsAtFirst(event)
  if (seats) await database.open(seatsStore).insert(seats)
}

export const readSeats = (eventId: string, { database }: In) => database.open(seatsStore).get(eventId)

/** All of them are theirs, also where they were already. */
export async function takeAll(signup: Signup, held: readonly Held[], { database }: In): Promise<boolean> {
  const seats = database.open(seatsStore)
  for (const { pool, places } of held) {
    const asked = await seats.spend(signup.eventId, pool, holderOf(signup, places), places)
    if (asked === 'short' || asked === 'absent') return false
  }
  return true
}

/** Gives back what is there of it, once, for those who wait. */
export async function giveBack(signup: Signup, held: readonly Held[], { database }: In): Promise<void> {
  const seats = database.open(seatsStore)
  for (const { pool, places } of held)
    await seats.release(signup.eventId, pool, holderOf(signup, places), { places, into: freedOf[pool] })
}

/** Not what the sign-up that stands now holds: somebody else finished the work, or it is over. */
export const notTheirs = (held: readonly Held[], signup: Signup, now: Signup | undefined): Held[] =>
  held.filter(
    ({ pool, places }) =>
      now?.ticketId !== signup.ticketId ||
      now.asked !== signup.asked ||
      !now.held.some((one) => one.pool === pool && one.places === places),
  )

export const giveBackHold = (eventId: string, pool: Pool, holder: string, { database }: In) =>
  database.open(seatsStore).release(eventId, pool, holder, { places: heldBy(holder).places, into: freedOf[pool] })

const OPENING = 'opening'

/** From `sharesUntil` on what is left of a share goes to those who wait. Cut off in between, it is done by the next. */
export async function openShares(event: Event, seats: Seats, now: Date, { database }: In): Promise<boolean> {
  const counted = database.open(seatsStore)
  const begun = pools.flatMap((pool) => seats[pool].holders.filter(isOpening).map((holder) => ({ pool, holder })))
  for (const { pool, places } of sharesToOpen(leftOf(seats), event, now)) {
    const holder = `${OPENING}.0.${places}`
    const asked = await counted.spend(seats.id, pool, holder, places)
    if (asked === 'spent' || asked === 'already') begun.push({ pool, holder })
  }
  for (const { pool, holder } of begun)
    await counted.release(seats.id, pool, holder, { places: heldBy(holder).places, into: 'openFreed' })
  return begun.length > 0
}

/** What nobody holds any more of everybody's seats, once a draw is over, is for those who wait. */
export async function openDirectly(eventId: string, { database }: In): Promise<void> {
  const counted = database.open(seatsStore)
  const seats = await counted.get(eventId)
  if (!seats) return
  const begun = seats.open.holders.filter(isOpening)
  const holder = `${OPENING}.0.${seats.open.left}`
  if (seats.open.left > 0 && (await counted.spend(eventId, 'open', holder, seats.open.left)) === 'spent')
    begun.push(holder)
  for (const one of begun)
    await counted.release(eventId, 'open', one, { places: heldBy(one).places, into: 'openFreed' })
}

const isOpening = (holder: string) => heldBy(holder).ticketId === OPENING

/** A ticket has no dot. */
export function heldBy(holder: string): { ticketId: string; asked: number; places: number } {
  const [ticketId = '', asked, places] = holder.split('.')
  return { ticketId, asked: Number(asked), places: Number(places) }
}

/** Every hold there is but those of shares that are being opened, by the pool it is in. */
export const holdsOf = (seats: Seats): { pool: Pool; holder: string }[] =>
  pools.flatMap((pool) => seats[pool].holders.flatMap((holder) => (isOpening(holder) ? [] : [{ pool, holder }])))
