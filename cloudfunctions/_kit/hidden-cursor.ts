import type { Keys } from './keys'
import { BadCursor } from './query'

/** A cursor whose order is by something the client may not know, such as whose it is: sealed on its way out and back. */
export const hideCursor = (keys: Keys, purpose: string, cursor: string): string => {
  const { wrapped, wrappedBy } = keys.wrap(`cursor|${purpose}`, Buffer.from(cursor))
  return `${wrappedBy}.${wrapped}`
}

/** Throws `BadCursor` for anything that was not hidden here for the same purpose. */
export const readHidden = (keys: Keys, purpose: string, hidden: string): string => {
  const dot = hidden.lastIndexOf('.')
  try {
    return keys.unwrap(`cursor|${purpose}`, hidden.slice(dot + 1), hidden.slice(0, dot)).toString()
  } catch {
    throw new BadCursor('not a cursor of ours')
  }
}
