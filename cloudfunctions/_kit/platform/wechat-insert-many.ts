import { MOST_IDS, MOST_INSERTED } from '../database'
import type { Declaration, Stored } from '../declaration'
import { isDuplicate } from './failure'
import type { SdkCollection, SdkCommand } from './sdk'
import { newRevision, REVISION, toStored } from './stored'

/**
 * The platform inserts in order and stops at the first that is there; what is there is looked up first. Where somebody
 * inserts one of them in between, the revision they all share tells what this call still put there; the rest goes in one
 * by one.
 */
export async function insertMany<T extends Stored>(
  declaration: Declaration<T>,
  documents: SdkCollection,
  many: readonly T[],
  _: SdkCommand,
): Promise<{ duplicates: string[] }> {
  if (many.length > MOST_INSERTED) throw new Error(`${declaration.name}: more than ${MOST_INSERTED} documents`)
  const revision = newRevision()
  const rows = many.map((document) => ({ _id: document.id, ...toStored(declaration, document, revision) }))
  const there = await revisionsOf(documents, many, _)
  const duplicates: string[] = []
  const fresh = new Map<string, object>()
  for (const row of rows)
    if (there.has(row._id) || fresh.has(row._id)) duplicates.push(row._id)
    else fresh.set(row._id, row)
  if (fresh.size === 0) return { duplicates }
  if (await added(documents, [...fresh.values()])) return { duplicates }
  const now = await revisionsOf(documents, many, _)
  for (const [id, row] of fresh)
    if (now.has(id) ? now.get(id) !== revision : !(await added(documents, row))) duplicates.push(id)
  return { duplicates }
}

async function added(documents: SdkCollection, data: object | object[]): Promise<boolean> {
  try {
    await documents.add({ data })
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/** Of those that are there, by id, which write they come from. */
async function revisionsOf(documents: SdkCollection, many: readonly Stored[], _: SdkCommand) {
  const found = new Map<string, unknown>()
  for (let from = 0; from < many.length; from += MOST_IDS) {
    const ids = many.slice(from, from + MOST_IDS).map(({ id }) => id)
    const { data } = await documents
      .where({ _id: _.in([...new Set(ids)]) })
      .limit(MOST_IDS)
      .get()
    for (const stored of data) found.set(String(stored._id), stored[REVISION])
  }
  return found
}
