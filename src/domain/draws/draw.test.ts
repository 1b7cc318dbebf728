import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recompute } from '../../../tests/draws/recompute.mjs'
import { shares } from '../events/words'
import { sha256Hex } from '../hashing/sha-256'
import { placesIn } from '../signups/seats'
import {
  checkDraw,
  drawOf,
  type Entry,
  listHashOf,
  listText,
  type Published,
  readList,
  resultHashOf,
  ticketHash,
} from './draw'

const entry = fc.record({
  hash: fc.nat().map((ticket) => ticketHash(`ticket-${ticket}`)),
  shares: fc.subarray([...shares]),
  places: fc.integer({ min: 1, max: 3 }),
})
const entries = fc.uniqueArray(entry, { selector: ({ hash }) => hash, maxLength: 40 })
const seats = fc
  .record({ shift: fc.nat(6), newcomer: fc.nat(4), more: fc.nat(20) })
  .map(({ shift, newcomer, more }) => ({ capacity: shift + newcomer + more + 1, shares: { shift, newcomer } }))
const seed = fc.nat().map((number) => sha256Hex(`seed-${number}`))

const drawn = (text: string, from: string, of: { capacity: number; shares: { shift: number; newcomer: number } }) => {
  const result = drawOf(from, text, of)
  if (!result.ok) throw new Error(result.code)
  return result.data
}
const published = (list: readonly Entry[], from: string, of: Parameters<typeof drawn>[2]): Published => {
  const text = listText(list)
  return {
    ...of,
    commitment: sha256Hex(from),
    list: { hash: listHashOf(text), text },
    result: { seed: from, hash: resultHashOf(drawn(text, from, of)) },
  }
}

describe('a draw', () => {
  it('gives in an independent script what it gives here, five hundred times', () => {
    fc.assert(
      fc.property(entries, seed, seats, (list, from, of) => {
        const all = published(list, from, of)
        expect(checkDraw(all)).toEqual([])
        const { order, ...as } = recompute(all)
        expect(as).toEqual({ seed: true, list: true, result: true })
        const ours = drawn(all.list.text, from, of)
        expect(order).toEqual(ours.map(({ hash, outcome, held }) => `${hash} ${outcome} ${placesIn(held)}`))
      }),
      { numRuns: 500 },
    )
  })

  it('gives no more seats than there are, shares only to those whose they are, and lets nobody past who could have had one', () => {
    fc.assert(
      fc.property(entries, seed, seats, (list, from, of) => {
        const byHash = new Map(list.map((one) => [one.hash, one]))
        const result = drawn(listText(list), from, of)
        const spent = { open: 0, shift: 0, newcomer: 0 } as Record<string, number>
        for (const { hash, held } of result)
          for (const { pool, places } of held) {
            spent[pool] = (spent[pool] ?? 0) + places
            if (pool !== 'open') expect(byHash.get(hash)?.shares).toContain(pool)
          }
        expect(spent.shift).toBeLessThanOrEqual(of.shares.shift)
        expect(spent.newcomer).toBeLessThanOrEqual(of.shares.newcomer)
        expect(spent.open).toBeLessThanOrEqual(of.capacity - of.shares.shift - of.shares.newcomer)
        const firstWithout = result.findIndex(({ outcome }) => outcome !== 'seated')
        const after = firstWithout < 0 ? [] : result.slice(firstWithout + 1)
        for (const { hash, held } of after)
          if (held.some(({ pool }) => pool === 'open')) expect(byHash.get(hash)?.shares).not.toEqual([])
      }),
    )
  })

  it('asks a party that finds fewer seats than it needs, and lets nobody smaller past it', () => {
    const list = [1, 2, 3].map((ticket) => ({ hash: ticketHash(`t${ticket}`), shares: [], places: 2 }))
    const result = drawn(listText(list), sha256Hex('seed'), { capacity: 3, shares: { shift: 0, newcomer: 0 } })
    expect(result.map(({ outcome, held }) => [outcome, placesIn(held)])).toEqual([
      ['seated', 2],
      ['offered', 1],
      ['waiting', 0],
    ])
  })

  it('gives everybody the same chance', () => {
    const list = Array.from({ length: 10 }, (_, at) => ({ hash: ticketHash(`t${at}`), shares: [], places: 1 }))
    const text = listText(list)
    const wins = new Map<string, number>()
    for (let round = 0; round < 2000; round++) {
      const [first] = drawn(text, sha256Hex(`${round}`), { capacity: 1, shares: { shift: 0, newcomer: 0 } })
      wins.set(first?.hash ?? '', (wins.get(first?.hash ?? '') ?? 0) + 1)
    }
    // Ten tickets, 2,000 draws: 200 each; seven standard deviations are 94. The seeds are fixed, so it is always the same.
    for (const { hash } of list) expect(Math.abs((wins.get(hash) ?? 0) - 200)).toBeLessThan(94)
  })

  it('in which a ticket, a share, a number of places, the seed or the result was changed is found out', () => {
    fc.assert(
      fc.property(
        entries.filter(({ length }) => length > 1),
        seed,
        seats,
        fc.nat(),
        (list, from, of, which) => {
          const all = published(list, from, of)
          const at = which % list.length
          const changed = (change: (one: Entry) => Entry) => ({
            ...all,
            list: { ...all.list, text: listText(list.map((one, index) => (index === at ? change(one) : one))) },
          })
          const found = [
            changed((one) => ({ ...one, hash: ticketHash('another') })),
            changed((one) => ({ ...one, places: one.places + 1 })),
            changed((one) => ({ ...one, shares: one.shares.length > 0 ? [] : ['shift'] })),
            { ...all, list: { ...all.list, text: listText(list.slice(1)) } },
          ]
          for (const one of found) {
            expect(checkDraw(one)).toContain('list-changed')
            expect(recompute(one).list).toBe(false)
          }
          const other = { ...all, result: { ...all.result, seed: sha256Hex('another seed') } }
          expect(checkDraw(other)).toContain('seed-changed')
          expect(recompute(other).seed).toBe(false)
          expect(checkDraw({ ...all, result: { ...all.result, hash: sha256Hex('') } })).toEqual(['result-changed'])
        },
      ),
    )
  })

  it('with other seats is found out as soon as anybody gets something else by them', () => {
    fc.assert(
      fc.property(entries, seed, seats, seats, (list, from, of, others) => {
        const all = published(list, from, of)
        const isSame = resultHashOf(drawn(all.list.text, from, others)) === all.result.hash
        expect(checkDraw({ ...all, ...others })).toEqual(isSame ? [] : ['result-changed'])
        expect(recompute({ ...all, ...others }).result).toBe(isSame)
      }),
    )
  })

  it('in which a ticket stands twice is found out, though the list has its hash', () => {
    const once = `${ticketHash('t1')} 1 -`
    const text = `${once}\n${once}`
    const all = published([], sha256Hex('seed'), { capacity: 2, shares: { shift: 0, newcomer: 0 } })
    const twice = { ...all, list: { hash: listHashOf(text), text } }
    expect(checkDraw(twice)).toContain('list-changed')
    expect(recompute(twice).list).toBe(false)
  })
})

describe('the published list', () => {
  it('is read back as it was written, whatever the order', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const text = listText(list)
        expect(listText(list.toReversed())).toBe(text)
        const read = readList(text)
        expect(read.ok && listText(read.data)).toBe(text)
      }),
    )
  })

  it.each([
    'x',
    `${'a'.repeat(64)} 0 -`,
    `${'a'.repeat(64)} 1 -\n`,
    `${'b'.repeat(64)} 1 -\n${'a'.repeat(64)} 1 -`,
    `${'a'.repeat(64)} 1 newcomer+shift`,
    `${'a'.repeat(64)} 1 others`,
    `${'a'.repeat(64)} 1 -\n${'a'.repeat(64)} 1 -`,
    `${'a'.repeat(64)} 1 -\n${'a'.repeat(64)} 2 shift`,
  ])('has one form: %j is refused', (text) => {
    expect(readList(text)).toEqual({ ok: false, code: 'LIST_MALFORMED' })
  })
})
