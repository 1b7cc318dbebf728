import Papa from 'papaparse'
import type { BilledCall } from '../../domain/hotlines/billed'
import { isSameNumber } from '../../domain/hotlines/number'
import { hourOf } from '../../domain/time'
import { encodingOf, isWorkbook } from '../branches/import/encoding'

export const billFaults = {
  workbook: '这是 Excel 工作簿，请在 Excel 或 WPS 里「另存为」CSV 文件再选',
  heading: '没有找到表头：需要「开始时间」和「通话时长」两列',
  empty: '表头下面没有内容，请检查后再选',
  long: '文件超过 20 万行，请按月分成几个文件',
} as const
export type BillFault = keyof typeof billFaults

export const rowProblems = {
  start: '开始时间看不懂',
  length: '通话时长看不懂',
  future: '开始时间晚于现在',
  other: '被叫号码不是这条热线',
} as const
export type RowProblem = keyof typeof rowProblems

/** What leaves this computer is `calls` alone: the hour and the length of each. */
export type ReadBill = {
  billId: string
  rows: number
  calls: BilledCall[]
  problems: { line: number; problem: RowProblem }[]
}

const called = {
  start: ['开始时间', '通话开始时间', '呼叫时间', '拨入时间', '来电时间', '起始时间', '通话时间', '时间'],
  day: ['日期', '通话日期'],
  length: ['通话时长', '时长', '计费时长', '通话秒数', '通话分钟数'],
  number: ['被叫号码', '被叫', '热线号码', '接听号码'],
} as const
type Column = keyof typeof called
type Heading = Partial<Record<Column, number>> & { inMinutes: boolean }

const HEADING_WITHIN_ROWS = 10
const MOST_ROWS = 200_000

const plain = (cell: string) =>
  cell
    .normalize('NFKC')
    .replace(/[\s*:]/g, '')
    .replace(/\(.*$/, '')

function headingOf(cells: readonly string[]): Heading {
  const heading: Heading = { inMinutes: false }
  cells.forEach((cell, at) => {
    const column = (Object.keys(called) as Column[]).find((one) =>
      (called[one] as readonly string[]).includes(plain(cell)),
    )
    if (!column || heading[column] !== undefined) return
    heading[column] = at
    if (column === 'length') heading.inMinutes = /分/.test(cell) && !/秒/.test(cell)
  })
  return heading
}

const two = (text: string | undefined) => (text ?? '0').padStart(2, '0')

/** The hour of Shanghai time that a bill's clock means; undefined where it means none. */
export function billedHour(text: string): string | undefined {
  const found =
    /^(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T\s]*(\d{1,2})[:：时](\d{1,2})/.exec(text.trim()) ??
    /^(20\d\d)(\d\d)(\d\d)\s*(\d\d):?(\d\d)/.exec(text.trim())
  if (!found) return undefined
  const [, year, month, day, hour] = found
  const said = `${year}-${two(month)}-${two(day)}T${two(hour)}`
  const instant = new Date(`${said}:00:00+08:00`)
  return Number.isNaN(instant.getTime()) || hourOf(instant) !== said ? undefined : said
}

/** `125`, `2:05`, `0:02:05`, `2分5秒`. */
export function billedSeconds(text: string, inMinutes: boolean): number | undefined {
  const said = text.trim().replace(/^="(.*)"$/, '$1')
  const words = /^(?:(\d+)(?:小时|时))?(?:(\d+)(?:分钟|分))?(?:(\d+)秒)?$/.exec(said)
  const clock = /^(?:(\d+):)?(\d{1,3}):(\d{1,2})$/.exec(said)
  const seconds = /^\d+(\.\d+)?$/.test(said)
    ? Math.round(Number(said) * (inMinutes ? 60 : 1))
    : said !== '' && (words ?? clock)
      ? [1, 2, 3].reduce((sum, at) => sum * 60 + Number((words ?? clock)?.[at] ?? 0), 0)
      : undefined
  return seconds !== undefined && seconds <= 24 * 60 * 60 ? seconds : undefined
}

/** 128 bits of the line and the file (cyrb128, public domain): a browser gives no `crypto.subtle` to a page without https. */
export function billIdOf(lineId: string, text: string): string {
  const words = `${lineId}\n${text}`
  const hash = [1779033703, 3144134277, 1013904242, 2773480762]
  const primes = [597399067, 2869860233, 951274213, 2716044179]
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at)
    for (let part = 0; part < 4; part++)
      hash[part] = (hash[(part + 1) % 4] ?? 0) ^ Math.imul((hash[part] ?? 0) ^ code, primes[part] ?? 0)
  }
  return hash.map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
}

/** Reads a bill of the phone company. Whoever called is in none of the columns it looks at. */
export function readBill(
  bytes: Uint8Array,
  { lineId, numbers, now }: { lineId: string; numbers: readonly string[]; now: Date },
): ReadBill | BillFault {
  if (isWorkbook(bytes)) return 'workbook'
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes).replace(/^\ufeff/, '')
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false })
  const headings = data.slice(0, HEADING_WITHIN_ROWS).map(headingOf)
  const headingRow = headings.findIndex(({ start, length }) => start !== undefined && length !== undefined)
  const heading = headings[headingRow]
  if (!heading) return 'heading'
  const bill: ReadBill = { billId: billIdOf(lineId, text), rows: 0, calls: [], problems: [] }
  const thisHour = hourOf(now)
  data.slice(headingRow + 1).forEach((row, at) => {
    if (row.every((cell) => cell.trim() === '')) return
    const cell = (column: Column) => (row[heading[column] ?? -1] ?? '').trim()
    bill.rows++
    const hour = billedHour(heading.day === undefined ? cell('start') : `${cell('day')} ${cell('start')}`)
    const seconds = billedSeconds(cell('length'), heading.inMinutes)
    const number = cell('number').replace(/^="(.*)"$/, '$1')
    const problem: RowProblem | undefined =
      hour === undefined
        ? 'start'
        : hour > thisHour
          ? 'future'
          : seconds === undefined
            ? 'length'
            : number !== '' && !numbers.some((one) => isSameNumber(one, number))
              ? 'other'
              : undefined
    if (problem) bill.problems.push({ line: headingRow + 2 + at, problem })
    else if (hour !== undefined && seconds !== undefined) bill.calls.push({ hour, seconds })
  })
  if (bill.rows === 0) return 'empty'
  return bill.rows > MOST_ROWS ? 'long' : bill
}

/** As the contract's `MOST_BILLED`. */
export const PIECE_CALLS = 500

/** Each of one month; the same file always falls into the same pieces. */
export function piecesOf(calls: readonly BilledCall[]): { month: string; calls: BilledCall[] }[] {
  const months = new Map<string, BilledCall[]>()
  for (const call of calls) {
    const month = call.hour.slice(0, 7)
    const known = months.get(month)
    if (known) known.push(call)
    else months.set(month, [call])
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([month, all]) =>
      Array.from({ length: Math.ceil(all.length / PIECE_CALLS) }, (_, at) => ({
        month,
        calls: all.slice(at * PIECE_CALLS, (at + 1) * PIECE_CALLS),
      })),
    )
}
