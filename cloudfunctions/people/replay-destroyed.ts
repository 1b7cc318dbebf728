import { done } from '../../src/domain/result'
import { daysLater } from '../../src/domain/time'
import { dataKeyId, dataKeysStore, keepFor, keyOwnerOf, leavingKeyId, type StoredDataKey } from '../_kit/data-keys'
import type { Collection, Page } from '../_kit/database'
import type { AnyDeclaration, Stored } from '../_kit/declaration'
import { removeKey } from '../_kit/destroy-key'
import { isDestroyed, noteDestroyed } from '../_kit/destroyed-keys'
import type { Job, JobContext } from '../_kit/job'
import { ledgerStore } from '../_kit/ledger'
import { isSealedAway } from '../_kit/sealed-away'
import { isSealedWith } from '../_kit/sealing'
import { forgetEntries } from './erase'
import { type KeyRound, keyRoundsStore } from './key-rounds'
import { type Owned, ownedBy } from './owned'
import { sealAway } from './seal-away'

const ROUND = 'round'
const A_PAGE = 100
/** On WeChat each look is a call to the storage. */
const LOOKS_AT_ONCE = 20

/** Among the names of destroyed keys: from its instant on, everything that is a person's was stored with a key. */
export const EVERYTHING_HAS_A_KEY = 'everything-has-a-key'

type Around = Omit<JobContext, 'timeLeft'>
type Walked = { next: string | null; count: number }
type Step = { name: string; page: (after: string | undefined, around: Around) => Promise<Walked> }

/** Whose documents count as destroyed once their data key is gone. */
const hasDataKeys = ({ owner, sealed }: AnyDeclaration) => owner.kind === 'person' || sealed.length > 0

/**
 * A database that is put back to an earlier day brings destroyed things back. Once a day this goes through all data keys and
 * removes those that are on the list of destroyed ones, which is kept outside the database, then every document whose key is
 * gone. What was stored before there were keys is given one first, once.
 */
export function replayDestroyed(declarations: readonly AnyDeclaration[]): Job {
  const kept = declarations.filter(hasDataKeys)
  const first: Step[] = kept.map((declaration) => ({
    name: `adopt ${declaration.name}`,
    page: (after, around) => adopt(declaration, after, around),
  }))
  const daily: Step[] = [
    // Before their keys go: what a law keeps is not lost because a backup gave it back to its person.
    ...ownedBy(declarations)
      .filter(({ floor }) => floor)
      .map((declaration) => ({
        name: `sealed away ${declaration.name}`,
        page: (after: string | undefined, around: Around) => sealAwayAgain(declaration, after, around),
      })),
    { name: 'keys', page: removeDestroyed },
    ...kept.map((declaration) => ({
      name: `orphans ${declaration.name}`,
      page: (after: string | undefined, around: Around) => removeOrphans(declaration, after, around),
    })),
  ]
  const steps = [...first, ...daily]

  return {
    name: 'replay-destroyed',
    everyMinutes: 10,
    run: async ({ timeLeft, ...around }) => {
      let round = await begun(around)
      let amount = 0
      while (round && timeLeft()) {
        const current: KeyRound = round
        const at = steps.findIndex(({ name }) => name === current.step)
        const step = steps[at]
        if (!step) return amount
        const { next, count } = await step.page(current.after || undefined, around)
        amount += count
        if (next === null && at === first.length - 1) await noteDestroyed([EVERYTHING_HAS_A_KEY], around)
        round = { ...current, step: next === null ? (steps[at + 1]?.name ?? '') : current.step, after: next ?? '' }
        await note(round, around)
        if (round.step === '') return amount
      }
      return amount
    },
  }

  /** The round under way, or a new one when a day has gone by since the last began. */
  async function begun({ database, files, now }: Around): Promise<KeyRound | undefined> {
    const round = await database.open(keyRoundsStore).get(ROUND)
    if (round && steps.some(({ name }) => name === round.step)) return round
    if (round?.step === '' && daysLater(new Date(round.begunAt), 1) > now) return undefined
    const begin = (await isDestroyed(EVERYTHING_HAS_A_KEY, files)) ? daily : steps
    return { id: ROUND, begunAt: now.toISOString(), step: begin[0]?.name ?? '', after: '' }
  }
}

const note = (round: KeyRound, { database }: Around) =>
  database.open(keyRoundsStore).change(ROUND, () => done({ write: round, reply: true }))

async function sealAwayAgain(declaration: Owned, after: string | undefined, around: Around): Promise<Walked> {
  const { database, keys, files } = around
  const { rows, next }: Page<Stored> = await database
    .open(declaration)
    .find({ index: walkedBy(declaration), limit: A_PAGE, ...(after && { after }) })
  let count = 0
  for (const owner of new Set(rows.map((row) => keyOwnerOf(declaration, row)))) {
    if (isSealedAway(owner)) continue
    const key = await database.open(dataKeysStore).get(dataKeyId(declaration, owner, keys))
    if (!key || !(await isDestroyed(key.keyId, files))) continue
    await sealAway(declaration, owner, around)
    count++
  }
  return { next, count }
}

/** Whether this key is the one; what was sealed away has its key under another id. */
const isKeyOf = (declaration: AnyDeclaration, row: Stored, key: StoredDataKey) =>
  isSealedAway(keyOwnerOf(declaration, row)) || isSealedWith(declaration, row, key)

async function removeDestroyed(after: string | undefined, around: Around): Promise<Walked> {
  const { rows, next } = await around.database
    .open(dataKeysStore)
    .find({ index: 'byWrapping', limit: A_PAGE, ...(after && { after }) })
  const destroyed: StoredDataKey[] = []
  for (let from = 0; from < rows.length; from += LOOKS_AT_ONCE) {
    const some = rows.slice(from, from + LOOKS_AT_ONCE)
    const found = await Promise.all(some.map(({ keyId }) => isDestroyed(keyId, around.files)))
    destroyed.push(...some.filter((_, at) => found[at]))
  }
  for (const key of destroyed) await removeKey(key, around)
  return { next, count: destroyed.length }
}

async function removeOrphans(declaration: AnyDeclaration, after: string | undefined, around: Around): Promise<Walked> {
  const { orphans, next } = await orphansOf(declaration, after, around)
  if (declaration.name === ledgerStore.name) await forgetEntries(orphans, around)
  let count = 0
  for (const orphan of orphans) if (await removeOrphan(declaration, orphan, around)) count++
  return { next, count }
}

/** Looked at once more as it goes: the person may have stored something of this kind since, with a new key. */
async function removeOrphan(declaration: AnyDeclaration, orphan: Stored, { database, keys }: Around): Promise<boolean> {
  const owner = keyOwnerOf(declaration, orphan)
  const dataKeys = database.open(dataKeysStore)
  const refs = {
    key: dataKeys.at(dataKeyId(declaration, owner, keys)),
    leaving: dataKeys.at(leavingKeyId(declaration, owner, keys)),
    orphan: database.open(declaration).at(orphan.id),
  }
  const removed = await database.together(refs, ({ key, leaving, orphan: current }) =>
    done(
      !current || [key, leaving].some((each) => each && isKeyOf(declaration, current, each))
        ? { write: {}, reply: false }
        : { write: { orphan: null }, reply: true },
    ),
  )
  return removed.data
}

async function adopt(declaration: AnyDeclaration, after: string | undefined, around: Around): Promise<Walked> {
  const { orphans, next } = await orphansOf(declaration, after, around)
  const owners = new Set(orphans.map((orphan) => keyOwnerOf(declaration, orphan)))
  for (const owner of owners)
    await keepFor(
      declaration,
      owner,
      around,
      async () => undefined,
      async () => undefined,
    )
  return { next, count: 0 }
}

/** Of one page, the documents whose key is gone. The page is read first: a key is there before what is stored with it. */
async function orphansOf(declaration: AnyDeclaration, after: string | undefined, { database, keys }: Around) {
  const collection: Collection<Stored> = database.open(declaration)
  const { rows, next }: Page<Stored> = await collection.find({
    index: walkedBy(declaration),
    limit: A_PAGE,
    ...(after && { after }),
  })
  const without = async (some: readonly Stored[], idOf: typeof dataKeyId) => {
    const ids = some.map((row) => idOf(declaration, keyOwnerOf(declaration, row), keys))
    const found = ids.length > 0 ? await database.open(dataKeysStore).getMany([...new Set(ids)]) : []
    return some.filter((row, at) => !found.some((key) => key.id === ids[at] && isKeyOf(declaration, row, key)))
  }
  const orphans = await without(await without(rows, dataKeyId), leavingKeyId)
  return { orphans: orphans as never[], next }
}

/** An index of one field goes through everything. Throws where there is none: what cannot be walked would never be held against the list. */
export function walkedBy({ name, indexes }: AnyDeclaration): string {
  const found = Object.entries(indexes).find(([, fields]) => fields.length === 1)
  if (!found) throw new Error(`${name}: has data keys, but no index of one field goes through it`)
  return found[0]
}
