import {
  type Drawn,
  type Finding,
  findings,
  listHashOf,
  type Outcome,
  type Published,
  readList,
  resultHashOf,
  scoreOf,
} from '../../../domain/draws/draw'
import { shares } from '../../../domain/events/words'
import { sha256Hex } from '../../../domain/hashing/sha-256'
import { placesIn, seatsOf, taken } from '../../../domain/signups/seats'

/** What the phone found, and in which order the tickets came; no order where the list cannot be read. */
export type Recount = { findings: Finding[]; order: Drawn[] }

const outcomeOf = (found: number, places: number): Outcome =>
  found === places ? 'seated' : found > 0 ? 'offered' : 'waiting'

/**
 * `checkDraw` in steps: an old phone that only interprets needs seconds for five thousand tickets, and whoever runs this may
 * breathe after each of them. Yields how much is done, from 0 to 1. Its test holds it to `checkDraw` and `drawOf`.
 */
export function* recount({ commitment, list, result, ...seats }: Published): Generator<number, Recount> {
  const listHash = listHashOf(list.text)
  const read = readList(list.text)
  yield 0
  const entries = read.ok ? read.data : []
  const scored: ((typeof entries)[number] & { score: string })[] = []
  for (const entry of entries) {
    scored.push({ ...entry, score: scoreOf(result.seed, listHash, entry.hash) })
    yield scored.length / entries.length
  }
  scored.sort((one, other) => (one.score < other.score ? -1 : one.score > other.score ? 1 : 0))
  const left = seatsOf(seats)
  const order = scored.map(({ hash, places, shares: own }): Drawn => {
    const held = taken(places, [...shares.filter((share) => own.includes(share)), 'open'], left)
    for (const { pool, places: some } of held) left[pool] -= some
    return { hash, held, outcome: outcomeOf(placesIn(held), places) }
  })
  yield 1
  const found: Record<Finding, boolean> = {
    'seed-changed': sha256Hex(result.seed) !== commitment,
    'list-changed': !read.ok || listHash !== list.hash,
    'result-changed': !read.ok || resultHashOf(order) !== result.hash,
  }
  return { findings: findings.filter((finding) => found[finding]), order }
}

/** How a ticket came out: the how manieth it was drawn, and for whoever found no seat, the place in the line. */
export type Standing = { turn: number; outcome: Outcome; places: number; place: number }

export const standingOf = (order: readonly Drawn[], ticket: string): Standing | null => {
  const at = order.findIndex(({ hash }) => hash === ticket)
  const drawn = order[at]
  if (drawn === undefined) return null
  const waitingBefore = order.slice(0, at).filter(({ outcome }) => outcome === 'waiting').length
  return { turn: at + 1, outcome: drawn.outcome, places: placesIn(drawn.held), place: waitingBefore + 1 }
}

const linesOf = (text: string) => (text === '' ? [] : text.split('\n'))

export const ticketsIn = (text: string) => linesOf(text).length

export const isIn = (text: string, ticket: string) => linesOf(text).some((line) => line.startsWith(`${ticket} `))

/** All that is published, in the form that the independent script reads. */
export const forElsewhere = ({ commitment, capacity, shares: kept, list, result }: Published) =>
  JSON.stringify({
    commitment,
    capacity,
    shares: kept,
    list: { hash: list.hash, text: list.text },
    result: { seed: result.seed, hash: result.hash },
  })
