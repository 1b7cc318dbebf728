import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recompute } from '../../../../tests/draws/recompute.mjs'
import {
  checkDraw,
  drawOf,
  type Entry,
  listHashOf,
  listText,
  type Published,
  resultHashOf,
  ticketHash,
} from '../../../domain/draws/draw'
import { shares } from '../../../domain/events/words'
import { sha256Hex } from '../../../domain/hashing/sha-256'
import { forElsewhere, isIn, recount, standingOf, ticketsIn } from './draw-check'

const entries = fc.uniqueArray(
  fc.record({
    hash: fc.nat().map((ticket) => ticketHash(`ticket-${ticket}`)),
    shares: fc.subarray([...shares]),
    places: fc.integer({ min: 1, max: 3 }),
  }),
  { selector: ({ hash }) => hash, maxLength: 30 },
)
const seats = fc
  .record({ shift: fc.nat(6), newcomer: fc.nat(4), more: fc.nat(20) })
  .map(({ shift, newcomer, more }) => ({ capacity: shift + newcomer + more + 1, shares: { shift, newcomer } }))
const seed = fc.nat().map((number) => sha256Hex(`seed-${number}`))

const drawn = (text: string, from: string, of: Parameters<typeof drawOf>[2]) => {
  const result = drawOf(from, text, of)
  if (!result.ok) throw new Error(result.code)
  return result.data
}
const published = (list: readonly Entry[], from: string, of: Parameters<typeof drawOf>[2]): Published => {
  const text = listText(list)
  return {
    ...of,
    commitment: sha256Hex(from),
    list: { hash: listHashOf(text), text },
    result: { seed: from, hash: resultHashOf(drawn(text, from, of)) },
  }
}
const counted = (all: Published) => {
  const steps = recount(all)
  let next = steps.next()
  while (next.done !== true) next = steps.next()
  return next.value
}
const single = (ticket: string, places = 1): Entry => ({ hash: ticketHash(ticket), shares: [], places })
const few = { capacity: 3, shares: { shift: 0, newcomer: 0 } }

describe('a draw counted again on the phone', () => {
  it('comes out as the rule has it, whatever the list, the seed and the seats', () => {
    fc.assert(
      fc.property(entries, seed, seats, (list, from, of) => {
        const all = published(list, from, of)
        expect(counted(all)).toEqual({ findings: [], order: drawn(all.list.text, from, of) })
      }),
    )
  })

  it('finds what the rule finds where a list, a seed or a result was changed', () => {
    fc.assert(
      fc.property(entries, seed, seats, (list, from, of) => {
        const all = published(list, from, of)
        const other = sha256Hex('another')
        const changed: Published[] = [
          { ...all, list: { ...all.list, text: listText([...list, single('one more')]) } },
          { ...all, list: { ...all.list, hash: other } },
          { ...all, commitment: other },
          { ...all, result: { ...all.result, seed: other } },
          { ...all, result: { ...all.result, hash: other } },
          { ...all, list: { ...all.list, text: `${all.list.text}\n` } },
        ]
        for (const one of changed) {
          const found = counted(one).findings
          expect(found).toEqual(checkDraw(one))
          expect(found).not.toEqual([])
        }
      }),
    )
  })

  it('names each by itself', () => {
    const all = published([single('a'), single('b')], sha256Hex('seed'), few)
    expect(counted({ ...all, commitment: sha256Hex('') }).findings).toEqual(['seed-changed'])
    expect(counted({ ...all, list: { ...all.list, hash: sha256Hex('') } }).findings).toEqual(['list-changed'])
    expect(counted({ ...all, result: { ...all.result, hash: sha256Hex('') } }).findings).toEqual(['result-changed'])
  })

  it('reads no order from a list that is none', () => {
    const all = published([single('a')], sha256Hex('seed'), few)
    const found = counted({ ...all, list: { hash: listHashOf('x'), text: 'x' } })
    expect(found).toEqual({ findings: ['list-changed', 'result-changed'], order: [] })
  })

  it('lets the phone breathe after each of thousands of tickets', () => {
    const list = Array.from({ length: 5000 }, (_, at) => single(`t${at}`))
    const all = published(list, sha256Hex('seed'), { ...few, capacity: 200 })
    const steps = [...recount(all)]
    expect(steps).toHaveLength(5002)
    expect(steps.every((done, at) => done >= (steps[at - 1] ?? 0) && done <= 1)).toBe(true)
  })
})

describe('a ticket', () => {
  const order = drawn(listText(['a', 'b', 'c', 'd'].map((name) => single(name, 2))), sha256Hex('seed'), few)

  it('stands where it was drawn: in, with fewer places than asked for, or in the line', () => {
    const standings = order.map(({ hash }) => standingOf(order, hash))
    expect(standings).toMatchObject([
      { turn: 1, outcome: 'seated', places: 2 },
      { turn: 2, outcome: 'offered', places: 1 },
      { turn: 3, outcome: 'waiting', places: 0, place: 1 },
      { turn: 4, outcome: 'waiting', places: 0, place: 2 },
    ])
  })
  it('that was not drawn stands nowhere', () => {
    expect(standingOf(order, ticketHash('another'))).toBeNull()
  })
  it('is found in the list, whole', () => {
    const text = listText([single('a'), single('b')])
    expect(ticketsIn(text)).toBe(2)
    expect(ticketsIn('')).toBe(0)
    expect(isIn(text, ticketHash('a'))).toBe(true)
    expect(isIn(text, ticketHash('c'))).toBe(false)
    expect(isIn(text, ticketHash('a').slice(0, 10))).toBe(false)
  })
})

it('what is copied is what the independent script reads', () => {
  const all = published([single('a'), single('b', 2)], sha256Hex('seed'), few)
  expect(recompute(JSON.parse(forElsewhere(all)))).toMatchObject({ seed: true, list: true, result: true })
})
