import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Side } from './chat'
import {
  acknowledged,
  emptyThread,
  givenUp,
  isWhole,
  newestRead,
  nextToSend,
  pulled,
  refusedToSend,
  said,
  type Thread,
  toMark,
  tryAgain,
  upTo,
} from './thread'

type Line = { id: string; number: number; side: Side }
type Here = Thread<Line, string>

const line = (number: number, side: Side = 'person'): Line => ({ id: `${side}${number}`, number, side })
const numbers = ({ messages }: Here) => messages.map(({ number }) => number)
const empty: Here = emptyThread

describe('what is pulled', () => {
  it('is kept once and in order, however often and in whatever order it comes', () => {
    const page = { messages: [line(3), line(4)], last: 4 }
    const thread = pulled(pulled(pulled(empty, page), { messages: [line(1), line(2)], last: 2 }), page)
    expect(numbers(thread)).toEqual([1, 2, 3, 4])
    expect(thread.last).toBe(4)
    expect(isWhole(thread)).toBe(true)
  })

  it('is asked for after the last number up to which nothing is missing', () => {
    expect(upTo(empty)).toBe(0)
    const thread = pulled(empty, { messages: [line(1), line(2), line(5)], last: 5 })
    expect([upTo(thread), isWhole(thread)]).toEqual([2, false])
    expect(upTo(pulled(thread, { messages: [line(3), line(4)], last: 5 }))).toBe(5)
  })

  it('is missing when something is known of that has not come', () => {
    expect(isWhole(pulled(empty, { messages: [], last: 1 }))).toBe(false)
  })

  it('begins at the first number that may be read, and forgets what may not be read any more', () => {
    const came = pulled(empty, { messages: [line(8)], last: 8, from: 8 })
    expect([upTo(came), isWhole(came)]).toEqual([8, true])
    const again = pulled(pulled(empty, { messages: [line(1), line(2)], last: 2 }), { messages: [], last: 2, from: 3 })
    expect([numbers(again), upTo(again), isWhole(again)]).toEqual([[], 2, true])
  })
})

describe('what is said here', () => {
  const two = said(said(empty, 'a', '您好'), 'b', '在的')

  it('goes one after the other', () => {
    expect(nextToSend(two)?.id).toBe('a')
    const one = acknowledged(two, { id: 'a', number: 1, side: 'counsellor' })
    expect([nextToSend(one)?.id, numbers(one)]).toEqual(['b', [1]])
  })

  it('is one thing, however often it is said with the same id', () => {
    expect(said(two, 'a', '您好').outgoing).toHaveLength(2)
    expect(said(pulled(empty, { messages: [line(1)], last: 1 }), 'person1', '').outgoing).toEqual([])
  })

  it('has arrived when a pull brings it, though the answer was lost', () => {
    const thread = pulled(two, { messages: [{ id: 'a', number: 1, side: 'counsellor' }], last: 1 })
    expect(thread.outgoing.map(({ id }) => id)).toEqual(['b'])
  })

  it('stays in sight with the reason when it was refused, and lets the next one go', () => {
    const stopped = refusedToSend(two, 'a', 'CHAT_FULL')
    expect(stopped.outgoing[0]?.refused).toBe('CHAT_FULL')
    expect(nextToSend(stopped)?.id).toBe('b')
    expect(nextToSend(tryAgain(stopped, 'a'))?.id).toBe('a')
    expect(givenUp(stopped, 'a').outgoing.map(({ id }) => id)).toEqual(['b'])
  })

  it('leaves what came before it to be pulled', () => {
    const thread = acknowledged(said(empty, 'a', '在的'), { id: 'a', number: 3, side: 'counsellor' })
    expect([upTo(thread), isWhole(thread)]).toEqual([0, false])
  })

  it('does not put a late answer over what a pull has brought', () => {
    const came = pulled(empty, { messages: [{ ...line(1, 'counsellor'), id: 'a' }], last: 1 })
    expect(acknowledged(came, { id: 'a', number: 1, side: 'counsellor' }).messages[0]).toBe(came.messages[0])
  })
})

describe('marks', () => {
  it('are set for what the other side said, never beyond a gap, never twice', () => {
    const thread = pulled(empty, {
      messages: [line(1), line(2), line(3, 'counsellor'), line(6)],
      last: 6,
    })
    expect([toMark(thread, 'counsellor', 0), toMark(thread, 'counsellor', 2)]).toEqual([2, 0])
    expect(toMark(thread, 'person', 0)).toBe(3)
    expect(toMark(empty, 'person', 0)).toBe(0)
  })

  it('stand at the newest of mine that was read', () => {
    const thread = pulled(empty, { messages: [line(1, 'counsellor'), line(2), line(3, 'counsellor')], last: 3 })
    expect([0, 1, 2, 3, 9].map((readUpTo) => newestRead(thread, 'counsellor', readUpTo))).toEqual([0, 1, 1, 3, 3])
  })
})

/** What happens on the way, each step chosen at random: nothing is lost, nothing comes twice, nothing changes places. */
type Step = 'other' | 'say' | 'send' | 'lost-answer' | 'lost-request' | 'pull' | 'late-pull'
const steps: Step[] = ['other', 'say', 'send', 'lost-answer', 'lost-request', 'pull', 'late-pull']
const PAGE = 3

function openRoom() {
  const stored: Line[] = []
  const store = (id: string, side: Side): number => {
    const known = stored.find((one) => one.id === id)
    if (known) return known.number
    stored.push({ id, number: stored.length + 1, side })
    return stored.length
  }
  const page = (after: number) => ({ messages: stored.slice(after, after + PAGE), last: stored.length })
  return { stored, store, page }
}

it('ends up with what was stored, whatever broke on the way', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 60 }), (way) => {
      const room = openRoom()
      let here: Here = empty
      let count = 0
      let late = room.page(0)
      const mine: string[] = []
      const send = (arrives: boolean, answered: boolean) => {
        const next = nextToSend(here)
        if (!next || !arrives) return
        const number = room.store(next.id, 'counsellor')
        if (answered) here = acknowledged(here, { id: next.id, number, side: 'counsellor' })
      }
      for (const step of way) {
        if (step === 'other') room.store(`other${count++}`, 'person')
        if (step === 'say') {
          const id = `mine${count++}`
          mine.push(id)
          here = said(here, id, '')
        }
        if (step === 'send') send(true, true)
        if (step === 'lost-answer') send(true, false)
        if (step === 'lost-request') send(false, false)
        if (step === 'pull') {
          late = room.page(upTo(here))
          here = pulled(here, late)
        }
        if (step === 'late-pull') here = pulled(here, late)
        const inOrder = numbers(here)
        expect(inOrder).toEqual([...new Set(inOrder)].sort((one, other) => one - other))
      }
      while (nextToSend(here)) send(true, true)
      here = pulled(here, { messages: [], last: room.stored.length })
      while (!isWhole(here)) here = pulled(here, room.page(upTo(here)))
      expect(here.messages).toEqual(room.stored)
      expect(here.outgoing).toEqual([])
      expect(room.stored.filter(({ side }) => side === 'counsellor').map(({ id }) => id)).toEqual(mine)
    }),
  )
})
