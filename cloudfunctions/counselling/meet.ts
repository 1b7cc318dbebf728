import { mayMeet } from '../../src/domain/bookings/meeting'
import { meet } from '../../src/domain/chats/chat'
import { done, type Result, refused } from '../../src/domain/result'
import { noteComingIn } from '../_kit/conversation'
import { keepFor } from '../_kit/data-keys'
import { Busy, type Database } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { bookingsStore, type StoredBooking } from './bookings-store'
import { chatsStore, messagesStore, type StoredChat } from './chats-store'
import { countMet } from './count'
import { counsellorNames } from './show-bookings'
import { asOfNowAlone, stored } from './stored-chat'

type Around = { database: Database; keys: Keys; now: Date }
type Refused = 'BOOKING_NOT_FOUND' | 'NOT_CONFIRMED' | 'NOT_YET_TIME' | 'BOOKING_OVER' | 'NOT_BY_TEXT'

/**
 * The conversation of a booking, begun by whichever side comes first. It has the booking's id, so there is one. That the
 * counsellor comes in stands in the person's ledger before it is there.
 */
export async function meetFor(
  bookingId: string,
  mine: (booking: StoredBooking) => boolean,
  around: Around,
): Promise<Result<StoredChat, Refused>> {
  const { database, now } = around
  const booking = await database.open(bookingsStore).get(bookingId)
  if (!booking || !mine(booking)) return refused('BOOKING_NOT_FOUND')
  const chats = database.open(chatsStore)
  const there = await chats.get(bookingId)
  if (there) return done(asOfNowAlone(there, now))
  const allowed = mayMeet(booking, now)
  if (!allowed.ok) return allowed
  const { staffId, personId } = booking
  const name = (await counsellorNames([staffId], database))(staffId)
  const takeBack = await noteComingIn(booking, { staffId, name }, messagesStore, around)
  const chat = stored(meet(bookingId, personId, { id: bookingId, staffId }, now), name)
  const inserted = await keepFor(
    chatsStore,
    bookingId,
    around,
    () => chats.insert(chat),
    () => chats.remove(bookingId),
    personId,
  )
  if (inserted === 'inserted') {
    await countMet(chat, around)
    return done(chat)
  }
  await takeBack()
  const first = await chats.get(bookingId)
  if (!first) throw new Busy('destroyed meanwhile')
  return done(first)
}
