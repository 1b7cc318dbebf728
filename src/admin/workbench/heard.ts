import type { Conversation, Listed } from './words'

/** What a counsellor has to hear of: somebody waits, the turn has come to them, somebody wrote where they are not looking. */
export const callsIn = (
  listed: Pick<Listed, 'waiting'> | null,
  conversations: readonly Conversation[],
  inSight: string | null,
): ReadonlySet<string> =>
  new Set([
    ...(listed?.waiting ?? []).flatMap(({ id, yours }) => (yours ? [id, `${id} is yours`] : [id])),
    ...conversations
      .filter(({ chat, closed }) => closed === 'no' && chat.unread > 0 && chat.id !== inSight)
      .map(({ chat }) => `${chat.id} ${chat.last}`),
  ])

/** How many ask for something: conversations with something unread, and those it is the counsellor's turn to take. */
export const asking = (listed: Pick<Listed, 'waiting'> | null, conversations: readonly Conversation[]): number =>
  (listed?.waiting ?? []).filter(({ yours }) => yours).length +
  conversations.filter(({ chat, closed }) => closed === 'no' && chat.unread > 0).length
