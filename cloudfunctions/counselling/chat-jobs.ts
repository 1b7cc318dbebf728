import type { ChatState, Desk } from '../../src/domain/chats/chat'
import { done } from '../../src/domain/result'
import { MOST_ROWS } from '../_kit/database'
import type { Job, JobContext } from '../_kit/job'
import { atWork, deskOf } from './at-work'
import { chatsStore, type StoredChat } from './chats-store'
import { countEnded, countLeft } from './count'
import { asOfNow } from './stored-chat'

/**
 * Writes down whose turn has passed, and that a silent conversation is over. Every reading applies the same rules, so
 * nothing waits for this. Finds only what is due: with nothing due it reads nothing else.
 */
export const passChatsOn: Job = {
  name: 'pass-chats-on',
  everyMinutes: 1,
  run: async (context) => {
    const { database, now, timeLeft } = context
    const chats = database.open(chatsStore)
    const range = { before: new Date(now.getTime() + 1).toISOString() }
    const { rows } = await chats.find({ index: 'byDue', range, limit: MOST_ROWS })
    if (rows.length === 0) return 0
    const desk = deskOf(await atWork({ database, now }), now)
    let amount = 0
    for (const { id } of rows) {
      if (!timeLeft()) break
      await passOn(id, desk, context)
      amount++
    }
    return amount
  },
}

async function passOn(id: string, desk: Desk, context: JobContext) {
  type Moved = { write?: StoredChat; reply: { before: ChatState; after?: StoredChat } }
  const moved = await context.database.open(chatsStore).change(id, (chat) => {
    if (!chat) return done<Moved>({ reply: { before: 'ended' } })
    const after = asOfNow(chat, desk, context.now)
    return done<Moved>({ write: after, reply: { before: chat.state, after } })
  })
  const { before, after } = moved.data
  if (after?.state === 'left' && before === 'waiting') await countLeft(after, context)
  if (after?.state === 'ended' && before !== 'ended') await countEnded(after, context)
}
