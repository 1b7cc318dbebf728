import type { Output } from '../../src/contract'
import { type Side, unread } from '../../src/domain/chats/chat'
import { expectedMinutes } from '../../src/domain/chats/queue'
import { done } from '../../src/domain/result'
import type { Database } from '../_kit/database'
import { pseudonymOf } from '../people/open'
import { atWork } from './at-work'
import { chatsStore, type Presence, type StoredChat, typingStore } from './chats-store'

type Around = { database: Database; now: Date }
type Own = Output<'chats', 'pull'>['chat']
type Held = Output<'workbench', 'pull'>['chat']

/** A sign that somebody is writing is true this long. */
const TYPING_SECONDS = 6

const standing = (chat: StoredChat, side: Side) => ({
  id: chat.id,
  state: chat.state,
  openedAt: chat.openedAt,
  lastAt: chat.lastAt,
  last: chat.last,
  unread: unread(chat, side),
  promisedAt: chat.promisedAt || null,
  endedAt: chat.endedAt || null,
})

/** About a conversation as it is shown in a list: no place in the queue, nobody typing. */
export const ownShown = (chat: StoredChat): Own => ({
  ...standing(chat, 'person'),
  withName: chat.staffName || null,
  readUpTo: chat.read.counsellor,
  place: null,
  expectedMinutes: null,
  transfer: chat.transfer && { toName: chat.transfer.toName, past: chat.transfer.past },
  helpOfferedAt: chat.helpOfferedAt || null,
  otherTyping: false,
})

/** With all that is only true now: the place in the queue while it waits, whether the other side is writing. */
export async function ownNow(chat: StoredChat, present: readonly Presence[] | null, around: Around): Promise<Own> {
  if (chat.state === 'waiting') {
    const wait = await waitOf(chat, present ?? (await atWork(around)), around)
    return { ...ownShown(chat), ...wait }
  }
  return { ...ownShown(chat), otherTyping: chat.state === 'open' && (await isTyping(chat.id, 'counsellor', around)) }
}

export async function heldNow(chat: StoredChat, around: Around, typing = true): Promise<Held> {
  return {
    ...standing(chat, 'counsellor'),
    pseudonym: await pseudonymOf(chat.personId, around.database),
    from: chat.from,
    readUpTo: chat.read.person,
    transferAsked: chat.transfer !== null,
    helpOfferedAt: chat.helpOfferedAt || null,
    otherTyping: typing && chat.state === 'open' && (await isTyping(chat.id, 'person', around)),
  }
}

async function waitOf(chat: StoredChat, present: readonly Presence[], { database }: Around) {
  const before = await database
    .open(chatsStore)
    .count({ index: 'byState', where: { state: 'waiting' }, range: { before: chat.openedAt } })
  const open = present.reduce((sum, presence) => sum + presence.open, 0)
  const place = before + 1
  return { place, expectedMinutes: expectedMinutes(place, { counsellors: present.length, open }) ?? null }
}

async function isTyping(chatId: string, side: Side, { database, now }: Around): Promise<boolean> {
  const signs = await database.open(typingStore).get(chatId)
  return signs !== undefined && signs[side] !== '' && now.getTime() - Date.parse(signs[side]) < TYPING_SECONDS * 1000
}

/** Both sides' signs in one document, written over each time. */
export const noteTyping = (chatId: string, side: Side, { database, now }: Around) =>
  database.open(typingStore).change(chatId, (current) => {
    const at = now.toISOString()
    return done({ write: { person: '', counsellor: '', ...current, id: chatId, [side]: at, at }, reply: true })
  })
