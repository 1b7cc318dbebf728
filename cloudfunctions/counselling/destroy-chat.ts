import { type Database, MOST_ROWS } from '../_kit/database'
import { destroyKey } from '../_kit/destroy-key'
import type { Files } from '../_kit/files'
import type { Keys } from '../_kit/keys'
import { forget } from '../_kit/outbox/outbox'
import { chatsStore, messagesStore, type StoredChat, typingStore } from './chats-store'

/** Its key first: cut off anywhere, nothing of it can be read again, and running it again ends it. */
export async function destroyChat(
  { id }: Pick<StoredChat, 'id'>,
  around: { database: Database; keys: Keys; files: Files; now: Date },
): Promise<void> {
  const { database } = around
  await destroyKey(chatsStore, id, around)
  const messages = database.open(messagesStore)
  for (;;) {
    const { rows } = await messages.find({ index: 'byChat', where: { chatId: id }, limit: MOST_ROWS })
    if (rows.length === 0) break
    await Promise.all(rows.map((row) => messages.remove(row.id)))
  }
  await forgetSigns([{ id }], around)
  await database.open(chatsStore).remove(id)
}

/** What else names these conversations: that a reply waits, and who was writing. Goes before they do. */
export async function forgetSigns(
  chats: readonly Pick<StoredChat, 'id'>[],
  { database }: { database: Database },
): Promise<void> {
  for (const { id } of chats) {
    await forget({ kind: 'chat', id }, { database })
    await database.open(typingStore).remove(id)
  }
}
