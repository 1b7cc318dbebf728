import { done, refused } from '../result'
import { hourOf } from '../time'

/** One call of the phone company's bill, without whoever called: the hour of Shanghai time, and how long it lasted. */
export type BilledCall = { hour: string; seconds: number }

type Sum = { calls: number; seconds: number }
/** By day (`01`…) and by hour of the day (`00`…`23`). */
export type BilledLine = Sum & { days: Record<string, Sum>; hours: Record<string, Sum> }
export type BilledMonth = { lines: Record<string, BilledLine> }

/** One file. The same file for the same line is the same import. */
export type Bill = {
  id: string
  lineId: string
  branchId: string
  fileName: string
  by: string
  byName: string
  /** Calls that can be counted, and how many were. */
  calls: number
  counted: number
  nextPiece: number
  startedAt: string
  endedAt: string
}

export const LONGEST_BILLED_SECONDS = 24 * 60 * 60

const plus = (a: Sum | undefined, { calls, seconds }: Sum): Sum => ({
  calls: (a?.calls ?? 0) + calls,
  seconds: (a?.seconds ?? 0) + seconds,
})

export const isMonthOf = (month: string, calls: readonly BilledCall[], now: Date) =>
  calls.every(({ hour }) => hour.startsWith(`${month}-`) && hour <= hourOf(now))

/** The next piece of a file, and what it adds. An earlier one sent again adds nothing. */
export function takePiece(bill: Bill, piece: { number: number; calls: readonly BilledCall[] }, now: Date) {
  if (piece.number < bill.nextPiece) return done({ bill, isNew: false })
  if (piece.number > bill.nextPiece) return refused('PIECE_OUT_OF_ORDER')
  const counted = bill.counted + piece.calls.length
  if (counted > bill.calls) return refused('TOO_MANY_LINES')
  const endedAt = counted === bill.calls ? now.toISOString() : ''
  return done({ bill: { ...bill, counted, nextPiece: bill.nextPiece + 1, endedAt }, isNew: true })
}

export function withCalls(month: BilledMonth, lineId: string, calls: readonly BilledCall[]): BilledMonth {
  const before = month.lines[lineId]
  const line: BilledLine = {
    ...plus(before, { calls: 0, seconds: 0 }),
    days: { ...before?.days },
    hours: { ...before?.hours },
  }
  for (const { hour, seconds } of calls) {
    const one = { calls: 1, seconds }
    const [day, ofDay] = [hour.slice(8, 10), hour.slice(11, 13)]
    Object.assign(line, plus(line, one))
    line.days[day] = plus(line.days[day], one)
    line.hours[ofDay] = plus(line.hours[ofDay], one)
  }
  return { lines: { ...month.lines, [lineId]: line } }
}

/** Of a month's calls, the hour of the day in which most came in; undefined where none did. */
export const busiestHour = ({ hours }: Pick<BilledLine, 'hours'>): number | undefined => {
  const [most] = Object.entries(hours).sort(([a, x], [b, y]) => y.calls - x.calls || (a < b ? -1 : 1))
  return most && Number(most[0])
}
