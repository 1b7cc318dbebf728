import { describe, expect, it } from 'vitest'
import { type SignupState, signupStates, type Trade } from '../signups/words'
import { numbersOf, tradesFrom, tradesOf } from './report'

const counts = (some: Partial<Record<SignupState, number>>) =>
  Object.fromEntries(signupStates.map((state) => [state, some[state] ?? 0])) as Record<SignupState, number>
const of = (...some: [Trade, number][]): Trade[] =>
  some.flatMap(([trade, amount]) => Array.from({ length: amount }, () => trade))
const shown = (those: Trade[]) => {
  const { total, cells } = tradesOf(those)
  return { total, ...Object.fromEntries(cells.flatMap(({ key, count }) => (count === null ? [] : [[key, count]]))) }
}

it('counts people once, places with relatives, and each of its times', () => {
  const seated = [
    { ticketId: 'a', places: 3 },
    { ticketId: 'b', places: 1 },
    { ticketId: 'c', places: 2 },
  ]
  const timesOf = new Map([
    ['a', [true, true]],
    ['b', [false, true]],
  ])
  expect(numbersOf(counts({ came: 2, missed: 1, waiting: 4, lapsed: 1, cancelled: 2 }), seated, 2, timesOf)).toEqual({
    ...{ signedUp: 10, waited: 5, seatedPlaces: 6, cameAt: [1, 2], came: 2, missed: 1 },
  })
})

describe('the trades of those who come', () => {
  it('are withheld where there are fewer than ten people', () => {
    expect(shown(of(['health', 5], ['transport', 4]))).toEqual({ total: null })
  })
  it('are withheld where one could be worked out, also from how many seats are known to be taken', () => {
    expect(shown(of(['health', 12], ['transport', 1]))).toEqual({ total: 13 })
    expect(shown(of(['health', 20], ['transport', 12], ['retail', 1]))).toEqual({ total: 33, health: 20 })
  })
  it('are withheld where all are of one trade: it would be everybody’s on the list', () => {
    expect(shown(of(['health', 30]))).toEqual({ total: null })
  })
  it('are told where each of them is ten people or more', () => {
    expect(shown(of(['health', 12], ['transport', 18]))).toEqual({ total: 30, health: 12, transport: 18 })
  })
  it('are told five minutes after sign-up has closed', () => {
    expect(tradesFrom({ closesAt: '2026-03-13T12:00:00.000Z' })).toEqual(new Date('2026-03-13T12:05:00.000Z'))
  })
})
