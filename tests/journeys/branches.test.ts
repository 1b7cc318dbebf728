import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actsStore } from '../../cloudfunctions/_kit/acts'
import { branchCodesStore, branchesStore } from '../../cloudfunctions/people/branches-store'
import type { Api } from '../../src/contract/client'
import { CITY } from '../../src/domain/branches/words'
import { type Grown, growBranches } from '../house/branches'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'

describe('the tree of branches', () => {
  let house: House
  let wang: Api
  let li: Api
  let grown: Grown

  beforeAll(async () => {
    house = await openHouse()
    wang = await house.staff('wangjianguo', '王建国', 'manager')
  })
  afterAll(() => house.close())

  it('begins with the city, which nobody has to make', async () => {
    expect(dataOf(await wang.branches.mine({})).rows).toMatchObject([
      { id: CITY, kind: 'city', closed: false, path: ['市总工会'] },
    ])
  })

  it('grows downwards, each id with its way in it', async () => {
    grown = await growBranches(wang)
    expect(grown.station.startsWith(`${grown.tractors}.`)).toBe(true)
    expect(grown.station).toMatch(/^city(\.[a-z0-9]{6}){3}$/)
    const children = dataOf(await wang.branches.children({ branchId: CITY })).rows
    expect(children.map(({ name }) => name).sort()).toEqual(['和平区总工会', '大东区总工会'].sort())
  })

  it('shows a colleague where their roles count, outermost first found, with the way down', async () => {
    li = await house.staffIn('liling', '李玲', [
      { role: 'manager', branchId: grown.heping },
      { role: 'editor', branchId: grown.station },
    ])
    expect(dataOf(await li.branches.mine({})).rows).toMatchObject([
      { id: grown.heping, path: ['市总工会', '和平区总工会'] },
    ])
  })

  it('is the same to somebody outside as if it were not there', async () => {
    const there = await li.branches.children({ branchId: grown.hospital })
    const nowhere = await li.branches.children({ branchId: `${grown.dadong}.nobody` })
    const { requestId: _, ...one } = there as { requestId?: string }
    const { requestId: __, ...other } = nowhere as { requestId?: string }
    expect(one).toEqual(other)
    expect(one).toMatchObject({ ok: false, code: 'BRANCH_NOT_FOUND' })
    for (const branchId of [grown.dadong, CITY, `${grown.heping}x`])
      expect(await li.branches.rename({ branchId, name: '改名' })).toMatchObject({ code: 'BRANCH_NOT_FOUND' })
    expect(await li.branches.rename({ branchId: `${grown.heping}.absent`, name: '改名' })).toMatchObject({
      code: 'BRANCH_NOT_FOUND',
    })
  })

  it('lets those without the role do nothing, and an auditor look', async () => {
    const chen = await house.staff('chenjing', '陈静', 'editor')
    expect(await chen.branches.children({ branchId: CITY })).toMatchObject({ code: 'NOT_ALLOWED' })
    const auditor = await house.staffIn('zhaohe', '赵和', [{ role: 'auditor', branchId: grown.heping }])
    expect(dataOf(await auditor.branches.children({ branchId: grown.heping })).rows).toHaveLength(1)
    expect(await auditor.branches.newCode({ branchId: grown.tractors, days: 7 })).toMatchObject({ code: 'NOT_ALLOWED' })
    const employee = house.employee('林')
    expect(await employee.branches.mine({})).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('lets a role count only where it was given: a manager here who is an editor there manages nothing there', async () => {
    const both = await house.staffIn('sunli', '孙丽', [
      { role: 'manager', branchId: grown.heping },
      { role: 'editor', branchId: grown.dadong },
    ])
    expect(await both.branches.rename({ branchId: grown.dadong, name: '改名' })).toMatchObject({
      code: 'BRANCH_NOT_FOUND',
    })
  })

  it('finds those below by how their names begin, page by page', async () => {
    for (let number = 0; number < 60; number++)
      dataOf(
        await wang.branches.create({
          branchId: grown.dadong,
          kind: 'unit',
          name: `第${String(number).padStart(2, '0')}小学工会`,
          code: `school-${number}`,
        }),
      )
    const first = dataOf(await wang.branches.children({ branchId: grown.dadong, startsWith: '第' }))
    const second = dataOf(
      await wang.branches.children({ branchId: grown.dadong, startsWith: '第', after: first.next ?? '' }),
    )
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null])
    expect(dataOf(await wang.branches.children({ branchId: grown.dadong, startsWith: '第1' })).rows).toHaveLength(10)
    expect(dataOf(await wang.branches.children({ branchId: grown.dadong, startsWith: '人民' })).rows).toHaveLength(1)
  })

  it('writes down who changed what, once, and nothing when nothing changed', async () => {
    const before = (await house.database.open(actsStore).find({ index: 'byTime', limit: 100 })).rows.length
    house.clock.forward(1)
    dataOf(await li.branches.rename({ branchId: grown.tractors, name: '第一拖拉机厂工会' }))
    dataOf(await li.branches.rename({ branchId: grown.tractors, name: '第一拖拉机厂工会' }))
    const acts = (await house.database.open(actsStore).find({ index: 'byTime', limit: 100 })).rows
    expect(acts.length - before).toBe(1)
    expect(acts.at(-1)).toMatchObject({
      by: 'liling',
      byName: '李玲',
      what: 'branch-renamed',
      about: '拖拉机厂工会 → 第一拖拉机厂工会',
      branchId: grown.tractors,
    })
  })

  it('keeps an address that is not said, and writes down one that is', async () => {
    const to = { branchId: grown.station, name: '东门驿站' }
    dataOf(await li.branches.rename({ ...to, address: ' 和平路 8 号 2 楼 ' }))
    expect(dataOf(await li.branches.rename(to)).address).toBe('和平路 8 号 2 楼')
    const { rows } = await house.database.open(actsStore).find({ index: 'byTime', limit: 100 })
    const about = '东门驿站，地址：和平路 8 号 2 楼'
    expect(rows.filter((act) => act.about === about)).toMatchObject([{ what: 'branch-renamed', branchId: to.branchId }])
    expect(dataOf(await li.branches.rename({ ...to, address: '' })).address).toBe('')
  })

  it('shows a code once, counts who joined by it once they are ten, and ends it', async () => {
    const made = dataOf(await li.branches.newCode({ branchId: grown.tractors, days: 30 }))
    expect(made.code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
    expect(JSON.stringify(await house.dump())).not.toContain(made.code.replace('-', ''))
    dataOf(await house.employee('林').membership.proveByCode({ code: made.code }))
    const [row] = dataOf(await li.branches.codes({ branchId: grown.tractors })).rows
    expect(row).toEqual({
      id: made.id,
      madeAt: house.clock.now().toISOString(),
      expiresAt: made.expiresAt,
      joined: null,
    })
    for (let more = 1; more < 10; more++)
      dataOf(await house.employee(`同事${more}`).membership.proveByCode({ code: made.code }))
    expect(dataOf(await li.branches.codes({ branchId: grown.tractors })).rows[0]?.joined).toBe(10)
    expect(await wang.branches.endCode({ branchId: grown.hospital, codeId: made.id })).toMatchObject({
      code: 'CODE_NOT_FOUND',
    })
    dataOf(await li.branches.endCode({ branchId: grown.tractors, codeId: made.id }))
    expect(dataOf(await li.branches.codes({ branchId: grown.tractors })).rows).toEqual([])
    expect(await house.employee('周').membership.proveByCode({ code: made.code })).toMatchObject({ code: 'NOT_PROVED' })
  })

  it('closes from below, ends the codes with it, and opens again without them', async () => {
    const made = dataOf(await li.branches.newCode({ branchId: grown.tractors, days: 7 }))
    expect(await li.branches.close({ branchId: grown.tractors })).toMatchObject({ code: 'BRANCH_HAS_CHILDREN' })
    dataOf(await li.branches.close({ branchId: grown.station }))
    expect(dataOf(await li.branches.close({ branchId: grown.tractors })).closed).toBe(true)
    expect(await li.branches.newCode({ branchId: grown.tractors, days: 7 })).toMatchObject({ code: 'BRANCH_CLOSED' })
    expect(await li.branches.reopen({ branchId: grown.station })).toMatchObject({ code: 'BRANCH_CLOSED' })
    expect(dataOf(await li.branches.reopen({ branchId: grown.tractors })).closed).toBe(false)
    expect(await house.employee('周').membership.proveByCode({ code: made.code })).toMatchObject({ code: 'NOT_PROVED' })
    expect(dataOf(await house.employee('林').membership.show({})).member?.path.at(-1)?.name).toBe('第一拖拉机厂工会')
  })

  it('ends on opening again the codes that a cut left behind', async () => {
    const made = dataOf(await li.branches.newCode({ branchId: grown.tractors, days: 7 }))
    const codes = house.database.open(branchCodesStore)
    const code = await codes.get(made.id)
    dataOf(await li.branches.close({ branchId: grown.tractors }))
    if (code) await codes.insert(code)
    dataOf(await li.branches.reopen({ branchId: grown.tractors }))
    expect(await codes.get(made.id)).toBeUndefined()
  })

  it('stays one tree when two make a branch at the same instant', async () => {
    const made = await Promise.all(
      ['east', 'west', 'north'].map((code) =>
        wang.branches.create({ branchId: grown.heping, kind: 'station', name: `${code}驿站`, code }),
      ),
    )
    const ids = made.map((reply) => dataOf(reply).id)
    expect(new Set(ids).size).toBe(3)
    expect(await house.database.open(branchesStore).getMany(ids)).toHaveLength(3)
  })
})
