/** As many as an old phone draws without a jerk. */
export const MOST_IN_SIGHT = 120

/** How many more a step back shows. */
export const STEP = 50

/**
 * Which part of a long conversation is drawn. `end` is the number of the newest that is, null for whatever is newest: it
 * follows what comes in.
 */
export const inSight = <M extends { number: number }>(messages: readonly M[], end: number | null): readonly M[] => {
  const until = end === null ? messages.length : messages.filter(({ number }) => number <= end).length
  return messages.slice(Math.max(0, until - MOST_IN_SIGHT), until)
}

/** Where to stand to see a step further back, with something of what was in sight still there. */
export const stepBack = (messages: readonly { number: number }[], end: number | null): number | null => {
  const first = inSight(messages, end)[0]
  const at = messages.findIndex(({ number }) => number === first?.number)
  const until = Math.max(0, at - STEP) + MOST_IN_SIGHT
  return until >= messages.length ? null : (messages[until - 1]?.number ?? null)
}
