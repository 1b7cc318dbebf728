import type { Chat } from '../../src/domain/chats/chat'
import type { Counts } from '../../src/domain/figures/counselling'
import { hourOf, startOfHour } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { counsellingTalliesStore } from '../insights/store'

type Around = { database: Database; keys: Keys; now: Date }

const tallyId = (keys: Keys, what: string, id: string) => keys.hash('counted', `${what}\n${id}`)

type Happened = { at: string | Date; staffId?: string; counts: Counts }

/** To the hour, with whose work it was and without whose visit. */
export const tallyOf = (
  what: string,
  id: string,
  { at, staffId = '', counts }: Happened,
  { keys, now }: Pick<Around, 'keys' | 'now'>,
) => ({
  ...{ id: tallyId(keys, what, id), hour: hourOf(at), staffId, counts, rolledIn: 0 },
  receivedAt: (startOfHour(hourOf(now)) ?? now).toISOString(),
})

/** Counts that something happened, once however often it is told. The clock adds it to the figures. */
export async function count(what: string, id: string, happened: Happened, around: Around): Promise<void> {
  await around.database.open(counsellingTalliesStore).insert(tallyOf(what, id, happened, around))
}

export const isCounted = async (what: string, id: string, { database, keys }: Around): Promise<boolean> =>
  (await database.open(counsellingTalliesStore).get(tallyId(keys, what, id))) !== undefined

export const minutesBetween = (from: string, until: string) =>
  Math.max(0, Math.floor((Date.parse(until) - Date.parse(from)) / 60_000))

/** Where nobody could take it, it lies there as a message. */
export const countAsked = async ({ id, openedAt, state }: Chat, around: Around): Promise<void> => {
  await count('chat-asked', id, { at: openedAt, counts: { chatsAsked: 1 } }, around)
  if (state === 'left') await countLeft({ id }, around)
}

export const countLeft = ({ id }: Pick<Chat, 'id'>, around: Around): Promise<void> =>
  count('chat-left', id, { at: around.now, counts: { chatsLeft: 1 } }, around)

/** One that went back and was taken again is one; how long the person waited for the first counts. */
export const countAccepted = ({ id, staffId, openedAt, acceptedAt }: Chat, around: Around): Promise<void> => {
  const chatWait = Math.max(0, Math.round((Date.parse(acceptedAt) - Date.parse(openedAt)) / 1000))
  return count('chat-accepted', id, { at: acceptedAt, staffId, counts: { chatsAccepted: 1, chatWait } }, around)
}

/** At the booked time: nobody asked and nobody waited, so it is counted apart from those. */
export const countMet = ({ id, staffId, openedAt }: Chat, around: Around): Promise<void> =>
  count('chat-met', id, { at: openedAt, staffId, counts: { chatsMet: 1 } }, around)

/** From being answered to the last word, where it ended in silence. One that nobody answered was no conversation. */
export async function countEnded(chat: Chat, around: Around): Promise<void> {
  const { id, staffId, acceptedAt, endedAt, endedBy, lastAt } = chat
  if (acceptedAt === '' || staffId === '') return
  const chatMinutes = minutesBetween(acceptedAt, endedBy === 'silence' ? lastAt : endedAt)
  await count('chat-ended', id, { at: endedAt, staffId, counts: { chatsEnded: 1, chatMinutes } }, around)
}
