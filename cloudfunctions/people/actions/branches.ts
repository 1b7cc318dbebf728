import { randomBytes, randomInt } from 'node:crypto'
import { K } from '../../../src/domain/aggregates/k'
import { close, create, isWayOpen, rename, reopen } from '../../../src/domain/branches/branch'
import { outermost, pathOf } from '../../../src/domain/branches/scope'
import { type Branch, CITY } from '../../../src/domain/branches/words'
import { CODE_BYTES, codeFrom } from '../../../src/domain/membership/code'
import { done, refused } from '../../../src/domain/result'
import { daysLater } from '../../../src/domain/time'
import { actOf, actsStore } from '../../_kit/acts'
import { type Database, MOST_IDS, MOST_ROWS } from '../../_kit/database'
import type { Handlers } from '../../_kit/serve'
import { changeBranch, type InBranch } from '../branch-change'
import { codeId, endCodes, goodCodes, isGood } from '../branch-codes'
import { ensureCity, wayDown } from '../branch-names'
import { branchCodesStore, branchesStore } from '../branches-store'

const PAGE = 50
/** The highest code point there is: everything that starts with a word comes before the word followed by it. */
const LAST = '\u{10FFFF}'
const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz'

const randomPart = () => Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

export const branches: Handlers<'branches'> = {
  mine: async (_, { caller, database, now }) => {
    await ensureCity(database, now)
    const own = outermost(caller.grants.map(({ branchId }) => branchId))
    const known = await branchesOf(own.flatMap(pathOf), database)
    const rows = own.flatMap((id) => known.get(id) ?? [])
    return done({
      rows: rows.map((row) => ({ ...row, path: pathOf(row.id).flatMap((id) => known.get(id)?.name ?? []) })),
    })
  },

  children: async ({ startsWith, after }, { branchId, database, now }) => {
    const branches = database.open(branchesStore)
    const parent = branchId === CITY ? await ensureCity(database, now) : await branches.get(branchId)
    if (!parent) return refused('BRANCH_NOT_FOUND')
    const page = await branches.find({
      index: 'byParent',
      where: { parentId: parent.id },
      ...(startsWith && { range: { from: startsWith, before: `${startsWith}${LAST}` } }),
      limit: PAGE,
      ...(after && { after }),
    })
    return done(page)
  },

  create: async ({ kind, name, code }, context) => {
    const { branchId, caller, database, now } = context
    await ensureCity(database, now)
    const branches = database.open(branchesStore)
    const above = pathOf(branchId)
    const made = (way: readonly Branch[], part: string) => create(way, { part, kind, name, code, now })
    const way = await wayDown(branchId, database)
    if (way.length < above.length) return refused('BRANCH_NOT_FOUND')
    const fits = made(way, randomPart())
    if (!fits.ok) return fits
    const bearing = await branches.find({ index: 'byCode', where: { code }, limit: 1 })
    if (bearing.rows.length > 0) return refused('BRANCH_CODE_TAKEN')
    const act = actOf(caller, now, { what: 'branch-created', about: name, branchId })
    const wayRefs = Object.fromEntries(above.map((id) => [id, branches.at(id)]))
    for (;;) {
      const part = randomPart()
      const id = `${branchId}.${part}`
      const refs = { ...wayRefs, [id]: branches.at(id), act: database.open(actsStore).at(act.id) }
      const settled = await database.together(refs, (documents) => {
        const found = documents as Record<string, Branch | undefined>
        if (found[id]) return done({ write: {}, reply: undefined })
        const branch = made(
          above.flatMap((upper) => found[upper] ?? []),
          part,
        )
        return branch.ok
          ? done({ write: { [id]: branch.data, act: { ...act, branchId: id } }, reply: branch.data })
          : branch
      })
      if (!settled.ok) return settled
      if (settled.data) return done(settled.data)
    }
  },

  rename: ({ name, address }, context) =>
    changeBranch(context, 'branch-renamed', (branch) => done(rename(branch, name, address))),

  /** Codes go after: while it is closed they open nothing, and `reopen` begins by ending what was left. */
  close: async (_, context) => {
    const { branchId, database, now } = context
    const below = await hasOpenChildren(branchId, database)
    const closed = await changeBranch(context, 'branch-closed', (branch) => close(branch, below))
    if (closed.ok) await endCodes(branchId, database, now)
    return closed
  },

  reopen: async (_, context) => {
    const { branchId, database, now } = context
    const branch = await database.open(branchesStore).get(branchId)
    if (branch?.closed) await endCodes(branchId, database, now)
    return changeBranch(context, 'branch-reopened', reopen)
  },

  codes: async (_, { branchId, database, now }) =>
    done({
      rows: (await goodCodes(branchId, database, now)).map((row) => ({
        ...row,
        joined: row.joined < K ? null : row.joined,
      })),
    }),

  /** The record comes first: no code ever works without one. */
  newCode: async ({ days }, context) => {
    const { branchId, caller, database, keys, now } = context
    const way = await openWay(context)
    if (!way.ok) return way
    const code = codeFrom(randomBytes(CODE_BYTES))
    const id = codeId(code, keys)
    if (!id) throw new Error('a code that nobody could type')
    const expiresAt = daysLater(now, days).toISOString()
    const about = way.data.at(-1)?.name ?? ''
    await database.open(actsStore).insert(actOf(caller, now, { what: 'code-made', about, branchId }))
    const madeAt = now.toISOString()
    await database.open(branchCodesStore).insert({ id, branchId, madeAt, expiresAt, joined: 0 })
    return done({ id, code, expiresAt })
  },

  endCode: async ({ codeId: id }, { branchId, caller, database, now }) => {
    const codes = database.open(branchCodesStore)
    const code = await codes.get(id)
    if (!code || code.branchId !== branchId || !isGood(code, now)) return refused('CODE_NOT_FOUND')
    const branch = await database.open(branchesStore).get(branchId)
    const act = actOf(caller, now, { what: 'code-ended', about: branch?.name ?? '', branchId })
    await database.open(actsStore).insert({ ...act, id: `code-ended.${id}` })
    await codes.remove(id)
    return done({})
  },
}

async function branchesOf(ids: readonly string[], database: Database): Promise<Map<string, Branch>> {
  const unique = [...new Set(ids)]
  const known = new Map<string, Branch>()
  for (let from = 0; from < unique.length; from += MOST_IDS)
    for (const branch of await database.open(branchesStore).getMany(unique.slice(from, from + MOST_IDS)))
      known.set(branch.id, branch)
  return known
}

async function hasOpenChildren(branchId: string, database: Database): Promise<boolean> {
  let after: string | undefined
  do {
    const page = await database
      .open(branchesStore)
      .find({ index: 'byParent', where: { parentId: branchId }, limit: MOST_ROWS, ...(after && { after }) })
    if (page.rows.some(({ closed }) => !closed)) return true
    after = page.next ?? undefined
  } while (after)
  return false
}

async function openWay({ branchId, database, now }: InBranch) {
  await ensureCity(database, now)
  const way = await wayDown(branchId, database)
  if (way.length < pathOf(branchId).length) return refused('BRANCH_NOT_FOUND')
  return isWayOpen(way) ? done(way) : refused('BRANCH_CLOSED')
}
