import type { SessionKind } from '../../src/domain/records/record'
import type { Conversation } from '../_kit/conversation'
import type { Database } from '../_kit/database'
import { bookingsStore } from './bookings-store'
import { chatsStore } from './chats-store'
import { asOfNowAlone } from './stored-chat'

type Around = { database: Database; now: Date }

/** A session as its counsellor may write of it. Open while it goes on: until then what is written is part of the work on it. */
export type Session = Conversation & { at: string }

/** Theirs by now; one that went to a colleague, or was never confirmed, is not there for them. */
export async function sessionOf(
  { of, ofId, staffId }: { of: SessionKind; ofId: string; staffId: string },
  { database, now }: Around,
): Promise<Session | undefined> {
  if (of === 'chat') {
    const found = await database.open(chatsStore).get(ofId)
    const chat = found && asOfNowAlone(found, now)
    return chat?.staffId === staffId ? { ...chat, at: chat.openedAt } : undefined
  }
  const booking = await database.open(bookingsStore).get(ofId)
  if (booking?.staffId !== staffId || booking.bookedAt === '') return undefined
  const { id, personId, from, until } = booking
  const goesOn = new Date(from) <= now && now < new Date(until) && !booking.state.startsWith('cancelled')
  return { id, personId, staffId, state: goesOn ? 'open' : 'ended', at: from }
}
