import { findDataKey } from './data-keys'
import { type Database, MOST_ROWS, type Page } from './database'
import { isDestroyed } from './destroyed-keys'
import type { Files } from './files'
import type { Keys } from './keys'
import {
  entryHash,
  headHash,
  type LedgerEntry,
  type LedgerHead,
  ledgerHeadsStore,
  ledgerStore,
  RECORDS_DAYS,
  type Reading,
  readerHash,
  readingsStore,
} from './ledger'
import { verifyAnchors } from './ledger-anchors-verify'

type Around = { database: Database; keys: Keys; files: Files; now: Date }

/** Where something does not fit, by collection and id; nothing of what it says. */
export type Break = { where: 'ledger' | 'ledgerHeads' | 'readings' | 'ledgerAnchors'; id: string }
/** `anchored`: ends of ledgers that were written down outside the database; `putBack`: when it was put back, as noted there. */
export type Verified = { ledgers: number; entries: number; anchored: number; putBack: string[]; breaks: Break[] }
export type VerifiedPage = Verified & { next: string | null }

/**
 * The first of these entries that does not follow from what stands before it: a field that was changed, one that is missing
 * or one too many. `previousHash` is empty for the beginning of a ledger.
 */
export function brokenAt(ascending: readonly LedgerEntry[], previousHash: string, keys: Keys): LedgerEntry | undefined {
  let previous = previousHash
  let seq = previousHash === '' ? 1 : ascending[0]?.seq
  return ascending.find((entry) => {
    const follows = entry.seq === seq && entry.previous === previous && entry.hash === entryHash(keys, entry)
    previous = entry.hash
    seq = entry.seq + 1
    return !follows
  })
}

/** Ledgers are many and each is short: with each of them come all of its entries. */
const LEDGERS_A_PAGE = 20

/**
 * In this order: each ledger from its head, the auditor's side, entries that no head speaks for, and what was written down
 * outside the database, which alone knows of a ledger that is gone as a whole.
 */
const rounds = ['ledgers', 'readings', 'strays', 'anchors'] as const
type Round = (typeof rounds)[number]

/** One page of verifying everything. `after` is the `next` of the page before. */
export async function verifyLedgers(around: Around, after?: string): Promise<VerifiedPage> {
  const [round, cursor] = whereIn(after)
  const page = await pages[round](around, cursor)
  const nextRound = rounds[rounds.indexOf(round) + 1]
  const next = page.next === null ? (nextRound ? `${nextRound}:` : null) : `${round}:${page.next}`
  return { ...page, next }
}

/** Everything there is, a page at a time: `told` hears how far it is. Keeps the first breaks only, and counts them all. */
export async function verifyEverything(
  around: Around,
  told: (sofar: Verified & { broken: number }) => void = () => {},
  mostBreaks = 20,
): Promise<Verified & { broken: number }> {
  const sum = { ...nothing(), broken: 0 }
  let after: string | undefined
  do {
    const page = await verifyLedgers(around, after)
    sum.ledgers += page.ledgers
    sum.entries += page.entries
    sum.anchored += page.anchored
    sum.putBack.push(...page.putBack)
    sum.broken += page.breaks.length
    sum.breaks.push(...page.breaks.slice(0, mostBreaks - sum.breaks.length))
    told(sum)
    after = page.next ?? undefined
  } while (after !== undefined)
  return sum
}

const nothing = (): Verified => ({ ledgers: 0, entries: 0, anchored: 0, putBack: [], breaks: [] })

function whereIn(after: string | undefined): [Round, string | undefined] {
  if (after === undefined) return ['ledgers', undefined]
  const colon = after.indexOf(':')
  const round = rounds.find((each) => each === after.slice(0, colon))
  if (!round) throw new Error('no round of verifying has this name')
  return [round, after.slice(colon + 1) || undefined]
}

const pages: Record<Round, (around: Around, after: string | undefined) => Promise<VerifiedPage>> = {
  ledgers: async (around, after) => {
    const page = await around.database
      .open(ledgerHeadsStore)
      .find({ index: 'byPerson', limit: LEDGERS_A_PAGE, ...(after && { after }) })
    const verified = { ...nothing(), ledgers: page.rows.length }
    for (const head of page.rows) {
      const { entries, found } = await verifyLedger(head, around)
      verified.entries += entries
      if (found) verified.breaks.push(found)
    }
    return { ...verified, next: page.next }
  },
  readings: async (around, after) => {
    const page = await around.database
      .open(readingsStore)
      .find({ index: 'byTime', limit: MOST_ROWS, ...(after && { after }) })
    return { ...(await verifyEach('readings', page, (reading) => isReadingWhole(reading, around))), next: page.next }
  },
  strays: async (around, after) => {
    const page = await around.database
      .open(ledgerStore)
      .find({ index: 'byHash', limit: MOST_ROWS, ...(after && { after }) })
    const heads = await around.database.open(ledgerHeadsStore).getMany([...new Set(page.rows.map((e) => e.personId))])
    const headed = new Set(heads.map(({ personId }) => personId))
    const isAtHome = async (entry: LedgerEntry) => headed.has(entry.personId) || (await isGoing(entry, around))
    return { ...(await verifyEach('ledger', page, isAtHome)), next: page.next }
  },
  anchors: async (around, after) => {
    const { anchored, putBack, breaks, next } = await verifyAnchors(around, after)
    return { ...nothing(), anchored, putBack, breaks: breaks.map((id) => ({ where: 'ledgerAnchors', id })), next }
  },
}

async function verifyEach<T extends { id: string }>(
  where: Break['where'],
  { rows }: Page<T>,
  isWhole: (row: T) => Promise<boolean>,
): Promise<Verified> {
  const whole = await Promise.all(rows.map(isWhole))
  return { ...nothing(), breaks: rows.filter((_, at) => !whole[at]).map(({ id }) => ({ where, id })) }
}

/**
 * From the first entry to the end that the head names. A reading written meanwhile moves the head: then once more. One whose
 * destruction is noted is on its way out; of one that went meanwhile the other rounds tell.
 */
async function verifyLedger(head: LedgerHead, around: Around): Promise<{ entries: number; found: Break | undefined }> {
  const { entries, found } = await walk(head, around)
  if (!found) return { entries, found }
  const current = await around.database.open(ledgerHeadsStore).get(head.id)
  if (!current || (await isLeaving(current, around))) return { entries, found: undefined }
  return current.hash !== head.hash ? verifyLedger(current, around) : { entries, found }
}

/** Only what we wrote says which ledger it is: anybody else could name one that was destroyed. */
const isLeaving = async (head: LedgerHead, { keys, files }: Around) =>
  head.ledger !== '' && head.hash === headHash(keys, head) && (await isDestroyed(head.ledger, files))

async function walk(head: LedgerHead, around: Around): Promise<{ entries: number; found: Break | undefined }> {
  const { database, keys, now } = around
  const broken = { where: 'ledgerHeads' as const, id: head.id }
  if (head.id !== head.personId || head.hash !== headHash(keys, head)) return { entries: 0, found: broken }
  const kept = new Date(now.getTime() - (RECORDS_DAYS - 1) * 86_400_000).toISOString()
  let entries = 0
  let last = ''
  let after: string | null = null
  do {
    const page: Page<LedgerEntry> = await database.open(ledgerStore).find({
      index: 'byPerson',
      where: { personId: head.personId },
      limit: MOST_ROWS,
      ...(after && { after }),
    })
    const wrong = brokenAt(page.rows, last, keys)
    if (wrong) return { entries, found: { where: 'ledger', id: wrong.id } }
    for (const entry of page.rows)
      if (entry.at > kept && !(await readingOf(entry, database)))
        return { entries, found: { where: 'ledger', id: entry.id } }
    entries += page.rows.length
    last = page.rows.at(-1)?.hash ?? last
    after = page.next
  } while (after)
  return { entries, found: entries === head.seq && last === head.last ? undefined : broken }
}

/** The auditor's side is swept after three years, the person's own never: older entries stand alone. */
async function readingOf({ hash }: LedgerEntry, database: Database): Promise<Reading | undefined> {
  const found = await database.open(readingsStore).find({ index: 'byEntry', where: { entry: hash }, limit: 1 })
  return found.rows[0]
}

/** It says the same as the entry it names. One without a name belonged to somebody whose account is gone. */
async function isReadingWhole(reading: Reading, { database, keys }: Around): Promise<boolean> {
  if (reading.entry === '') return true
  const found = await database.open(ledgerStore).find({ index: 'byHash', where: { hash: reading.entry }, limit: 1 })
  const entry = found.rows[0]
  if (!entry) {
    const current = await database.open(readingsStore).get(reading.id)
    return current === undefined || current.entry !== reading.entry
  }
  return (
    entry.reader === readerHash(keys, reading) &&
    (['at', 'role', 'branchId', 'what', 'reason'] as const).every((field) => entry[field] === reading[field]) &&
    entry.twoPeople === (reading.approvedByName !== '')
  )
}

/** A document whose key is gone counts as destroyed: what is left of it is on its way out. */
const isGone = async (personId: string, around: Around) =>
  (await findDataKey(ledgerStore, personId, around)) === undefined

async function isGoing(entry: LedgerEntry, around: Around): Promise<boolean> {
  const { database } = around
  if ((await database.open(ledgerStore).get(entry.id)) === undefined) return true
  return (await database.open(ledgerHeadsStore).get(entry.personId)) !== undefined || isGone(entry.personId, around)
}
