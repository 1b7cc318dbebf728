import { done } from '../../src/domain/result'
import { MOST_ROWS } from '../_kit/database'
import type { Job } from '../_kit/job'
import { atWork, deskOf } from './at-work'
import { chatsStore } from './chats-store'
import { asOfNow } from './stored-chat'

/**
 * Writes down whose turn has passed, and that a silent conversation is over. Every reading applies the same rules, so
 * nothing waits for this. Finds only what is due: with nothing due it reads nothing else.
 */
export const passChatsOn: Job = {
  name: 'pass-chats-on',
  everyMinutes: 1,
  run: async ({ database, now, timeLeft }) => {
    const chats = database.open(chatsStore)
    const range = { before: new Date(now.getTime() + 1).toISOString() }
    const { rows } = await chats.find({ index: 'byDue', range, limit: MOST_ROWS })
    if (rows.length === 0) return 0
    const desk = deskOf(await atWork({ database, now }), now)
    let amount = 0
    for (const { id } of rows) {
      if (!timeLeft()) break
      await chats.change(id, (chat) => done(chat ? { write: asOfNow(chat, desk, now), reply: true } : { reply: true }))
      amount++
    }
    return amount
  },
}
