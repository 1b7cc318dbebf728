import { type Document, isPlain } from './documents'
import { rejected, unsupported } from './failures'

type Holder = Document | unknown[]

const readKey = (holder: Holder, key: string): unknown =>
  Array.isArray(holder) ? (/^\d+$/.test(key) ? holder[Number(key)] : undefined) : holder[key]

function writeKey(holder: Holder, key: string, value: unknown): void {
  if (Array.isArray(holder)) {
    const at = Number(key)
    while (holder.length < at) holder.push(null)
    holder[at] = value
  } else {
    holder[key] = value
  }
}

const shown = (key: string, value: unknown) => JSON.stringify({ [key]: value })

export function checkPath(path: string): void {
  const parts = path.split('.')
  if (parts.some((part) => part === '')) throw rejected(`The update path '${path}' contains an empty field name`)
  if (parts.some((part) => part.startsWith('$')))
    throw unsupported('database.modifyDocument', `the positional path "${path}"`)
}

/** The object or array that holds the last part of the path; missing objects are made, scalars are never replaced. */
function holderFor(root: Document, parts: string[], make: boolean): Holder | undefined {
  let here: Holder = root
  for (const [at, part] of parts.slice(0, -1).entries()) {
    let next = readKey(here, part)
    if (next === undefined) {
      if (!make) return undefined
      if (Array.isArray(here) && !/^\d+$/.test(part))
        throw rejected(`Cannot create field '${part}' in element ${shown(parts[at - 1] ?? '', here)}`)
      next = {}
      writeKey(here, part, next)
    }
    if (!isPlain(next) && !Array.isArray(next)) {
      if (!make) return undefined
      throw rejected(`Cannot create field '${parts[at + 1]}' in element ${shown(part, next)}`)
    }
    here = next
  }
  const last = parts.at(-1) ?? ''
  if (make && Array.isArray(here) && !/^\d+$/.test(last))
    throw rejected(`Cannot create field '${last}' in element ${shown(parts.at(-2) ?? '', here)}`)
  return here
}

export function getAt(root: Document, path: string): unknown {
  const parts = path.split('.')
  const holder = holderFor(root, parts, false)
  return holder && readKey(holder, parts.at(-1) ?? '')
}

export function setAt(root: Document, path: string, value: unknown): void {
  const parts = path.split('.')
  const holder = holderFor(root, parts, true)
  if (holder) writeKey(holder, parts.at(-1) ?? '', value)
}

/** MongoDB leaves a null where a member of an array is unset. */
export function unsetAt(root: Document, path: string): void {
  const parts = path.split('.')
  const last = parts.at(-1) ?? ''
  const holder = holderFor(root, parts, false)
  if (!holder || readKey(holder, last) === undefined) return
  if (Array.isArray(holder)) holder[Number(last)] = null
  else delete holder[last]
}
