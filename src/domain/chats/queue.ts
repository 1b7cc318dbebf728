import type { Chat } from './chat'

/** First come, first served; what came at the same instant in the order of ids. */
export const inOrder = <C extends Pick<Chat, 'openedAt' | 'id'>>(chats: readonly C[]): C[] =>
  [...chats].sort((one, other) =>
    one.openedAt === other.openedAt ? (one.id < other.id ? -1 : 1) : one.openedAt < other.openedAt ? -1 : 1,
  )

/** 1 for whoever is next; 0 for one that does not wait. */
export const placeOf = (id: string, waiting: readonly Pick<Chat, 'openedAt' | 'id'>[]): number =>
  inOrder(waiting).findIndex((chat) => chat.id === id) + 1

/** Conversations one counsellor can hold at once without anybody being left hanging. */
export const AT_ONCE = 3

/** How long one usually lasts where nothing was counted yet. Minutes. */
const USUAL_MINUTES = 30

/**
 * Minutes until it is the turn of `place`, in steps of five, for 「大约 10 分钟」. Free seats go first; then one of the seats
 * becomes free every `usual / seats` minutes. undefined when nobody is there, because then nothing honest can be said.
 */
export function expectedMinutes(
  place: number,
  { counsellors, open, usual = USUAL_MINUTES }: { counsellors: number; open: number; usual?: number },
): number | undefined {
  const seats = counsellors * AT_ONCE
  if (seats === 0) return undefined
  const before = place - Math.max(0, seats - open)
  return before <= 0 ? 5 : Math.max(5, Math.ceil((before * usual) / seats / 5) * 5)
}
