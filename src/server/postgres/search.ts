import type { Page, Query as Search } from '../../../cloudfunctions/_kit/database'
import { type AnyDeclaration, lift, type Stored } from '../../../cloudfunctions/_kit/declaration'
import { kindOf } from '../../../cloudfunctions/_kit/indexed-kind'
import { cursorOf, type Plan, plan } from '../../../cloudfunctions/_kit/query'
import { boundValue, expressionOf, parameter, tableOf } from './columns'
import type { Query } from './sql'

type Scalar = string | number | boolean

type Condition = { text: string; params: unknown[] }

function refuseKind(declaration: AnyDeclaration, field: string, value: Scalar): void {
  const kind = kindOf(declaration, field)
  if (typeof value !== kind) throw new Error(`${declaration.name}.${field} is a ${kind}, not ${JSON.stringify(value)}`)
}

function conditionOf(declaration: AnyDeclaration, planned: Plan): Condition {
  const parts: string[] = []
  const params: unknown[] = []
  const bound = (field: string, value: Scalar) => parameter(params.push(boundValue(value)), kindOf(declaration, field))
  const compare = (field: string, operator: '=' | '>=' | '<', value: Scalar) => {
    refuseKind(declaration, field, value)
    parts.push(`${expressionOf(declaration, field)} ${operator} ${bound(field, value)}`)
  }
  for (const { field, value } of planned.fixed) compare(field, '=', value)
  const { ordered, range, descending, after } = planned
  if (ordered && range.from !== undefined) compare(ordered, '>=', range.from)
  if (ordered && range.before !== undefined) compare(ordered, '<', range.before)
  if (after) {
    const operator = descending ? '<' : '>'
    if (ordered && after.value !== null) {
      const value = bound(ordered, after.value)
      parts.push(`(${expressionOf(declaration, ordered)}, id) ${operator} (${value}, $${params.push(after.id)}::text)`)
    } else parts.push(`id ${operator} $${params.push(after.id)}::text`)
  }
  return { text: parts.length > 0 ? `where ${parts.join(' and ')}` : '', params }
}

/** The statement of a search, and its parameters; asks for one row more than the page, to know whether it is the last. */
export function searchStatement(declaration: AnyDeclaration, planned: Plan): Condition {
  const { text, params } = conditionOf(declaration, planned)
  const direction = planned.descending ? 'desc' : 'asc'
  const order = [...(planned.ordered ? [expressionOf(declaration, planned.ordered)] : []), 'id']
    .map((expression) => `${expression} ${direction}`)
    .join(', ')
  const limit = `$${params.push(planned.limit + 1)}::int`
  return { text: `select doc from ${tableOf(declaration)} ${text} order by ${order} limit ${limit}`, params }
}

export async function find<T extends Stored>(
  query: Query,
  declaration: AnyDeclaration,
  search: Search,
): Promise<Page<T>> {
  const planned = plan(declaration, search)
  const { text, params } = searchStatement(declaration, planned)
  const found = (await query(text, params)).map((row) => row.doc as Record<string, unknown>)
  const page = found.slice(0, planned.limit)
  const last = page.at(-1)
  return {
    rows: page.map((doc) => lift<T>(declaration, doc)),
    next: last && found.length > page.length ? cursorOf(planned, last) : null,
  }
}

export async function count(
  query: Query,
  declaration: AnyDeclaration,
  search: Pick<Search, 'index' | 'where' | 'range'>,
): Promise<number> {
  const { text, params } = conditionOf(declaration, plan(declaration, { ...search, limit: 1 }))
  const [row] = await query(`select count(*) as found from ${tableOf(declaration)} ${text}`, params)
  return Number(row?.found)
}
