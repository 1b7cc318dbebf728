import { createHash } from 'node:crypto'
import type { Keys } from '../_kit/keys'

/**
 * Both are made from the house's own key, which never changes and is in no database: nobody who reads or changes what is
 * stored can know or choose them. 64 hex digits each.
 */
const secret = (what: string, eventId: string, keys: Keys) =>
  Buffer.from(keys.hash(what, eventId), 'base64url').toString('hex')

/** What a draw is decided by. Given to nobody before its list is published. */
export const seedOf = (eventId: string, keys: Keys) => secret('draw-seed', eventId, keys)

/** Published with the event: a seed that was another one would not have it. SHA-256 of the seed's 64 characters. */
export const commitmentOf = (eventId: string, keys: Keys) =>
  createHash('sha256').update(seedOf(eventId, keys)).digest('hex')

/** What the door's own code and the key of each ticket are made from. */
export const doorKeyOf = (eventId: string, keys: Keys) => secret('door', eventId, keys)
