import * as z from 'zod'
import { type Branch, branchKinds } from '../../src/domain/branches/words'
import { type LineProblem, lineProblems, numberKinds } from '../../src/domain/membership/words'
import { declare } from '../_kit/declaration'
import { RECORDS_DAYS } from '../_kit/ledger'

export const branchesStore = declare<Branch>({
  name: 'branches',
  title: '组织',
  about: '市、区、单位工会和驿站的名称、地址与上下级',
  version: 2,
  migrations: { 1: (old) => ({ ...old, address: '' }) },
  schema: z.strictObject({
    id: z.string(),
    parentId: z.string(),
    kind: z.enum(branchKinds),
    name: z.string(),
    code: z.string(),
    address: z.string(),
    closed: z.boolean(),
    createdAt: z.string(),
  }),
  indexes: { byParent: ['parentId', 'name'], byCode: ['code'], byKind: ['kind', 'name'] },
  owner: { kind: 'union' },
  sensitivity: 'public',
  keep: { until: 'removed', why: '组织停用后仍保留名称，好看懂过去的记录' },
})

/** `id` is a keyed hash of the code, which is shown once. `joined` only grows. */
export type BranchCode = { id: string; branchId: string; madeAt: string; expiresAt: string; joined: number }

export const branchCodesStore = declare<BranchCode>({
  name: 'branchCodes',
  title: '单位邀请码',
  about: '单位发给职工核对身份用的邀请码：只存散列，不记谁用过',
  schema: z.strictObject({
    id: z.string(),
    branchId: z.string(),
    madeAt: z.string(),
    expiresAt: z.string(),
    joined: z.number(),
  }),
  indexes: { byBranch: ['branchId', 'madeAt'], byExpiry: ['expiresAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 1, since: 'expiresAt', why: '过期一天后清除' },
  counter: true,
})

/** `id` is a keyed hash of one number. Nothing says whose it is, or who proved themselves with it. `piece` put it there. */
export type RollEntry = {
  id: string
  kind: (typeof numberKinds)[number]
  branchId: string
  importId: string
  piece: number
  uses: number
}

export const rollStore = declare<RollEntry>({
  name: 'roll',
  title: '会员名单',
  about: '工会导入的会员名单：每个号码只存带密钥的散列和所属组织，不存号码和姓名',
  schema: z.strictObject({
    id: z.string(),
    kind: z.enum(numberKinds),
    branchId: z.string(),
    importId: z.string(),
    piece: z.number(),
    uses: z.number(),
  }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '随工会的名单更新，从名单中移除时立即删除' },
})

export type Import = {
  id: string
  branchId: string
  mode: 'add' | 'remove'
  fileName: string
  by: string
  byName: string
  lines: number
  seen: number
  added: number
  moved: number
  already: number
  removed: number
  refused: number
  nextPiece: number
  startedAt: string
  /** Empty until it is finished. */
  endedAt: string
}

export const importsStore = declare<Import>({
  name: 'imports',
  title: '名单导入',
  about: '每次导入名单的进度和数目：谁、什么时间、多少行，不含名单内容',
  schema: z.strictObject({
    id: z.string(),
    branchId: z.string(),
    mode: z.enum(['add', 'remove']),
    fileName: z.string(),
    by: z.string(),
    byName: z.string(),
    lines: z.number(),
    seen: z.number(),
    added: z.number(),
    moved: z.number(),
    already: z.number(),
    removed: z.number(),
    refused: z.number(),
    nextPiece: z.number(),
    startedAt: z.string(),
    endedAt: z.string(),
  }),
  indexes: { byStart: ['startedAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: RECORDS_DAYS, since: 'startedAt', why: '至少保存三年，供审计查阅' },
})

/**
 * What becomes of one piece: how many lines of each fate, and what was wrong, by line; never what the line said. Written before
 * anything is moved or removed, so that a piece sent again after a cut comes out the same. `id` is the import and the piece.
 */
export type ImportProblems = {
  id: string
  importId: string
  piece: number
  at: string
  added: number
  moved: number
  already: number
  removed: number
  problems: { line: number; problem: LineProblem }[]
}

export const importProblemsStore = declare<ImportProblems>({
  name: 'importProblems',
  title: '导入报告',
  about: '导入名单时哪几行有什么问题，只记行号',
  schema: z.strictObject({
    id: z.string(),
    importId: z.string(),
    piece: z.number(),
    at: z.string(),
    added: z.number(),
    moved: z.number(),
    already: z.number(),
    removed: z.number(),
    problems: z.array(z.strictObject({ line: z.number(), problem: z.enum(lineProblems) })),
  }),
  indexes: { byImport: ['importId', 'piece'], byTime: ['at'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 30, since: 'at', why: '三十天内可以查看和下载，之后清除' },
})
