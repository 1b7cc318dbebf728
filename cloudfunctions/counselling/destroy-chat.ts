import { type Database, MOST_ROWS } from '../_kit/database'
import type { AnyDeclaration } from '../_kit/declaration'
import { destroyKey } from '../_kit/destroy-key'
import type { Files } from '../_kit/files'
import type { Keys } from '../_kit/keys'
import { forget } from '../_kit/outbox/outbox'
import { chatsStore, messagesStore, type StoredChat, typingStore } from './chats-store'
import { picturesStore } from './pictures-store'

/** Its key first: cut off anywhere, nothing of it can be read again, and running it again ends it. */
export async function destroyChat(
  { id }: Pick<StoredChat, 'id'>,
  around: { database: Database; keys: Keys; files: Files; now: Date },
): Promise<void> {
  const { database } = around
  await destroyKey(chatsStore, id, around)
  for (const declaration of [messagesStore, picturesStore] as AnyDeclaration[]) {
    const said = database.open(declaration)
    for (;;) {
      const { rows } = await said.find({ index: 'byChat', where: { chatId: id }, limit: MOST_ROWS })
      if (rows.length === 0) break
      await Promise.all(rows.map((row) => said.remove(row.id)))
    }
  }
  await forget({ kind: 'chat', id }, around)
  await forgetTyping([{ id }], around)
  await database.open(chatsStore).remove(id)
}

/** Who was writing in these conversations: nothing else finds it once they are gone. */
export async function forgetTyping(
  chats: readonly Pick<StoredChat, 'id'>[],
  { database }: { database: Database },
): Promise<void> {
  for (const { id } of chats) await database.open(typingStore).remove(id)
}
