import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rollUpUses } from '../figures/roll-up-uses'
import { isUse } from '../figures/uses'
import { type Answered, correct, emptyMonth, log, withEntry } from './answered'
import { type Bill, busiestHour, takePiece, withCalls } from './billed'
import { emptyDirectory } from './directory'
import { threeCounts } from './three-counts'

const now = new Date('2026-11-23T02:00:00.000Z')
const said = {
  lineId: 'union',
  startedAt: '2026-11-23T01:00:00.000Z',
  minutes: 12,
  topic: 'mood',
  outcome: 'listened',
} as const
const entry: Answered = { id: 'e1', staffId: 'lin', ...said, loggedAt: now.toISOString(), void: false }

describe('what an operator logs', () => {
  it('is neither of the future nor of more than a month ago', () => {
    const logged = (startedAt: string) => log({ id: 'e1', staffId: 'lin' }, { ...said, startedAt }, now).ok
    expect(logged('2026-11-23T02:02:00.000Z')).toBe(true)
    expect(logged('2026-11-23T02:02:00.001Z')).toBe(false)
    expect(logged('2026-10-23T02:00:00.000Z')).toBe(true)
    expect(logged('2026-10-23T01:59:59.999Z')).toBe(false)
  })
  it('is corrected within a day, and keeps the instant it was logged at', () => {
    const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
    const asked = correct(entry, { ...said, minutes: 20, void: false }, hoursLater(23))
    expect(asked).toMatchObject({ ok: true, data: { minutes: 20, loggedAt: entry.loggedAt } })
    expect(correct(entry, { ...said, void: true }, hoursLater(24))).toMatchObject({ code: 'TOO_LATE_TO_CORRECT' })
  })
  it('leaves nothing in the sums once it is taken out', () => {
    const once = withEntry(emptyMonth(), entry, 1)
    expect(once).toEqual({
      lines: { union: { calls: 1, minutes: 12 } },
      topics: { mood: 1 },
      outcomes: { listened: 1 },
    })
    expect(withEntry(once, entry, -1)).toEqual(emptyMonth())
    expect(withEntry(once, { ...entry, void: true }, 1)).toBe(once)
  })
})

describe('a bill', () => {
  const bill: Bill = {
    ...{ id: 'b', lineId: 'union', branchId: 'city', fileName: 'a.csv', by: 'wang', byName: '王' },
    ...{ calls: 2, counted: 0, nextPiece: 0, startedAt: now.toISOString(), endedAt: '' },
  }
  const one = { hour: '2026-11-22T21', seconds: 90 }

  it('is taken piece by piece, each once, and no further than it said', () => {
    const first = takePiece(bill, { number: 0, calls: [one] }, now)
    if (!first.ok) throw new Error(first.code)
    expect(first.data).toMatchObject({ isNew: true, bill: { counted: 1, nextPiece: 1, endedAt: '' } })
    expect(takePiece(first.data.bill, { number: 0, calls: [one] }, now)).toMatchObject({ data: { isNew: false } })
    expect(takePiece(first.data.bill, { number: 2, calls: [one] }, now)).toMatchObject({ code: 'PIECE_OUT_OF_ORDER' })
    expect(takePiece(first.data.bill, { number: 1, calls: [one, one] }, now)).toMatchObject({ code: 'TOO_MANY_LINES' })
    const last = takePiece(first.data.bill, { number: 1, calls: [one] }, now)
    expect(last).toMatchObject({ data: { bill: { endedAt: now.toISOString() } } })
  })
  it('is counted by day and by hour of the day', () => {
    const { lines } = withCalls({ lines: {} }, 'union', [one, { hour: '2026-11-23T09', seconds: 30 }, one])
    expect(lines.union).toEqual({
      ...{ calls: 3, seconds: 210 },
      days: { '22': { calls: 2, seconds: 180 }, '23': { calls: 1, seconds: 30 } },
      hours: { '21': { calls: 2, seconds: 180 }, '09': { calls: 1, seconds: 30 } },
    })
    expect(lines.union && busiestHour(lines.union)).toBe(21)
  })
})

describe('the three counts of a line', () => {
  const counts = fc.integer({ min: 1, max: 1_000_000 })

  it('stand side by side: each depends on its own source, and on no other', () => {
    fc.assert(
      fc.property(counts, counts, counts, (taps, logged, billed) => {
        const of = (t: number, a: number, b: number) =>
          threeCounts({
            directory: emptyDirectory(),
            taps: [{ use: 'help.dialled.union', times: t }],
            answered: { lines: { union: { calls: a, minutes: a } }, topics: {}, outcomes: {} },
            billed: { lines: { union: { calls: b, seconds: b, days: {}, hours: {} } } },
          }).find(({ lineId }) => lineId === 'union')
        const row = of(taps, logged, billed)
        expect(row).toMatchObject({ dialTaps: taps, answered: { calls: logged }, billed: { calls: billed } })
        expect({ ...of(taps + 1, logged, billed), dialTaps: taps }).toEqual(row)
        expect(of(taps, logged + 1, billed)).toMatchObject({ dialTaps: taps, billed: row?.billed })
        expect(of(taps, logged, billed + 1)).toMatchObject({ dialTaps: taps, answered: row?.answered })
      }),
    )
  })
  it('say that nothing was logged or billed where nothing was, instead of nought', () => {
    const none = threeCounts({ directory: emptyDirectory(), taps: [], answered: undefined, billed: undefined })
    expect(none.map(({ lineId }) => lineId)).toEqual(['12356', '120', '110', 'union'])
    for (const row of none) expect(row).toMatchObject({ dialTaps: 0, answered: null, billed: null })
  })
})

describe('a dial tap', () => {
  it('is counted by a small number of the line, and by nothing else', () => {
    for (const good of ['hotlines.dialled.1', 'hotlines.dialled.999']) expect(isUse(good)).toBe(true)
    for (const bad of ['0', '1000', '01', '13812345678', 'a', '']) expect(isUse(`hotlines.dialled.${bad}`)).toBe(false)
  })
  it('is one of the dials of its day', () => {
    const uses = [
      { use: 'hotlines.dialled.3', hour: '2026-11-23T09', times: 2 },
      { use: 'help.dialled.120', hour: '2026-11-23T09', times: 1 },
    ] as const
    const [month] = rollUpUses([{ id: 'b', receivedAt: now.toISOString(), uses }])
    expect(month?.days['23']).toMatchObject({ dialled: 3, help: 0 })
  })
})
