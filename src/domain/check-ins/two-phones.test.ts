import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SignupState } from '../signups/words'
import { DOOR_MINUTES, type Scan, truthOf } from './check-in'
import type { Verdict } from './words'

const times = [
  { from: '2026-03-14T02:00:00.000Z', until: '2026-03-14T04:00:00.000Z' },
  { from: '2026-03-28T02:00:00.000Z', until: '2026-03-28T04:00:00.000Z' },
]
const tickets = Array.from({ length: 200 }, (_, one) => `ticket${one}`)
const door = {
  times,
  tickets: new Map<string, { state: SignupState }>([
    ...tickets.map((id): [string, { state: SignupState }] => [id, { state: 'seated' }]),
    ['in-line', { state: 'waiting' }],
  ]),
  elsewhere: new Set(['of-another']),
}
const never = ['of-another', 'stranger', 'in-line']

/** So few instants, most at a border, that the two phones often scan one ticket in the same one. */
const good = [-DOOR_MINUTES, 0, 120]
const momentIn = (minutes: readonly number[]) =>
  fc.record({ time: fc.constantFrom(0, 1), minute: fc.constantFrom(...minutes) })
const at = ({ time, minute }: { time: number; minute: number }) =>
  new Date(Date.parse(times[time]?.from ?? '') + minute * 60_000).toISOString()

/** Everybody is scanned in good time by one of the phones; then some again by either, too early, too late or with an old code. */
const everybody = fc.tuple(
  ...tickets.map((ticketId) =>
    fc.record({
      ticketId: fc.constant(ticketId),
      when: momentIn(good),
      phone: fc.constantFrom('one', 'two'),
      right: fc.constant(true),
    }),
  ),
)
const more = fc.array(
  fc.record({
    ticketId: fc.constantFrom(...tickets.slice(0, 20), ...never),
    when: momentIn([...good, -DOOR_MINUTES - 1, 121]),
    phone: fc.constantFrom('one', 'two'),
    right: fc.boolean(),
  }),
  { maxLength: 150 },
)

/** Each phone's queue, sent in pieces of any size, the pieces in any order, and any piece once more when its answer was lost. */
const sending = fc.record({
  sizes: fc.infiniteStream(fc.integer({ min: 1, max: 60 })),
  order: fc.infiniteStream(fc.nat()),
  isLost: fc.infiniteStream(fc.boolean()),
})
const nextOf = <T>(stream: fc.Stream<T>): T => stream.next().value as T

function piecesOf(queue: readonly Scan[], sizes: fc.Stream<number>): Scan[][] {
  const pieces: Scan[][] = []
  for (let from = 0; from < queue.length; ) {
    const size = nextOf(sizes)
    pieces.push(queue.slice(from, from + size))
    from += size
  }
  return pieces
}

const minutes = (scan: Scan, time: number) => (Date.parse(scan.at) - Date.parse(times[time]?.from ?? '')) / 60_000
const isAt = (scan: Scan, time: number) => minutes(scan, time) >= -DOOR_MINUTES && minutes(scan, time) <= 120

/** Written from what check-in promises, not from how it is folded: the earliest good scan, then the lower scan id. */
function expectedOf(scans: readonly Scan[]) {
  const came = new Map<string, (string | null)[]>()
  const verdicts = new Map<string, Verdict>()
  for (const scan of scans) {
    const isGood = (other: Scan) => other.ticketId === scan.ticketId && other.right
    if (scan.ticketId === 'of-another') verdicts.set(scan.id, 'wrong-event')
    else if (scan.ticketId === 'stranger') verdicts.set(scan.id, 'unknown-ticket')
    else if (!scan.right) verdicts.set(scan.id, 'wrong-code')
    else if (scan.ticketId === 'in-line') verdicts.set(scan.id, 'not-seated')
    else if (!isAt(scan, 0) && !isAt(scan, 1)) verdicts.set(scan.id, minutes(scan, 1) > 120 ? 'late' : 'early')
    else {
      const time = isAt(scan, 0) ? 0 : 1
      const rivals = scans.filter((one) => isGood(one) && isAt(one, time))
      const isFirst = rivals.every((one) => one.at > scan.at || (one.at === scan.at && one.id >= scan.id))
      verdicts.set(scan.id, isFirst ? 'came' : 'double')
      if (isFirst) {
        const there = came.get(scan.ticketId) ?? [null, null]
        there[time] = scan.at
        came.set(scan.ticketId, there)
      }
    }
  }
  return { came, verdicts }
}

const plain = ({ came, verdicts }: { came: Map<string, unknown>; verdicts: Map<string, unknown> }) => ({
  came: Object.fromEntries(came),
  verdicts: Object.fromEntries(verdicts),
})

describe('two hundred people at a door with two phones and no network', () => {
  it('have come, all of them, in whichever pieces and order what the phones kept is merged', () => {
    fc.assert(
      fc.property(everybody, more, sending, (first, again, { sizes, order, isLost }) => {
        const scans = [...first, ...again].map(({ ticketId, when, phone, right }, index): Scan & { phone: string } => ({
          ...{ id: `${phone}-${index}`, ticketId, at: at(when), by: 'qr', right, phone },
        }))
        const queues = ['one', 'two'].map((phone) => scans.filter((scan) => scan.phone === phone))
        const sent = queues
          .flatMap((queue) => piecesOf(queue, sizes))
          .flatMap((piece) => (nextOf(isLost) ? [piece, piece] : [piece]))
          .map((piece) => ({ piece, turn: nextOf(order) }))
          .sort((one, other) => one.turn - other.turn)

        const kept = new Map<string, Scan>()
        for (const [index, { piece }] of sent.entries()) {
          for (const scan of piece) if (!kept.has(scan.id)) kept.set(scan.id, scan)
          const isHalf = index === Math.floor(sent.length / 2)
          if (isHalf || index === sent.length - 1) {
            const known = [...kept.values()]
            expect(plain(truthOf(known, door))).toEqual(plain(expectedOf(known)))
          }
        }
        expect(kept.size).toBe(scans.length)
        const truth = truthOf([...kept.values()], door)
        expect(truth.verdicts.size).toBe(scans.length)
        expect([...truth.came.keys()].sort()).toEqual([...tickets].sort())
      }),
      { numRuns: 40 },
    )
  })
})
