import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Api } from '../../../src/contract/client'
import { CITY } from '../../../src/domain/branches/words'
import { type Grown, growBranches, importAll, lineOf } from '../../house/branches'
import { dataOf } from '../../house/data-of'
import { type House, openHouse } from '../../house/open-house'
import { refusedWith } from './produced'

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function branchRefusals(): void {
  describe('branches, lists and membership', () => {
    let house: House
    let wang: Api
    let li: Api
    let grown: Grown

    beforeAll(async () => {
      house = await openHouse()
      wang = await house.staff('wangjianguo', '王建国', 'manager')
      grown = await growBranches(wang)
      li = await house.staffIn('liling', '李玲', [{ role: 'manager', branchId: grown.heping }])
    })
    afterAll(() => house.close())

    it('refuse a branch out of order, with a code that is taken, or where it is closed', async () => {
      const { branches } = wang
      const wanted = { branchId: grown.tractors, kind: 'station', name: '西门驿站', code: 'west-gate' } as const
      await refusedWith('branches.create', 'KIND_NOT_BELOW', branches.create({ ...wanted, kind: 'district' }))
      await refusedWith('branches.create', 'BRANCH_CODE_TAKEN', branches.create({ ...wanted, code: 'Heping' }))
      await refusedWith('branches.close', 'CITY_STAYS', branches.close({ branchId: CITY }))
      await refusedWith('branches.close', 'BRANCH_HAS_CHILDREN', branches.close({ branchId: grown.tractors }))
      dataOf(await branches.close({ branchId: grown.station }))
      dataOf(await branches.close({ branchId: grown.tractors }))
      await refusedWith('branches.create', 'BRANCH_CLOSED', branches.create(wanted))
      await refusedWith('branches.newCode', 'BRANCH_CLOSED', branches.newCode({ branchId: grown.tractors, days: 7 }))
      await refusedWith('branches.reopen', 'BRANCH_CLOSED', branches.reopen({ branchId: grown.station }))
      dataOf(await branches.reopen({ branchId: grown.tractors }))
      await refusedWith(
        'branches.endCode',
        'CODE_NOT_FOUND',
        branches.endCode({ branchId: grown.tractors, codeId: 'nothing' }),
      )
    })

    it('refuse a branch that is not there, in every action that names one', async () => {
      const branchId = `${CITY}.absent`
      const { branches, imports } = wang
      const code = 'BRANCH_NOT_FOUND'
      await refusedWith('branches.children', code, branches.children({ branchId }))
      await refusedWith('branches.create', code, branches.create({ branchId, kind: 'unit', name: '甲', code: 'jia' }))
      await refusedWith('branches.rename', code, branches.rename({ branchId, name: '甲' }))
      await refusedWith('branches.close', code, branches.close({ branchId }))
      await refusedWith('branches.reopen', code, branches.reopen({ branchId }))
      await refusedWith('branches.newCode', code, branches.newCode({ branchId, days: 7 }))
      const begun = { branchId, importId: 'nowheretoimportto', mode: 'add', fileName: '名单.csv', lines: 1 } as const
      await refusedWith('imports.begin', code, imports.begin(begun))
    })

    it('refuse an import that is another, unknown, out of order, too long, incomplete or over', async () => {
      const { imports } = li
      const importId = 'refusedimport0001'
      const begun = { branchId: grown.heping, importId, mode: 'add', fileName: '名单.csv', lines: 3 } as const
      const piece = (number: number, lines = 1) => ({
        importId,
        number,
        lines: Array.from({ length: lines }, (_, line) =>
          lineOf({ branchCode: 'tractors', card: `SY${number}00${line}` }),
        ),
      })
      dataOf(await imports.begin(begun))
      dataOf(await imports.begin(begun))
      for (const other of [
        { lines: 4 },
        { fileName: '另一份.csv' },
        { mode: 'remove' as const },
        { branchId: grown.tractors },
      ])
        await refusedWith('imports.begin', 'IMPORT_DIFFERS', imports.begin({ ...begun, ...other }))
      const unknown = { importId: 'nothing' }
      await refusedWith('imports.piece', 'IMPORT_NOT_FOUND', imports.piece({ ...piece(0), ...unknown }))
      await refusedWith('imports.finish', 'IMPORT_NOT_FOUND', imports.finish(unknown))
      await refusedWith('imports.problems', 'IMPORT_NOT_FOUND', imports.problems(unknown))
      await refusedWith('imports.piece', 'IMPORT_NOT_FOUND', wang.imports.piece(piece(0)))
      await refusedWith('imports.piece', 'PIECE_OUT_OF_ORDER', imports.piece(piece(1)))
      await refusedWith('imports.piece', 'TOO_MANY_LINES', imports.piece(piece(0, 4)))
      await refusedWith('imports.finish', 'IMPORT_INCOMPLETE', imports.finish({ importId }))
      dataOf(await imports.piece(piece(0, 3)))
      dataOf(await imports.finish({ importId }))
      await refusedWith('imports.piece', 'IMPORT_ENDED', imports.piece(piece(1)))
    })

    it('refuse a proof that proves nothing, a second membership, and guessing', async () => {
      await importAll(wang, { branchId: grown.tractors, importId: 'provingnumbers001' }, [[lineOf({ card: 'TR0001' })]])
      const lin = house.employee('林')
      const right = { kind: 'card', number: 'TR0001' } as const
      const { code } = dataOf(await wang.branches.newCode({ branchId: grown.tractors, days: 7 }))
      await refusedWith('membership.proveByCode', 'NOT_PROVED', lin.membership.proveByCode({ code: '00000-00000' }))
      await refusedWith(
        'membership.proveByNumber',
        'NOT_PROVED',
        lin.membership.proveByNumber({ kind: 'card', number: 'TR0002' }),
      )
      await refusedWith('membership.leave', 'MEMBERS_ONLY', lin.membership.leave({}))
      dataOf(await lin.membership.proveByNumber(right))
      await refusedWith('membership.proveByNumber', 'ALREADY_MEMBER', lin.membership.proveByNumber(right))
      await refusedWith('membership.proveByCode', 'ALREADY_MEMBER', lin.membership.proveByCode({ code }))
      await house.useUp('prove', 'an address')
      await refusedWith('membership.proveByNumber', 'TOO_MANY_TRIES', lin.membership.proveByNumber(right))
      await refusedWith('membership.proveByCode', 'TOO_MANY_TRIES', lin.membership.proveByCode({ code }))
    })
  })
}
