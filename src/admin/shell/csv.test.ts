import { describe, expect, it } from 'vitest'
import { cleanFileName, csvText } from './csv'

describe('a table to take away', () => {
  it('opens as UTF-8 and keeps commas, quotes and line breaks in their cell', () => {
    expect(csvText(['标题', '次数'], [['睡前，"一小时",\n放下', 3]])).toBe(
      '\ufeff标题,次数\r\n"睡前，""一小时"",\n放下",3',
    )
  })

  it('lets no cell be run as a formula', () => {
    for (const cell of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
      const line = csvText(['标题'], [[cell]])
        .split('\r\n')
        .slice(1)
        .join('\r\n')
      expect(line.replace(/^"/, '').startsWith("'")).toBe(true)
    }
    expect(csvText(['a'], [['睡眠=好']])).toContain('\r\n睡眠=好')
  })
})

describe('the name of the file', () => {
  it('has nothing in it that a file system refuses', () => {
    expect(cleanFileName('心驿-各篇-2026-11')).toBe('心驿-各篇-2026-11.csv')
    expect(cleanFileName('a/b\\c:d*e?f"g<h>i|j\n\u202ek')).toBe('a-b-c-d-e-f-g-h-i-jk.csv')
    expect(cleanFileName('..')).toBe('数据.csv')
    expect(cleanFileName('长'.repeat(300))).toHaveLength(84)
  })
})
