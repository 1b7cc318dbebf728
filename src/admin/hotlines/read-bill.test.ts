import { describe, expect, it } from 'vitest'
import { minuteOf, periodsOf, rowsOf, spanOf } from './hours-rows'
import { billedHour, billedSeconds, billIdOf, piecesOf, readBill } from './read-bill'

const about = { lineId: 'union', numbers: ['024-22334455'], now: new Date('2026-11-23T02:00:00Z') }
const utf8 = (text: string) => new TextEncoder().encode(text)
/** 「开始时间,通话时长,主叫号码」 as Excel writes it on a Chinese Windows. */
const GBK_HEADING = [
  0xbf, 0xaa, 0xca, 0xbc, 0xca, 0xb1, 0xbc, 0xe4, 0x2c, 0xcd, 0xa8, 0xbb, 0xb0, 0xca, 0xb1, 0xb3, 0xa4,
]

describe('a bill of the phone company', () => {
  it('is read with and without a mark, below a title, and leaves the caller’s number behind', () => {
    const text =
      '十一月话单\r\n主叫号码,被叫号码,开始时间,通话时长(秒)\r\n13812345678,02422334455,2026-11-22 21:05:09,125\r\n'
    for (const mark of ['', '\ufeff']) {
      const bill = readBill(utf8(mark + text), about)
      expect(bill).toMatchObject({ rows: 1, calls: [{ hour: '2026-11-22T21', seconds: 125 }], problems: [] })
      expect(JSON.stringify(bill)).not.toContain('13812345678')
    }
  })
  it('is read as Excel writes it on a Chinese Windows', () => {
    const bytes = Uint8Array.from([...GBK_HEADING, ...utf8('\r\n2026/11/2 9:05,0:02:05\r\n')])
    expect(readBill(bytes, about)).toMatchObject({ calls: [{ hour: '2026-11-02T09', seconds: 125 }] })
  })
  it('names each line that cannot be counted, by its number in the file', () => {
    const rows = [
      '很久以前,60,',
      '2026-11-22 10:00,很久,',
      '2026-11-24 10:00,60,',
      '2026-11-22 10:00,60,12345',
      '2026-11-22 10:00,60,',
    ]
    const bill = readBill(utf8(`开始时间,通话时长,被叫号码\n${rows.join('\n')}\n`), about)
    expect(bill).toMatchObject({
      rows: 5,
      calls: [{ hour: '2026-11-22T10', seconds: 60 }],
      problems: [
        { line: 2, problem: 'start' },
        { line: 3, problem: 'length' },
        { line: 4, problem: 'future' },
        { line: 5, problem: 'other' },
      ],
    })
  })
  it('says what it is not', () => {
    expect(readBill(Uint8Array.from([0x50, 0x4b, 3, 4]), about)).toBe('workbook')
    expect(readBill(utf8('姓名,号码\n张三,1\n'), about)).toBe('heading')
    expect(readBill(utf8('开始时间,通话时长\n,\n'), about)).toBe('empty')
  })
  it('is the same import as the same file for the same line, and no other', () => {
    const ids = [billIdOf('union', 'a'), billIdOf('union', 'a'), billIdOf('union', 'b'), billIdOf('other', 'a')]
    expect(new Set(ids).size).toBe(3)
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/)
  })
  it('is sent month by month, in pieces', () => {
    const calls = Array.from({ length: 501 }, () => ({ hour: '2026-11-01T00', seconds: 1 }))
    const pieces = piecesOf([...calls, { hour: '2026-10-31T23', seconds: 2 }])
    expect(pieces.map(({ month, calls: { length } }) => [month, length])).toEqual([
      ['2026-10', 1],
      ['2026-11', 500],
      ['2026-11', 1],
    ])
  })
})

it.each([
  ['2026-11-22 21:05:09', '2026-11-22T21'],
  ['2026年1月2日 3:04', '2026-01-02T03'],
  ['20261122210509', '2026-11-22T21'],
  ['2026-02-30 10:00', undefined],
  ['2026-11-22 24:00', undefined],
  ['昨天', undefined],
])('the clock %s means %s', (text, hour) => expect(billedHour(text)).toBe(hour))

it.each([
  ['125', false, 125],
  ['2', true, 120],
  ['2:05', false, 125],
  ['1:00:00', false, 3600],
  ['2分5秒', false, 125],
  ['1小时', false, 3600],
  ['', false, undefined],
  ['86401', false, undefined],
])('the length %s (in minutes: %s) is %s', (text, inMinutes, seconds) =>
  expect(billedSeconds(text, inMinutes)).toBe(seconds),
)

describe('hours as they are typed', () => {
  it('come back as they were', () => {
    const rows = [
      { days: [0, 1], from: '8:30', until: '12:00' },
      { days: [5], from: '20:00', until: '8:00' },
    ]
    expect(rowsOf({ periods: periodsOf(rows) })).toEqual(rows)
    expect(spanOf('20:00', '8:00')).toEqual({ from: 1200, until: 1920 })
    expect(spanOf('0:00', '24:00')).toEqual({ from: 0, until: 1440 })
  })
  it('are refused where no clock shows them', () => {
    for (const text of ['', '8', '24:01', '8:60', 'x']) expect(minuteOf(text)).toBeUndefined()
  })
})
