import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { MOST_LINES } from '../../../contract/imports'
import type { Line } from '../../../domain/membership/words'
import { encodingOf } from './encoding'
import { countLines, type List, linesOf, openList, PIECE_LINES, piecesOf } from './read-list'

const HEAD = '组织编码,会员卡号,身份证号,手机号'
/** «组织编码,手机号» as Excel on a Chinese Windows writes it. */
const GB_HEAD = Buffer.from('d7e9d6afb1e0c2eb2ccad6bbfabac5', 'hex')
/** «张𠮷»: two bytes, then four, which only GB18030 has. */
const GB_NAME = Buffer.from('d5c59534b235', 'hex')

const fileOf = (...parts: (string | Uint8Array<ArrayBuffer>)[]) => new File(parts, '名单.csv')
const opened = async (file: File): Promise<List> => {
  const list = await openList(file)
  if (typeof list === 'string') throw new Error(`not a list: ${list}`)
  return list
}
const all = async (list: List): Promise<Line[]> => {
  const lines: Line[] = []
  for await (const block of linesOf(list)) {
    if (typeof block === 'string') throw new Error(block)
    lines.push(...block)
  }
  return lines
}
const cut = (file: File, bytes: number) =>
  Object.assign(file, {
    stream: () =>
      new ReadableStream<Uint8Array<ArrayBuffer>>({
        start: async (controller) => {
          const whole = new Uint8Array(await file.arrayBuffer())
          for (let at = 0; at < whole.length; at += bytes) controller.enqueue(whole.slice(at, at + bytes))
          controller.close()
        },
      }),
  })
const never = new AbortController().signal

describe('how a list is written', () => {
  it('is seen from its start: UTF-8 with and without its mark, UTF-16, else GB18030', () => {
    expect(encodingOf(Buffer.from(`\ufeff${HEAD}`))).toBe('utf-8')
    expect(encodingOf(Buffer.from(HEAD))).toBe('utf-8')
    expect(encodingOf(Buffer.from(HEAD).subarray(0, 10))).toBe('utf-8')
    expect(encodingOf(Buffer.from(`\ufeff${HEAD}`, 'utf16le'))).toBe('utf-16le')
    expect(encodingOf(GB_HEAD)).toBe('gb18030')
  })

  it.each([
    ['UTF-8', fileOf(`${HEAD}\nworks,A100,,13800000000\n`)],
    ['UTF-8 with its mark', fileOf(`\ufeff${HEAD}\r\nworks,A100,,13800000000\r\n`)],
    [
      'UTF-16 with tabs',
      fileOf(
        new Uint8Array(Buffer.from(`\ufeff${HEAD.replaceAll(',', '\t')}\r\nworks\tA100\t\t13800000000`, 'utf16le')),
      ),
    ],
    ['semicolons and lines of an old Mac', fileOf(`${HEAD.replaceAll(',', ';')}\rworks;A100;;13800000000\r`)],
  ])('does not matter: %s', async (_, file) => {
    expect(await all(await opened(file))).toEqual([
      { branchCode: 'works', card: 'A100', identity: '', phone: '13800000000' },
    ])
  })

  it('may be GB18030, and no character is lost where the file is read in parts', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => [GB_NAME, Buffer.from(`,1380000${1000 + at}\r\n`)]).flat()
    const bytes = new Uint8Array(Buffer.concat([GB_HEAD, Buffer.from('\r\n'), ...rows]))
    for (const size of [1, 2, 3, 7]) {
      const lines = await all(await opened(cut(fileOf(bytes), size)))
      expect(lines).toHaveLength(40)
      expect(new Set(lines.map(({ branchCode }) => branchCode))).toEqual(new Set(['张𠮷']))
      expect(lines.at(-1)?.phone).toBe('13800001039')
    }
  })
})

describe('the lines of a list', () => {
  it('begin below the heading, which may stand below a title', async () => {
    const list = await opened(fileOf(`二〇二六年名单,,,\n${HEAD}\nworks,A100,,\n`))
    expect(list.headingRow).toBe(1)
    expect(await all(list)).toHaveLength(1)
  })

  it('keep their numbers: an empty row between is one, those at the end are none', async () => {
    const lines = await all(await opened(fileOf(`${HEAD}\nworks,A100,,\n,,,\n\nworks,A101,,\n,,,\n\n\n`)))
    expect(lines.map(({ card }) => card)).toEqual(['A100', '', '', 'A101'])
  })

  it('may hold commas, quotation marks and line ends in a cell', async () => {
    const file = cut(fileOf(`姓名,组织编码,手机号\r\n"王,""小""\r\n明",works,13800000000\r\n李,works,13800000001`), 5)
    expect((await all(await opened(file))).map(({ phone }) => phone)).toEqual(['13800000000', '13800000001'])
  })

  it('are counted before anything is sent', async () => {
    const list = await opened(fileOf(HEAD, ...Array.from({ length: 1234 }, (_, at) => `\nworks,A${at},,`), '\n\n'))
    const read: number[] = []
    expect(await countLines(list, (bytes) => read.push(bytes), never)).toBe(1234)
    expect(read.at(-1)).toBe(list.file.size)
  })
})

describe('what is no list', () => {
  it('is said: a workbook, no heading, nothing below it', async () => {
    expect(await openList(fileOf(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14])))).toBe('workbook')
    expect(await openList(fileOf('姓名,手机号\n王,13800000000'))).toBe('heading')
    expect(await openList(fileOf(''))).toBe('heading')
    expect(await countLines(await opened(fileOf(`${HEAD}\r\n,,,\r\n`)), () => {}, never)).toBe('empty')
  })

  it('is said: a quotation mark that is never closed', async () => {
    const open = await opened(fileOf(`${HEAD}\nworks,A1,,\nworks,"A2,,\nworks,A3,,`))
    expect(await countLines(open, () => {}, never)).toBe('quote')
    const long = await opened(cut(fileOf(`${HEAD}\nworks,"A2,,${'\nworks,A3,,'.repeat(150_000)}`), 300_000))
    expect(await countLines(long, () => {}, never)).toBe('quote')
  })

  it('is said: a file that was taken away meanwhile', async () => {
    const list = await opened(fileOf(`${HEAD}\nworks,A1,,`))
    const stream = () =>
      new ReadableStream({ start: (controller) => controller.error(new DOMException('gone', 'NotReadableError')) })
    expect(await countLines({ ...list, file: Object.assign(list.file, { stream }) }, () => {}, never)).toBe('changed')
  })
})

describe('the pieces', () => {
  const lineNumber = (at: number): Line => ({ branchCode: 'works', card: `A${at}`, identity: '', phone: '' })
  const cutInto = async (blocks: number[]) => {
    let at = 0
    const source = async function* () {
      for (const size of blocks) yield Array.from({ length: size }, () => lineNumber(at++))
    }
    const pieces = []
    for await (const piece of piecesOf(source())) {
      if (typeof piece === 'string') throw new Error(piece)
      pieces.push(piece)
    }
    return pieces
  }

  it('are as large as the contract lets them be', () => {
    expect(PIECE_LINES).toBe(MOST_LINES)
  })

  it.each([[[1]], [[500]], [[501]], [[499, 1, 1]], [[1700, 3, 0, 800]], [[0]]])(
    'hold every line once and in order, however the file was read: %j',
    async (blocks) => {
      const pieces = await cutInto(blocks)
      const total = blocks.reduce((sum, size) => sum + size, 0)
      expect(pieces.map(({ number }) => number)).toEqual(pieces.map((_, at) => at))
      expect(pieces.slice(0, -1).every(({ lines }) => lines.length === PIECE_LINES)).toBe(true)
      expect(pieces.flatMap(({ lines }) => lines.map(({ card }) => card))).toEqual(
        Array.from({ length: total }, (_, at) => `A${at}`),
      )
    },
  )
})
