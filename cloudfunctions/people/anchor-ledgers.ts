import { done } from '../../src/domain/result'
import { minutesLater } from '../../src/domain/time'
import { type DataKey, findDataKey } from '../_kit/data-keys'
import type { Page } from '../_kit/database'
import { isDestroyed } from '../_kit/destroyed-keys'
import type { Job, JobContext } from '../_kit/job'
import { hashed, headHash, type LedgerEntry, type LedgerHead, ledgerHeadsStore, ledgerStore } from '../_kit/ledger'
import {
  type Anchors,
  changeAnchors,
  forgetPutBack,
  isPutBack,
  type Line,
  markOf,
  partIn,
  putPart,
  readAnchors,
  readPart,
  sealedPart,
  standing,
  WALKED,
} from '../_kit/ledger-anchors'
import { EVERYTHING_HAS_A_KEY } from './replay-destroyed'

const A_PAGE = 100

/** Longer than any request lives: what was written and not read is taken back by then. */
const SETTLED_MINUTES = 3

type Around = Omit<JobContext, 'timeLeft'>

/**
 * Writes down outside the database how far each ledger has come that was added to, an hour at a time: so that an hour says
 * less about one reading than its minute would.
 */
export const anchorLedgers: Job = {
  name: 'anchor-ledgers',
  everyMinutes: 10,
  run: async ({ timeLeft, ...around }) => {
    let anchors = await settle(around)
    while (
      anchors &&
      anchors.walked !== WALKED &&
      (await isDestroyed(EVERYTHING_HAS_A_KEY, around.files)) &&
      timeLeft()
    )
      anchors = await walkOn(anchors, around)
    let amount = 0
    let after: string | null = null
    const before = hourOf(minutesLater(around.now, -SETTLED_MINUTES))
    while (anchors && timeLeft()) {
      const page: Page<LedgerHead> = await around.database
        .open(ledgerHeadsStore)
        .find({ index: 'byWait', range: { from: '0', before }, limit: A_PAGE, ...(after && { after }) })
      const settled = await Promise.all(page.rows.map((head) => settledEnd(head, around)))
      const ends = settled.filter((end) => end !== undefined)
      const lines = ends.map(lineOf).sort()
      if (lines.length > 0) {
        const part = sealedPart(around.keys, {
          number: anchors.count + 1,
          previous: anchors.last,
          putBack: null,
          lines,
        })
        anchors = await put(await changeAnchors(anchors, { part: JSON.stringify(part) }, around), around)
        if (!anchors) return amount
        for (const end of ends) await noLongerWaits(end, around)
        amount += lines.length
      }
      after = page.next
      if (!after) return amount
    }
    return amount
  },
}

const hourOf = (instant: Date) => `${instant.toISOString().slice(0, 13)}:00:00.000Z`

/** Ends what was cut off, and writes down that the database was put back. undefined when another run is at it. */
async function settle(around: Around): Promise<Anchors | undefined> {
  const { files, keys, now } = around
  const anchors = await readAnchors(around)
  const stands = await standing(anchors, around)
  if (!stands) return undefined
  const wasPutBack = await isPutBack(files)
  if (stands.kind === 'together') {
    const settled = await put(anchors, around)
    if (settled && wasPutBack) await forgetPutBack(files)
    return settled
  }
  if (!wasPutBack)
    throw new Error(
      'the database and the anchors of ledgers do not belong together: was it put back, or tampered with?',
    )
  const { last, to } = stands
  const previous = last === 0 ? '' : ((await readPart(last, { files, keys }))?.hash ?? '')
  const part = sealedPart(keys, { number: last + 1, previous, putBack: { to, at: now.toISOString() }, lines: [] })
  const told = { count: last, last: previous, part: JSON.stringify(part), walked: '' }
  const settled = await put(await changeAnchors(anchors, told, around), around)
  if (settled) await forgetPutBack(files)
  return settled
}

/** Puts the part that is written down, and goes on behind it. */
async function put(anchors: Anchors | undefined, around: Around): Promise<Anchors | undefined> {
  if (!anchors || anchors.part === '') return anchors
  const number = anchors.count + 1
  const part = partIn(anchors.part, number, around.keys)
  if (!part) throw new Error('the next anchor of ledgers is none of ours')
  await putPart(number, anchors.part, around.files)
  return changeAnchors(anchors, { count: number, last: part.hash, part: '' }, around)
}

/** A page of the ledgers an older version wrote, or that a backup brought back: each is handed in like one that was added to. */
async function walkOn(anchors: Anchors, around: Around): Promise<Anchors | undefined> {
  const heads = around.database.open(ledgerHeadsStore)
  const { rows, next } = await heads.find({
    index: 'byPerson',
    limit: A_PAGE,
    ...(anchors.walked && { after: anchors.walked }),
  })
  for (const { id, personId } of rows) {
    const key = await findDataKey(ledgerStore, personId, around)
    const waitsSince = around.now.toISOString()
    await heads.change(id, (head) =>
      head && key && head.waitsSince === '' && head.hash === headHash(around.keys, head)
        ? done({ write: hashed(around.keys, { ...head, ledger: key.keyId, waitsSince }), reply: true })
        : done({ reply: false }),
    )
  }
  return changeAnchors(anchors, { walked: next ?? WALKED }, around)
}

type End = { head: LedgerHead; entry: LedgerEntry; key: DataKey }

const lineOf = ({ entry, key }: End): Line => [key.keyId, entry.seq, markOf(entry, key)]

/** The last entry that is sure to stay. undefined where there is none yet, and where verifying finds a break or nothing is left. */
async function settledEnd(head: LedgerHead, around: Around): Promise<End | undefined> {
  const key = await findDataKey(ledgerStore, head.personId, around)
  if (key?.keyId !== head.ledger || head.hash !== headHash(around.keys, head)) return undefined
  const { rows } = await around.database
    .open(ledgerStore)
    .find({ index: 'byPerson', where: { personId: head.personId }, order: 'descending', limit: A_PAGE })
  const surely = minutesLater(around.now, -SETTLED_MINUTES).toISOString()
  const entry = rows.find(({ seq, at }) => seq <= head.seq && at <= surely)
  return entry && { head, entry, key }
}

/** What was added meanwhile waits for the next hour. */
const noLongerWaits = ({ head: { id }, entry }: End, { database, keys, now }: Around) =>
  database.open(ledgerHeadsStore).change(id, (head) => {
    if (!head || head.hash !== headHash(keys, head)) return done({ reply: false })
    const waitsSince = head.last === entry.hash ? '' : now.toISOString()
    return done({ write: hashed(keys, { ...head, waitsSince }), reply: true })
  })
