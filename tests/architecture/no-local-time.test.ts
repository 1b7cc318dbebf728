import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { trackedFiles } from '../../scripts/checks/tracked-files.mjs'
import { root } from '../../scripts/root.mjs'

/** What gives another answer when the same instant is asked about in another time zone. */
const local: [what: string, pattern: RegExp][] = [
  ['a part of a date', /\.(get|set)(FullYear|Year|Month|Date|Day|Hours|Minutes)\(/],
  ['the zone of the machine', /\.getTimezoneOffset\(|\bdayjs\.tz\.guess\(|\butcOffset\(\s*\)/],
  ['words for a date', /\.to(Locale(Date|Time)?|Date|Time)String\(|\bIntl\.DateTimeFormat\b/],
  ['a date from numbers', /\bnew Date\([^()]*(\([^()]*\)[^()]*)*,/],
  ['a date from text without a zone', /\b(new Date|Date\.parse)\(\s*(['"`])[^'"`]*T[\d:.]*\2/],
  ['dayjs without an offset', /\bdayjs\((?:[^()]|\([^()]*\))*\)(?!\s*\.(utc|utcOffset)\()/],
]

const localIn = (source: string) => local.filter(([, pattern]) => pattern.test(source)).map(([what]) => what)

describe('rules and functions', () => {
  const sources = trackedFiles(root).filter(
    (file) => /^(src\/(domain|contract)|cloudfunctions)\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'),
  )

  it('never use the time zone of the machine they run on', () => {
    expect(sources.length).toBeGreaterThan(50)
    const found = sources.flatMap((file) =>
      localIn(readFileSync(join(root, file), 'utf8')).map((what) => `${file}: ${what}`),
    )
    expect(found).toEqual([])
  })

  it.each([
    ['a part of a date', 'const hour = now.getHours()'],
    ['a part of a date', 'day.setDate(day.getDate() + 1)'],
    ['the zone of the machine', 'const offset = now.getTimezoneOffset()'],
    ['words for a date', "const day = now.toLocaleDateString('zh-CN')"],
    ['words for a date', 'const text = now.toDateString()'],
    ['a date from numbers', 'const first = new Date(year, month, 1)'],
    ['a date from numbers', 'const first = new Date(yearOf(now), 0)'],
    ['a date from text without a zone', "const start = new Date('2026-11-22T15:00:00')"],
    ['dayjs without an offset', "const day = dayjs(now).format('YYYY-MM-DD')"],
  ])('would be caught with %s: %s', (what, source) => {
    expect(localIn(source)).toContain(what)
  })

  it.each([
    'const later = new Date(now.getTime() + 60_000)',
    "const hour = now.getUTCHours() + text.getDateless + dayjs(now).utcOffset(480).format('HH')",
    "const start = [new Date('2026-11-22T15:00:00+08:00'), new Date('2026-11-22T15:00:00Z')]",
    'const age = (now.getTime() - Date.parse(since)) / 60_000, then = [new Date(since), 1]',
  ])('may say %s', (source) => {
    expect(localIn(source)).toEqual([])
  })
})
