import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StaffCaller } from '../../cloudfunctions/_kit/caller'
import { importsStore, type RollEntry } from '../../cloudfunctions/people/branches-store'
import type { Api } from '../../src/contract/client'
import { CITY } from '../../src/domain/branches/words'
import { type Grown, growBranches, importAll, lineOf } from '../house/branches'
import { cutOff, over, throughEveryCut } from '../house/cut-off'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'

const card = (number: number) => `SY${String(number).padStart(8, '0')}`
const phone = (number: number) => `138${String(number).padStart(8, '0')}`
const some = (from: number, to: number, branchCode: string) =>
  Array.from({ length: to - from }, (_, index) => lineOf({ branchCode, card: card(from + index) }))

/** What the list held before: some at the works, some in a hospital that 李玲 does not manage. `base` keeps one list from another. */
const before = (base: number) => [
  ...some(base, base + 5, 'tractors'),
  ...some(base + 5, base + 8, 'east-gate'),
  ...some(base + 8, base + 10, 'hospital'),
  lineOf({ branchCode: 'hospital', phone: phone(base + 9) }),
]

/** Everything that can be with a line, over three pieces. */
const fileOf = (base: number) => [
  [
    ...some(base + 100, base + 130, 'tractors'),
    ...some(base, base + 2, 'tractors'),
    ...some(base + 5, base + 7, 'tractors'),
    ...some(base + 8, base + 9, 'tractors'),
    lineOf({ branchCode: 'tractors', card: card(base + 100) }),
    lineOf({ branchCode: 'tractors', card: '=cmd|calc' }),
  ],
  [
    ...some(base + 130, base + 150, 'East-Gate'),
    lineOf({ branchCode: 'hospital', card: card(base + 777) }),
    lineOf({ branchCode: 'nowhere', card: card(base + 778) }),
    lineOf({ card: card(base + 779) }),
    lineOf({ branchCode: 'tractors' }),
    lineOf({ branchCode: 'tractors', card: card(base + 101) }),
    lineOf({ branchCode: 'east-gate', card: card(base + 2), phone: phone(base + 500) }),
    lineOf({ branchCode: 'east-gate', card: card(base + 3) }),
    lineOf({ branchCode: 'tractors', card: card(base + 151), phone: phone(base + 9) }),
  ],
  [...some(base + 152, base + 160, 'tractors'), lineOf({ branchCode: 'tractors', phone: phone(base + 9) })],
]
const file = fileOf(0)
const lines = file.flat().length
const begun = { importId: 'animportofliling0', mode: 'add' as const, fileName: '和平区名单.csv', lines }
const BEFORE = 'theimportbefore'

const expected = {
  progress: {
    branchName: '和平区总工会',
    byName: '李玲',
    lines,
    seen: lines,
    added: 30 + 20 + 1 + 1 + 8,
    moved: 2 + 1,
    already: 2,
    removed: 0,
    refused: 9,
    nextPiece: 3,
  },
  problems: [
    { line: 35, problem: 'other-branch' },
    { line: 36, problem: 'twice-in-file' },
    { line: 37, problem: 'card-malformed' },
    { line: 58, problem: 'branch-unknown' },
    { line: 59, problem: 'branch-unknown' },
    { line: 60, problem: 'branch-missing' },
    { line: 61, problem: 'number-missing' },
    { line: 62, problem: 'twice-in-file' },
    { line: lines, problem: 'other-branch' },
  ],
}

const rollOf = async (house: House) => (await house.dump()).roll as RollEntry[]
/** How many numbers came by these two imports, by depth of the branch, import and piece. */
const held = (roll: RollEntry[], base: number, importId: string) => {
  const counts: Record<string, number> = {}
  for (const entry of roll) {
    if (entry.importId !== importId && entry.importId !== `${BEFORE}${base}`) continue
    const key = `${entry.branchId.split('.').length} ${entry.importId === importId ? 'new' : 'before'} ${entry.piece}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

const liling = (branchId: string): StaffCaller => ({
  kind: 'staff',
  staffId: 'liling',
  name: '李玲',
  login: 'liling',
  sessionId: 'a session',
  expiresAt: '2026-03-11T02:00:00.000Z',
  roles: ['manager'],
  grants: [{ role: 'manager', branchId }],
})

describe('a list that is taken in', () => {
  let house: House
  let wang: Api
  let li: Api
  let grown: Grown
  let roll: Record<string, number>

  beforeAll(async () => {
    house = await openHouse()
    wang = await house.staff('wangjianguo', '王建国', 'manager')
    grown = await growBranches(wang)
    li = await house.staffIn('liling', '李玲', [{ role: 'manager', branchId: grown.heping }])
  })
  afterAll(() => house.close())

  const settle = (base: number) => importAll(wang, { branchId: CITY, importId: `${BEFORE}${base}` }, [before(base)])

  it('counts every line once and says by line what was wrong', async () => {
    await settle(0)
    const { progress, problems } = await importAll(li, { ...begun, branchId: grown.heping }, file)
    expect(progress).toMatchObject(expected.progress)
    expect(problems).toEqual(expected.problems)
    expect(progress.added + progress.moved + progress.already + progress.refused).toBe(lines)
    expect(dataOf(await li.imports.problems({ importId: begun.importId })).rows).toEqual(expected.problems)
    roll = held(await rollOf(house), 0, begun.importId)
    expect(roll).toEqual({ '3 before 0': 6, '4 before 0': 1, '3 new 0': 32, '3 new 1': 1, '3 new 2': 8, '4 new 1': 23 })
  })

  it('is not in the store, the log or the report: neither a number nor a cell', async () => {
    const everything = JSON.stringify([
      await house.dump(),
      house.logged,
      await li.imports.problems({ importId: begun.importId }),
    ])
    for (const cell of [card(100), card(0), phone(500), phone(9), '=cmd', 'calc'])
      expect(everything.includes(cell), cell).toBe(false)
  })

  it('answers a piece that is sent again as before, and changes nothing', async () => {
    const again = dataOf(await li.imports.piece({ importId: begun.importId, number: 0, lines: file[0] ?? [] }))
    expect(again.problems).toEqual(expected.problems.slice(0, 3))
    expect(again.progress).toMatchObject(expected.progress)
    const other = dataOf(
      await li.imports.piece({ importId: begun.importId, number: 1, lines: some(900, 920, 'tractors') }),
    )
    expect(other.problems).toEqual(expected.problems.slice(3, 8))
    expect(held(await rollOf(house), 0, begun.importId)).toEqual(roll)
  })

  it('comes out the same when it is cut off at every single step', async () => {
    const base = 1_000_000
    await settle(base)
    const her = liling(grown.heping)
    const importId = 'cutoffeverywhere0'
    const all = { ...begun, importId, branchId: grown.heping, fileName: '断断续续.csv' }
    const opened = await throughEveryCut(house, her, (api) => api.imports.begin(all))
    const problems: unknown[] = []
    let cuts = opened.cuts
    for (const [number, piece] of fileOf(base).entries()) {
      const done = await throughEveryCut(house, her, (api) => api.imports.piece({ importId, number, lines: piece }))
      problems.push(...done.data.problems)
      cuts += done.cuts
    }
    const ended = await throughEveryCut(house, her, (api) => api.imports.finish({ importId }))
    expect(cuts + ended.cuts).toBeGreaterThan(25)
    expect(ended.data).toMatchObject(expected.progress)
    expect(problems).toEqual(expected.problems)
    expect(held(await rollOf(house), base, importId)).toEqual(roll)
    const acts = (await house.dump()).acts as { what: string; about: string }[]
    const about = acts.filter((act) => act.about === all.fileName).map(({ what }) => what)
    expect(about.sort()).toEqual(['import-begun', 'import-ended'])
  })

  it('comes out the same when two tabs send every piece at once', async () => {
    const base = 2_000_000
    await settle(base)
    const importId = 'intwotabsatonce00'
    dataOf(await li.imports.begin({ ...begun, importId, branchId: grown.heping }))
    for (const [number, piece] of fileOf(base).entries()) {
      const ask = () => li.imports.piece({ importId, number, lines: piece })
      const [one, other] = (await Promise.all([ask(), ask()])).map(dataOf)
      expect(one?.problems).toEqual(other?.problems)
      expect(one?.progress.nextPiece).toBe(number + 1)
    }
    expect(dataOf(await li.imports.finish({ importId }))).toMatchObject(expected.progress)
    expect(held(await rollOf(house), base, importId)).toEqual(roll)
  })

  it('is shown to whoever manages the branch, and to nobody beside', async () => {
    const sun = await house.staffIn('sunli', '孙丽', [{ role: 'manager', branchId: grown.dadong }])
    expect(dataOf(await sun.imports.list({})).rows).toEqual([])
    expect(await sun.imports.problems({ importId: begun.importId })).toMatchObject({ code: 'IMPORT_NOT_FOUND' })
    expect(new Set(dataOf(await wang.imports.list({})).rows.map(({ byName }) => byName))).toEqual(
      new Set(['李玲', '王建国']),
    )
    const rows = dataOf(await li.imports.list({})).rows
    expect(rows).toHaveLength(3)
    expect(new Set(rows.map(({ branchId, endedAt }) => `${branchId} ${endedAt}`))).toEqual(
      new Set([`${grown.heping} ${house.clock.now().toISOString()}`]),
    )
  })

  it('goes on only by the colleague who began it', async () => {
    dataOf(await li.imports.begin({ ...begun, importId: 'asecondimport0000', branchId: grown.heping }))
    expect(
      await wang.imports.piece({ importId: 'asecondimport0000', number: 0, lines: some(0, 1, 'tractors') }),
    ).toMatchObject({ code: 'IMPORT_NOT_FOUND' })
    expect(await wang.imports.finish({ importId: 'asecondimport0000' })).toMatchObject({ code: 'IMPORT_NOT_FOUND' })
    expect(await wang.imports.begin({ ...begun, importId: 'asecondimport0000', branchId: grown.heping })).toMatchObject(
      {
        code: 'IMPORT_DIFFERS',
      },
    )
  })

  it('is taken out again by a list of those who left, cut off at every step', async () => {
    const listed = await rollOf(house)
    const her = liling(grown.heping)
    const leavers = [
      ...some(100, 110, 'tractors'),
      ...some(130, 133, ''),
      lineOf({ branchCode: 'east-gate', card: card(111) }),
      ...some(8, 9, ''),
      lineOf({ card: card(100) }),
      lineOf({ branchCode: 'nowhere', card: card(112) }),
      lineOf({ card: card(2), phone: phone(500) }),
    ]
    const leaving = {
      importId: 'listofleavers0000',
      branchId: grown.heping,
      mode: 'remove' as const,
      fileName: '离职.csv',
    }
    dataOf(await li.imports.begin({ ...leaving, lines: leavers.length }))
    const { data, cuts } = await throughEveryCut(house, her, (api) =>
      api.imports.piece({ importId: leaving.importId, number: 0, lines: leavers }),
    )
    expect(cuts).toBeGreaterThan(10)
    expect(data.problems).toEqual([
      { line: 14, problem: 'not-in-list' },
      { line: 15, problem: 'not-in-list' },
      { line: 16, problem: 'twice-in-file' },
      { line: 17, problem: 'branch-unknown' },
    ])
    expect(data.progress).toMatchObject({ removed: 14, refused: 4, seen: leavers.length })
    expect(listed.length - (await rollOf(house)).length).toBe(15)
  })

  it('of 3,000 lines with two numbers each goes on exactly where it was cut off', async () => {
    const amount = 3_000
    const all = Array.from({ length: amount }, (_, index) =>
      lineOf({ branchCode: 'tractors', card: card(10_000 + index), phone: phone(10_000 + index) }),
    )
    const large = { importId: 'thelargestlist000', branchId: grown.heping, mode: 'add' as const, fileName: '全厂.csv' }
    dataOf(await li.imports.begin({ ...large, lines: amount }))
    const her = liling(grown.heping)
    for (let number = 0; number < amount / 500; number++) {
      const piece = { importId: large.importId, number, lines: all.slice(number * 500, (number + 1) * 500) }
      const cut = over(house, her, cutOff(house.database, 2 + (number % 5)).database)
      expect(await cut.imports.piece(piece)).toMatchObject({ code: 'INTERNAL' })
      const known = await house.database.open(importsStore).get(large.importId)
      expect(known?.nextPiece).toBe(number)
      dataOf(await li.imports.piece(piece))
    }
    const ended = dataOf(await li.imports.finish({ importId: large.importId }))
    expect(ended).toMatchObject({ added: amount, refused: 0, moved: 0, already: 0, seen: amount })
    const entries = (await rollOf(house)).filter(({ importId }) => importId === large.importId)
    expect(entries).toHaveLength(2 * amount)
  }, 60_000)

  it('names a branch plainly again once one of two with the same code is closed', async () => {
    const { dadong } = grown
    const clash = await Promise.all([
      wang.branches.create({ branchId: dadong, kind: 'unit', name: '甲厂工会', code: 'clash' }),
      wang.branches.create({ branchId: dadong, kind: 'unit', name: '乙厂工会', code: 'clash' }),
    ])
    const made = clash.map(dataOf)
    const first = await importAll(wang, { branchId: dadong, importId: 'beforeoneisclosed' }, [
      some(60_000, 60_001, 'clash'),
    ])
    expect(first.problems).toEqual([{ line: 1, problem: 'branch-ambiguous' }])
    dataOf(await wang.branches.close({ branchId: made[0]?.id ?? '' }))
    const second = await importAll(wang, { branchId: dadong, importId: 'afteroneisclosed0' }, [
      some(60_000, 60_001, 'clash'),
    ])
    expect(second.progress).toMatchObject({ added: 1, refused: 0 })
  })
})
