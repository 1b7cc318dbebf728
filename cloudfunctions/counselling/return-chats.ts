import { returned } from '../../src/domain/chats/chat'
import { done } from '../../src/domain/result'
import { type Database, MOST_ROWS } from '../_kit/database'
import { atWork, deskOf, standUp } from './at-work'
import { chatsStore } from './chats-store'
import { stored } from './stored-chat'

/** Of somebody who ended their work: what they held waits for whoever is there, who does not read what was said before. */
export async function returnChats(staffId: string, around: { database: Database; now: Date }): Promise<void> {
  const { database, now } = around
  await standUp(staffId, around)
  const desk = deskOf(await atWork(around), now)
  const chats = database.open(chatsStore)
  for (;;) {
    const { rows } = await chats.find({ index: 'byStaff', where: { staffId, state: 'open' }, limit: MOST_ROWS })
    if (rows.length === 0) return
    for (const { id } of rows)
      await chats.change(id, (chat) =>
        done(
          chat?.staffId === staffId
            ? {
                write: stored(
                  returned(chat, () => false, desk, now),
                  '',
                ),
                reply: true,
              }
            : { reply: true },
        ),
      )
  }
}
