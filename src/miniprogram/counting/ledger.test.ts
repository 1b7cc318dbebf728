import { describe, expect, it } from 'vitest'
import type { Counts } from '../../domain/figures/counts'
import type { Use } from '../../domain/figures/uses'
import { countingReads, countingUses } from './countings'
import { empty, type Ledger as LedgerOf, add as put, seal, settle } from './ledger'

type Ledger = LedgerOf<{ pieceId: string } & Partial<Counts>>

const HOUR = '2026-11-22T15'
const ids = () => {
  let n = 0
  return () => `batch-${String(++n).padStart(16, '0')}`
}

const newId = ids()
const add = (ledger: Ledger, pieceId: string, hour: string, counts: Partial<Counts>) =>
  put(ledger, countingReads, hour, { pieceId, ...counts }, newId)

describe('the ledger of a phone', () => {
  it('adds up per piece and hour', () => {
    let ledger = add(empty, 'a', HOUR, { seconds: 5, reads: 1 })
    ledger = add(ledger, 'a', HOUR, { seconds: 7 })
    ledger = add(ledger, 'a', '2026-11-22T16', { seconds: 1 })
    ledger = add(ledger, 'b', HOUR, { plays: 1 })
    expect(ledger.open).toEqual([
      { pieceId: 'a', hour: HOUR, seconds: 12, reads: 1 },
      { pieceId: 'a', hour: '2026-11-22T16', seconds: 1 },
      { pieceId: 'b', hour: HOUR, plays: 1 },
    ])
  })

  it('keeps nothing when nothing was counted', () => {
    expect(add(empty, 'a', HOUR, {})).toEqual(empty)
    expect(seal(empty)).toEqual(empty)
  })

  it('never goes beyond what the cloud accepts for an hour', () => {
    let ledger: Ledger = empty
    for (let i = 0; i < 70; i++) ledger = add(ledger, 'a', HOUR, { reads: 1, seconds: 60 })
    expect(ledger.open).toEqual([{ pieceId: 'a', hour: HOUR, reads: 60, seconds: 3600 }])
  })

  it('adds up uses in the same way, never beyond what the cloud accepts for an hour', () => {
    let ledger: LedgerOf<{ use: Use; times: number }> = empty
    const count = (use: Use, hour = HOUR) => {
      ledger = put(ledger, countingUses, hour, { use, times: 1 }, newId)
    }
    for (let i = 0; i < 40; i++) count('help.dialled.12356')
    count('help.opened')
    count('help.opened', '2026-11-22T16')
    expect(ledger.open).toEqual([
      { use: 'help.dialled.12356', hour: HOUR, times: 30 },
      { use: 'help.opened', hour: HOUR, times: 1 },
      { use: 'help.opened', hour: '2026-11-22T16', times: 1 },
    ])
  })

  it('closes at most fifty tallies into a batch', () => {
    let ledger: Ledger = empty
    for (let i = 0; i < 51; i++) ledger = add(ledger, `p${i}`, HOUR, { reads: 1 })
    const sealed = seal(ledger)
    expect(sealed.open).toEqual([])
    expect(sealed.batches.map((batch) => batch.tallies.length)).toEqual([50, 1])
    expect(new Set(sealed.batches.map((batch) => batch.batchId)).size).toBe(2)
  })

  it('closes the same counts under the same ids, whoever closes them', () => {
    let ledger: Ledger = empty
    for (let i = 0; i < 51; i++) ledger = add(ledger, `p${i}`, HOUR, { reads: 1 })
    expect(seal(ledger)).toEqual(seal(ledger))
    const next = add(seal(ledger), 'a', HOUR, { reads: 1 })
    expect(new Set(seal(next).batches.map((batch) => batch.batchId)).size).toBe(3)
  })

  it('keeps the id of a batch until it is acknowledged, whatever is counted meanwhile', () => {
    let ledger = seal(add(empty, 'a', HOUR, { reads: 1 }))
    const first = ledger.batches[0]?.batchId as string
    ledger = seal(add(ledger, 'a', HOUR, { seconds: 3 }))
    expect(ledger.batches.map((batch) => batch.batchId)).toEqual([first, expect.not.stringMatching(first)])
    ledger = settle(ledger, first)
    expect(ledger.batches.map((batch) => batch.tallies)).toEqual([[{ pieceId: 'a', hour: HOUR, seconds: 3 }]])
  })

  it('forgets the oldest batches of a phone long off line', () => {
    let ledger: Ledger = empty
    for (let i = 0; i < 25; i++) ledger = seal(add(ledger, `p${i}`, HOUR, { reads: 1 }))
    expect(ledger.batches).toHaveLength(20)
    expect(ledger.batches[0]?.tallies[0]?.pieceId).toBe('p5')
  })
})
