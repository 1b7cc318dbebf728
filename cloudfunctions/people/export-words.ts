import { textOf } from '../../src/domain/consents/texts'
import { purposes } from '../../src/domain/consents/words'
import { readingReasonNames } from '../../src/domain/readings/words'
import { roleNames } from '../../src/domain/staff/words'
import { inShanghai } from '../../src/domain/time'
import { type Database, MOST_IDS } from '../_kit/database'
import type { AnyDeclaration } from '../_kit/declaration'
import { cardsStore } from '../library/store'
import { branchNames } from './branch-names'

type Row = Record<string, unknown>
type Say = (field: string, value: unknown) => string

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

const purposeNames: Record<string, string> = Object.fromEntries(
  purposes.map((purpose) => [purpose, textOf(purpose).title]),
)

const wordsOf: Record<string, Record<string, string>> = {
  reason: readingReasonNames,
  role: { ...roleNames, job: '定时任务' },
  purpose: purposeNames,
}

const has = (row: Row, field: string) => typeof row[field] === 'string'

/** Says values as a person reads them: instants of Shanghai, names instead of ids. */
export async function wordsFor(
  rows: readonly Row[],
  declarations: readonly AnyDeclaration[],
  database: Database,
): Promise<Say> {
  const all = (field: string) => [...new Set(rows.filter((row) => has(row, field)).map((row) => String(row[field])))]
  const branchName = await branchNames(all('branchId'), database)
  const titles = await pieceTitles(all('pieceId'), database)
  const kinds = new Map(declarations.map(({ name, title }) => [name, title]))
  const say: Record<string, (value: string) => string | undefined> = {
    branchId: branchName,
    pieceId: (id) => titles.get(id) ?? '这篇内容已经不公开',
    what: (name) => kinds.get(name),
  }
  return (field, value) => {
    if (value === null || value === '' || value === undefined) return '没有'
    if (typeof value === 'boolean') return value ? '是' : '否'
    if (typeof value !== 'string') return typeof value === 'number' ? String(value) : JSON.stringify(value)
    if (INSTANT.test(value)) return inShanghai(value).format('YYYY-MM-DD HH:mm')
    return wordsOf[field]?.[value] || say[field]?.(value) || value
  }
}

async function pieceTitles(ids: readonly string[], database: Database): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (let from = 0; from < ids.length; from += MOST_IDS)
    for (const { id, title } of await database.open(cardsStore).getMany(ids.slice(from, from + MOST_IDS)))
      titles.set(id, `《${title}》`)
  return titles
}
