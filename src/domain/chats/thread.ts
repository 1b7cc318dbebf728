import type { Side } from './chat'

export type Numbered = { id: string; number: number; side: Side }

/** Said here and not yet acknowledged. `refused`: why it will not go through by being sent again; empty while it waits. */
export type Outgoing<B> = { id: string; body: B; refused: string }

/**
 * A conversation as one side has it: what is known in the order of its numbers, then what was said here and is on its way.
 * `from` is the first number that may be read, `last` the newest of which anything is known.
 */
export type Thread<M extends Numbered, B> = {
  messages: readonly M[]
  outgoing: readonly Outgoing<B>[]
  from: number
  last: number
}

export const emptyThread = { messages: [], outgoing: [], from: 1, last: 0 } as const

/** What a pull brought, in whatever order pulls come back: nothing twice, nothing back, nothing that arrived sent again. */
export function pulled<M extends Numbered, B>(
  thread: Thread<M, B>,
  { messages, last, from = thread.from }: { messages: readonly M[]; last: number; from?: number },
): Thread<M, B> {
  const byNumber = new Map([...thread.messages, ...messages].map((message) => [message.number, message]))
  const known = [...byNumber.values()]
    .filter(({ number }) => number >= from)
    .sort((one, other) => one.number - other.number)
  const here = new Set(known.map(({ id }) => id))
  return {
    messages: known,
    outgoing: thread.outgoing.filter(({ id }) => !here.has(id)),
    from,
    last: Math.max(thread.last, last, known.at(-1)?.number ?? 0),
  }
}

/** The number after which to ask: up to here nothing is missing. */
export function upTo({ messages, from }: Pick<Thread<Numbered, unknown>, 'messages' | 'from'>): number {
  let whole = from - 1
  for (const { number } of messages) {
    if (number > whole + 1) break
    whole = number
  }
  return whole
}

export const isWhole = (thread: Thread<Numbered, unknown>): boolean => upTo(thread) >= thread.last

/** It has its id before it is sent, so that sending again is the same thing. */
export const said = <M extends Numbered, B>(thread: Thread<M, B>, id: string, body: B): Thread<M, B> =>
  thread.outgoing.some((one) => one.id === id) || thread.messages.some((one) => one.id === id)
    ? thread
    : { ...thread, outgoing: [...thread.outgoing, { id, body, refused: '' }] }

/** One after the other: what was said first arrives first. */
export const nextToSend = <B>({ outgoing }: Pick<Thread<Numbered, B>, 'outgoing'>): Outgoing<B> | undefined =>
  outgoing.find(({ refused }) => refused === '')

/** The answer to a sending: it stands where its number says. Numbers before it that are not here are still to be pulled. */
export const acknowledged = <M extends Numbered, B>(thread: Thread<M, B>, message: M): Thread<M, B> => {
  const acknowledgedAlready = thread.messages.some(({ number }) => number === message.number)
  return pulled(thread, { messages: acknowledgedAlready ? [] : [message], last: message.number })
}

/** Not for a line that broke, which is tried again: for an answer that stays the same. */
export const refusedToSend = <M extends Numbered, B>(thread: Thread<M, B>, id: string, why: string): Thread<M, B> => ({
  ...thread,
  outgoing: thread.outgoing.map((one) => (one.id === id ? { ...one, refused: why } : one)),
})

export const tryAgain = <M extends Numbered, B>(thread: Thread<M, B>, id: string): Thread<M, B> =>
  refusedToSend(thread, id, '')

export const givenUp = <M extends Numbered, B>(thread: Thread<M, B>, id: string): Thread<M, B> => ({
  ...thread,
  outgoing: thread.outgoing.filter((one) => one.id !== id),
})

/**
 * What to say was read, by whoever has the conversation in sight; 0 for nothing new. Never beyond a gap: nobody has read what
 * has not come.
 */
export function toMark(thread: Thread<Numbered, unknown>, mine: Side, marked: number): number {
  const whole = upTo(thread)
  const newest = newestOf(thread.messages, ({ side, number }) => side !== mine && number <= whole)
  return newest > marked ? newest : 0
}

/** The newest of mine that the other side has read: the one that carries the mark. 0 for none. */
export const newestRead = ({ messages }: Pick<Thread<Numbered, unknown>, 'messages'>, mine: Side, readUpTo: number) =>
  newestOf(messages, ({ side, number }) => side === mine && number <= readUpTo)

/** By hand: phones before iOS 15.4 have no `findLast`. 0 for none. */
function newestOf(messages: readonly Numbered[], which: (message: Numbered) => boolean): number {
  for (let at = messages.length - 1; at >= 0; at--) {
    const message = messages[at]
    if (message && which(message)) return message.number
  }
  return 0
}
