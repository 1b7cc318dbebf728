import type { Event } from '../events/event'
import { type Share, shares } from '../events/words'
import { sha256Hex } from '../hashing/sha-256'
import { done, type Result, refused } from '../result'
import { type Held, placesIn, seatsOf, taken } from '../signups/seats'

/** One ticket in a draw: its SHA-256 instead of itself, so that the list says nobody's name and everybody finds their own. */
export type Entry = { hash: string; shares: Share[]; places: number }
export type Outcome = 'seated' | 'offered' | 'waiting'
export type Drawn = { hash: string; outcome: Outcome; held: Held[] }

export const ticketHash = (ticketId: string) => sha256Hex(ticketId)

const lineOf = ({ hash, places, shares: own }: Entry) =>
  `${hash} ${places} ${shares.filter((share) => own.includes(share)).join('+') || '-'}`

/**
 * The list as it is published: a line for each ticket, `<64 hex digits> <places> <shares>`, the shares joined by `+` in the
 * order of `shares` or `-` for none; sorted by code unit, parted by a line feed, none at the end.
 */
export const listText = (entries: readonly Entry[]): string => entries.map(lineOf).sort().join('\n')

/** SHA-256 of the list's text, published before the seed is. */
export const listHashOf = (text: string) => sha256Hex(text)

const LINE = /^([0-9a-f]{64}) ([1-9]\d?) (-|[a-z]+(?:\+[a-z]+)*)$/

/** Back from its text; refused where that is not the one form there is, or where a ticket stands twice and has two chances. */
export function readList(text: string): Result<Entry[], 'LIST_MALFORMED'> {
  if (text === '') return done([])
  const entries: Entry[] = []
  for (const line of text.split('\n')) {
    const [, hash, places, own] = LINE.exec(line) ?? []
    if (hash === undefined || own === undefined) return refused('LIST_MALFORMED')
    const named = own === '-' ? [] : own.split('+')
    entries.push({ hash, places: Number(places), shares: shares.filter((share) => named.includes(share)) })
  }
  const isOnceEach = new Set(entries.map(({ hash }) => hash)).size === entries.length
  return isOnceEach && listText(entries) === text ? done(entries) : refused('LIST_MALFORMED')
}

type Seats = Pick<Event, 'capacity' | 'shares'>

/** What a ticket is drawn by: SHA-256 of `<seed> <hash of the list> <hash of the ticket>`; the lowest comes first. */
export const scoreOf = (seed: string, listHash: string, hash: string) => sha256Hex(`${seed} ${listHash} ${hash}`)

/**
 * As if all had come to the door in the order of their scores: each takes seats of their own shares, then everybody's. A party
 * that finds fewer seats than it asked for is offered those, as at the door, and nobody smaller is let past it; whoever finds
 * none waits, in that order.
 */
export function drawOf(seed: string, text: string, seats: Seats): Result<Drawn[], 'LIST_MALFORMED'> {
  const list = readList(text)
  if (!list.ok) return list
  const listHash = listHashOf(text)
  const scored = list.data.map((entry) => ({ ...entry, score: scoreOf(seed, listHash, entry.hash) }))
  scored.sort((one, other) => (one.score < other.score ? -1 : one.score > other.score ? 1 : 0))
  const left = seatsOf(seats)
  return done(
    scored.map(({ hash, places, shares: own }) => {
      const held = taken(places, [...shares.filter((share) => own.includes(share)), 'open'], left)
      for (const { pool, places: some } of held) left[pool] -= some
      const found = placesIn(held)
      return { hash, held, outcome: found === places ? 'seated' : found > 0 ? 'offered' : 'waiting' }
    }),
  )
}

/** A line for each ticket in the order of the draw: `<hash> <outcome> <places held>`. Its SHA-256 is published with the seed. */
export const resultHashOf = (drawn: readonly Drawn[]) =>
  sha256Hex(drawn.map(({ hash, outcome, held }) => `${hash} ${outcome} ${placesIn(held)}`).join('\n'))

/** All that is published of a draw. */
export type Published = Seats & {
  commitment: string
  list: { hash: string; text: string }
  result: { seed: string; hash: string }
}

export const findings = ['seed-changed', 'list-changed', 'result-changed'] as const
export type Finding = (typeof findings)[number]

/** Computes the draw once more. Nothing found means that it went as it was announced. */
export function checkDraw({ commitment, list, result, ...seats }: Published): Finding[] {
  const drawn = drawOf(result.seed, list.text, seats)
  const found: Record<Finding, boolean> = {
    'seed-changed': sha256Hex(result.seed) !== commitment,
    'list-changed': !drawn.ok || listHashOf(list.text) !== list.hash,
    'result-changed': !drawn.ok || resultHashOf(drawn.data) !== result.hash,
  }
  return findings.filter((finding) => found[finding])
}
