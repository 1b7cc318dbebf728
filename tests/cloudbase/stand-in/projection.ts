import { type Document, isPlain } from './documents'
import { rejected, unsupported } from './failures'

const under = (fields: string[], key: string) =>
  fields.filter((field) => field.startsWith(`${key}.`)).map((field) => field.slice(key.length + 1))

function pick(value: unknown, fields: string[]): unknown {
  if (Array.isArray(value)) return value.filter((item) => isPlain(item)).map((item) => pick(item, fields))
  if (!isPlain(value)) return undefined
  const picked: Document = {}
  for (const [key, item] of Object.entries(value)) {
    const deeper = under(fields, key)
    const found = fields.includes(key) ? item : deeper.length > 0 ? pick(item, deeper) : undefined
    if (found !== undefined) picked[key] = found
  }
  return picked
}

function omit(value: unknown, fields: string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => omit(item, fields))
  if (!isPlain(value)) return value
  const left = Object.entries(value).filter(([key]) => !fields.includes(key))
  return Object.fromEntries(left.map(([key, item]) => [key, omit(item, under(fields, key))]))
}

export function project(documents: Document[], projection: Document | undefined): Document[] {
  const wanted = Object.entries(projection ?? {})
  if (wanted.length === 0) return documents
  for (const [field, shown] of wanted) {
    if (shown !== 0 && shown !== 1) throw unsupported('database.getDocument', `the projection of "${field}"`)
  }
  const withId = projection?._id !== 0
  const named = wanted.filter(([field]) => field !== '_id')
  const shown = named.filter(([, value]) => value === 1).map(([field]) => field)
  const hidden = named.filter(([, value]) => value === 0).map(([field]) => field)
  if (shown.length > 0 && hidden.length > 0) throw rejected('Cannot do exclusion on a field in inclusion projection')
  const included = shown.length > 0 || projection?._id === 1
  const fields = included ? [...shown, ...(withId ? ['_id'] : [])] : [...hidden, ...(withId ? [] : ['_id'])]
  return documents.map((document) => (included ? pick(document, fields) : omit(document, fields)) as Document)
}
