import { stateNames } from '../../src/domain/bookings/words'
import { textOf } from '../../src/domain/consents/texts'
import { type Consent, purposes } from '../../src/domain/consents/words'
import { fieldNames, modeNames } from '../../src/domain/counsellors/words'
import { noticeWords } from '../../src/domain/notices/words'
import { readingReasonNames } from '../../src/domain/readings/words'
import type { Content } from '../../src/domain/records/record'
import { sayRecord } from '../../src/domain/records/say'
import { roleNames } from '../../src/domain/staff/words'
import { inShanghai } from '../../src/domain/time'
import { type Database, MOST_IDS } from '../_kit/database'
import type { AnyDeclaration } from '../_kit/declaration'
import { cardsStore } from '../library/store'
import { branchNames } from './branch-names'
import { sayTaking } from './export-takings'

type Row = Record<string, unknown>
type Say = (field: string, value: unknown, row: Row) => string

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

const purposeNames: Record<string, string> = Object.fromEntries(
  purposes.map((purpose) => [purpose, textOf(purpose).title]),
)

const wordsOf: Record<string, Record<string, string>> = {
  reason: readingReasonNames,
  role: { ...roleNames, job: '定时任务' },
  purpose: purposeNames,
  kind: noticeWords,
  mode: modeNames,
  field: fieldNames,
  state: stateNames,
}

const sayInstant = (instant: string) => inShanghai(instant).format('YYYY-MM-DD HH:mm')

const sayHistory = (history: Consent['history']) =>
  history
    .map(({ what, version, at }) => `${sayInstant(at)} ${what === 'given' ? `同意（第 ${version} 版说明）` : '撤回'}`)
    .join('；')

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
    content: (sealed) => sayRecord(JSON.parse(sealed) as Content),
    contribution: () => '已记下，和大家的合在一起数完就清除',
  }
  return (field, value, row) => {
    if (value === null || value === '' || value === undefined) return '没有'
    if (typeof value === 'boolean') return value ? '是' : '否'
    if (typeof value === 'number') return String(value)
    if (field === 'history') return sayHistory(value as Consent['history'])
    if (typeof value !== 'string') return JSON.stringify(value)
    if (INSTANT.test(value)) return sayInstant(value)
    return sayTaking(field, value, row) || wordsOf[field]?.[value] || say[field]?.(value) || value
  }
}

async function pieceTitles(ids: readonly string[], database: Database): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (let from = 0; from < ids.length; from += MOST_IDS)
    for (const { id, title } of await database.open(cardsStore).getMany(ids.slice(from, from + MOST_IDS)))
      titles.set(id, `《${title}》`)
  return titles
}
