import { nanoid } from 'nanoid'
import * as z from 'zod'
import { type ReadingReason, readingReasons } from '../../src/domain/readings/words'
import { done } from '../../src/domain/result'
import { type Role, roles } from '../../src/domain/staff/words'
import { type DataKey, dataKeyId, dataKeysStore, keepFor } from './data-keys'
import type { Database } from './database'
import { declare } from './declaration'
import type { Keys } from './keys'

const readers = [...roles, 'job'] as const

/** One reading of something of a person's, by somebody else. `hash` covers every other field and the entry before. */
export type LedgerEntry = {
  id: string
  personId: string
  /** From 1, without a gap. */
  seq: number
  at: string
  role: Role | 'job'
  branchId: string
  /** The collection that was read. */
  what: string
  reason: ReadingReason
  twoPeople: boolean
  /** A keyed hash of who it was, as the auditor's side says it: that side cannot be rewritten either. */
  reader: string
  previous: string
  hash: string
}

export const ledgerStore = declare<LedgerEntry>({
  name: 'ledger',
  title: '谁看过我',
  about: '别人或定时任务看过您哪一类资料：什么角色、什么时间、为什么',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    seq: z.number(),
    at: z.string(),
    role: z.enum(readers),
    branchId: z.string(),
    what: z.string(),
    reason: z.enum(readingReasons),
    twoPeople: z.boolean(),
    reader: z.string(),
    previous: z.string(),
    hash: z.string(),
  }),
  indexes: { byPerson: ['personId', 'seq'], byHash: ['hash'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'with-account' },
  sensitivity: 'personal',
  keep: { until: 'removed', why: '一直为您保留，谁也不能改、不能删；您注销账户时一并清除' },
  fields: { at: '时间', role: '角色', what: '看的是什么', reason: '原因' },
})

/**
 * The end of a person's chain, so that entries cut off from its end are missed. `ledger` is the random id of the ledger's data
 * key, by which it is known outside the database; `waitsSince` is when something came that is not known there, empty when all
 * is. `hash` covers it as well.
 */
export type LedgerHead = {
  id: string
  personId: string
  seq: number
  last: string
  ledger: string
  waitsSince: string
  hash: string
}

export const ledgerHeadsStore = declare<LedgerHead>({
  name: 'ledgerHeads',
  title: '查看记录的末尾',
  about: '「谁看过我」记到第几条，用来发现有没有缺少',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    seq: z.number(),
    last: z.string(),
    ledger: z.string(),
    waitsSince: z.string(),
    hash: z.string(),
  }),
  version: 2,
  migrations: { 1: (old) => ({ ...old, ledger: '', waitsSince: '' }) },
  indexes: { byPerson: ['personId'], byLedger: ['ledger'], byWait: ['waitsSince'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'with-account' },
  keyedWith: 'ledger',
  sensitivity: 'personal',
  keep: { until: 'removed', why: '和「谁看过我」一起保留' },
})

/** The auditor's side of the same reading: who, and never whose. `entry` is the entry's hash, emptied when the person goes. */
export type Reading = {
  id: string
  at: string
  by: string
  byName: string
  role: Role | 'job'
  branchId: string
  what: string
  reason: ReadingReason
  approvedByName: string
  entry: string
}

/** 个人信息保护法 第五十六条: records of how personal information is handled are kept three years at least. */
export const RECORDS_DAYS = 3 * 366

export const readingsStore = declare<Reading>({
  name: 'readings',
  title: '查看记录',
  about: '哪位同事在什么时间、为什么看过某一类资料；不记是谁的，也不记内容',
  schema: z.strictObject({
    id: z.string(),
    at: z.string(),
    by: z.string(),
    byName: z.string(),
    role: z.enum(readers),
    branchId: z.string(),
    what: z.string(),
    reason: z.enum(readingReasons),
    approvedByName: z.string(),
    entry: z.string(),
  }),
  indexes: { byTime: ['at'], byEntry: ['entry'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: RECORDS_DAYS, since: 'at', why: '个人信息处理记录至少保存三年（个人信息保护法第五十六条）' },
})

/** A fixed order of fields: databases keep no order of their own. */
export const entryHash = (keys: Keys, entry: Omit<LedgerEntry, 'id' | 'hash'>) => {
  const { personId, seq, at, role, branchId, what, reason, twoPeople, reader, previous } = entry
  const fields = [personId, seq, at, role, branchId, what, reason, twoPeople, reader, previous]
  return keys.hash('ledger', JSON.stringify(fields))
}

export const readerHash = (keys: Keys, reading: Pick<Reading, 'id' | 'by' | 'byName' | 'approvedByName'>) => {
  const { id, by, byName, approvedByName } = reading
  return keys.hash('ledger-reader', JSON.stringify([id, by, byName, approvedByName]))
}

/** A head without the id of its ledger was written by an older version, and is hashed as that version did. */
export const headHash = (keys: Keys, { personId, seq, last, ledger, waitsSince }: Omit<LedgerHead, 'id' | 'hash'>) =>
  keys.hash('ledger-head', JSON.stringify([personId, seq, last, ...(ledger ? [ledger, waitsSince] : [])]))

export const hashed = (keys: Keys, head: Omit<LedgerHead, 'hash'>): LedgerHead => ({
  ...head,
  hash: headHash(keys, head),
})

export type Looked = Pick<LedgerEntry, 'role' | 'branchId' | 'what' | 'reason' | 'twoPeople'> &
  Pick<Reading, 'by' | 'byName' | 'approvedByName'>

type Around = { database: Database; keys: Keys; now: Date }

/** Entry, end of the chain and the auditor's side, or none of them. Gives what takes all of it back. */
export async function append(personId: string, looked: Looked, around: Around): Promise<() => Promise<void>> {
  const { database, keys, now } = around
  const at = now.toISOString()
  const { by, byName, approvedByName, ...seen } = looked
  const refs = {
    head: database.open(ledgerHeadsStore).at(personId),
    entry: database.open(ledgerStore).at(nanoid()),
    reading: database.open(readingsStore).at(nanoid()),
  }
  const reader = readerHash(keys, { id: refs.reading.id, by, byName, approvedByName })
  let written = { hash: '', previous: '' }
  const write = ({ keyId }: DataKey) =>
    database.together(refs, ({ head }) => {
      if (head && head.hash !== headHash(keys, head)) throw new Error('a ledger was tampered with: no reading goes on')
      const fields = { personId, seq: (head?.seq ?? 0) + 1, at, ...seen, reader, previous: head?.last ?? '' }
      const entry = { id: refs.entry.id, ...fields, hash: entryHash(keys, fields) }
      written = entry
      const { role, branchId, what, reason } = seen
      const side = { id: refs.reading.id, at, by, byName, role, branchId, what, reason, approvedByName }
      const waitsSince = head?.waitsSince || at
      const end = { id: personId, personId, seq: entry.seq, last: entry.hash, ledger: keyId, waitsSince }
      return done({
        write: { head: hashed(keys, end), entry, reading: { ...side, entry: entry.hash } },
        reply: {},
      })
    })
  // All of it at once: half of it would look like a ledger that was tampered with, or take another's key away.
  const undo = async () => {
    const key = database.open(dataKeysStore).at(dataKeyId(ledgerStore, personId, keys))
    await database.together({ ...refs, key }, ({ head }) => {
      if (!head) return done({ write: { entry: null, reading: null, key: null }, reply: {} })
      // Somebody read after this: the chain goes on from here, and a line too many in it is no harm.
      if (head.last !== written.hash || head.hash !== headHash(keys, head)) return done({ write: {}, reply: {} })
      if (head.seq === 1) return done({ write: { head: null, entry: null, reading: null, key: null }, reply: {} })
      const end = { ...head, seq: head.seq - 1, last: written.previous }
      return done({ write: { head: hashed(keys, end), entry: null, reading: null }, reply: {} })
    })
  }
  await keepFor(ledgerStore, personId, around, write, undo)
  return undo
}
