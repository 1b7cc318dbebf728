import Papa from 'papaparse'
import type { Line } from '../../../domain/membership/words'
import { type Encoding, encodingOf, isWorkbook } from './encoding'
import { type Heading, headingOf, isHeading, lineOf } from './heading'

/** As the contract's `MOST_LINES`. */
export const PIECE_LINES = 500
export const MOST_LINES_OF_A_FILE = 2_000_000
/** Enough to see the heading, even below a title. */
const START_BYTES = 64 * 1024
const HEADING_WITHIN_ROWS = 10
/** No row of a list is this long: a quotation mark was never closed. */
const LONGEST_ROW = 1024 * 1024

export const listProblems = {
  workbook: '这是 Excel 工作簿，请在 Excel 或 WPS 里「另存为」CSV 文件再选',
  heading: '没有找到表头：需要「组织编码」，以及「会员卡号」「身份证号」「手机号」中的至少一列，可以下载模板对照',
  quote: '有一处双引号没有成对，请在 Excel 或 WPS 里打开检查，重新另存为 CSV 再选',
  empty: '表头下面没有内容，请检查后再选',
  long: '文件超过 200 万行，请分成几个文件',
  changed: '文件在读的时候被改动或移走了，请重新选择',
} as const
export type ListProblem = keyof typeof listProblems

export type List = { file: File; encoding: Encoding; delimiter: string; heading: Heading; headingRow: number }

const isGone = (fault: unknown) =>
  fault instanceof DOMException && ['NotReadableError', 'NotFoundError'].includes(fault.name)

async function* textsOf(file: Blob, encoding: Encoding, read: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  const reader = file.stream().getReader()
  let bytes = 0
  // A line may end with CR LF, and a part between the two.
  let held = ''
  const even = (text: string) => {
    const whole = held + text
    held = whole.endsWith('\r') ? '\r' : ''
    return whole.slice(0, whole.length - held.length).replace(/\r\n?/g, '\n')
  }
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.byteLength
      read(bytes)
      yield even(decoder.decode(part.value, { stream: true }))
    }
    yield even(decoder.decode()) + (held ? '\n' : '')
  } finally {
    await reader.cancel()
  }
}

const parse = (text: string, delimiter: string, isLast: boolean): Papa.ParseResult<string[]> =>
  new Papa.Parser({ delimiter, newline: '\n' }).parse(text, 0, !isLast)

/** Rows in blocks as they are read: the next part of the file is read when this one is done with. */
async function* blocksOf(
  file: Blob,
  { encoding, delimiter }: Pick<List, 'encoding' | 'delimiter'>,
  read: (bytes: number) => void,
): AsyncGenerator<string[][] | 'quote'> {
  let rest = ''
  for await (const text of textsOf(file, encoding, read)) {
    rest += text
    const { data, meta } = parse(rest, delimiter, false)
    rest = rest.slice(meta.cursor)
    if (rest.length > LONGEST_ROW) {
      yield 'quote'
      return
    }
    if (data.length > 0) yield data
  }
  if (rest === '') return
  const { data, errors } = parse(rest, delimiter, true)
  yield errors.some(({ code }) => code === 'MissingQuotes') ? 'quote' : data
}

const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '')

/** How the file is written and where its heading is, from its start alone. */
export const openList = async (file: File): Promise<List | ListProblem> => {
  try {
    const start = new Uint8Array(await file.slice(0, START_BYTES).arrayBuffer())
    if (isWorkbook(start)) return 'workbook'
    const encoding = encodingOf(start)
    const text = new TextDecoder(encoding).decode(start).replace(/\r\n?/g, '\n')
    for (const delimiter of [',', '\t', ';']) {
      const { data } = parse(text, delimiter, start.length === file.size)
      const headings = data.slice(0, HEADING_WITHIN_ROWS).map(headingOf)
      const headingRow = headings.findIndex(isHeading)
      const heading = headings[headingRow]
      if (heading) return { file, encoding, delimiter, heading, headingRow }
    }
    return 'heading'
  } catch (fault) {
    if (isGone(fault)) return 'changed'
    throw fault
  }
}

/**
 * The lines below the heading, block by block. Empty rows at the end are none; one in the middle is a line, so that the
 * number of a line is the one its reader counts.
 */
export async function* linesOf(
  list: List,
  read: (bytes: number) => void = () => {},
): AsyncGenerator<Line[] | ListProblem> {
  let above = list.headingRow + 1
  let blank = 0
  try {
    for await (const block of blocksOf(list.file, list, read)) {
      if (block === 'quote') {
        yield 'quote'
        return
      }
      const lines: Line[] = []
      for (const row of block) {
        if (above > 0) above -= 1
        else if (isBlank(row)) blank += 1
        else {
          for (; blank > 0; blank--) lines.push(lineOf(list.heading, []))
          lines.push(lineOf(list.heading, row))
        }
      }
      yield lines
    }
  } catch (fault) {
    if (!isGone(fault)) throw fault
    yield 'changed'
  }
}

/** How many lines there are, before anything leaves this computer. */
export const countLines = async (
  list: List,
  read: (bytes: number) => void,
  signal: AbortSignal,
): Promise<number | ListProblem> => {
  let count = 0
  for await (const lines of linesOf(list, read)) {
    if (typeof lines === 'string') return lines
    signal.throwIfAborted()
    count += lines.length
    if (count > MOST_LINES_OF_A_FILE) return 'long'
  }
  return count === 0 ? 'empty' : count
}

export type Piece = { number: number; lines: Line[] }

/** In the order of the file; only the last piece may be shorter. */
export async function* piecesOf(blocks: AsyncIterable<Line[] | ListProblem>): AsyncGenerator<Piece | ListProblem> {
  let number = 0
  let waiting: Line[] = []
  for await (const block of blocks) {
    if (typeof block === 'string') {
      yield block
      return
    }
    waiting = waiting.length > 0 ? [...waiting, ...block] : block
    let at = 0
    for (; waiting.length - at >= PIECE_LINES; at += PIECE_LINES)
      yield { number: number++, lines: waiting.slice(at, at + PIECE_LINES) }
    waiting = waiting.slice(at)
  }
  if (waiting.length > 0) yield { number, lines: waiting }
}
