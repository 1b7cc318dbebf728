import type { Planned } from '../../src/domain/notices/notice'
import { minutesLater } from '../../src/domain/time'
import type { StillTrue } from '../_kit/outbox/subjects'
import { chatsStore, type StoredChat } from './chats-store'

/** Whoever has the conversation before them reads within this, and need not be told. */
const READS_MINUTES = 1

/** One for each first word that is not read; the words after it are not told of again. */
export const replyWaiting = (
  { id, personId }: Pick<StoredChat, 'id' | 'personId'>,
  number: number,
  now: Date,
): Planned => ({
  personId,
  kind: 'chat-waiting',
  subject: { kind: 'chat', id },
  revision: number,
  dueAt: minutesLater(now, READS_MINUTES),
})

/** Until the person has read it. */
export const isReplyWaiting: StillTrue = async ({ personId, subjectId, revision }, { database }) => {
  const chat = await database.open(chatsStore).get(subjectId)
  return chat?.personId === personId && chat.read.person < revision
}
