import { ACCEPT_MINUTES, type Chat, type Desk, endSilent, passOn, SILENT_MINUTES } from '../../src/domain/chats/chat'
import { done, type Result, refused } from '../../src/domain/result'
import { minutesLater } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import type { Keys } from '../_kit/keys'
import { chatsStore, type StoredChat } from './chats-store'
import { countEnded } from './count'

/** Sorts after every instant: the clock need not look. */
const NEVER = '9999-12-31T00:00:00.000Z'

const dueOf = ({ state, askedAt, lastAt }: Chat): string => {
  if (state === 'waiting') return minutesLater(new Date(askedAt), ACCEPT_MINUTES).toISOString()
  if (state === 'open') return minutesLater(new Date(lastAt), SILENT_MINUTES).toISOString()
  return NEVER
}

/** As it is written down: with whoever holds it by name, and when the clock must look. */
export const stored = (chat: Chat, staffName: string): StoredChat => ({ ...chat, staffName, due: dueOf(chat) })

/** As the rules have it at this instant, whether or not the clock has been here. */
export const asOfNow = (chat: StoredChat, desk: Desk, now: Date): StoredChat =>
  stored(
    endSilent(
      passOn(chat, () => desk, now),
      now,
    ),
    chat.staffName,
  )

const NOBODY: Desk = { crew: [], promisedAt: new Date(0) }

/** For a conversation in which nobody waits for a turn. */
export const asOfNowAlone = (chat: StoredChat, now: Date): StoredChat =>
  chat.state === 'open' ? asOfNow(chat, NOBODY, now) : chat

type Written = { write?: StoredChat; reply: StoredChat }

/**
 * Changes one that is `mine`; whoever else asks is told that there is none. `name`: what the counsellor who came in with this
 * change is called.
 */
export async function changeChat<Code extends string = never>(
  chatId: string,
  mine: (chat: StoredChat) => boolean,
  rule: (chat: StoredChat) => Result<Chat, Code>,
  around: { database: Database; keys: Keys; now: Date },
  name?: string,
): Promise<Result<StoredChat, Code | 'CHAT_NOT_FOUND'>> {
  const { database, now } = around
  let hasEnded = false
  const changed = await database.open(chatsStore).change(chatId, (found): Result<Written, Code | 'CHAT_NOT_FOUND'> => {
    if (!found || !mine(found)) return refused('CHAT_NOT_FOUND')
    const current = asOfNowAlone(found, now)
    const changed = rule(current)
    if (!changed.ok) return changed
    const after = stored(changed.data, name ?? current.staffName)
    hasEnded = found.state !== 'ended' && after.state === 'ended'
    return done({ write: after, reply: after })
  })
  if (hasEnded && changed.ok) await countEnded(changed.data, around)
  return changed
}
