import { afterAll, beforeAll, describe, it } from 'vitest'
import { answeredStore, hotlinesStore } from '../../../cloudfunctions/counselling/store'
import type { Api } from '../../../src/contract/client'
import { CITY } from '../../../src/domain/branches/words'
import { done } from '../../../src/domain/result'
import { daysLater } from '../../../src/domain/time'
import { dataOf } from '../../house/data-of'
import { aLine, anInstitution, answeredCall, billedPiece, newBillId, newId } from '../../house/hotlines'
import { type House, openHouse } from '../../house/open-house'
import { refusedWith } from './produced'

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function hotlineRefusals(): void {
  let house: House
  let wang: Api
  let near: Api
  let lin: Api
  const institution = { institutionId: newId(), branchId: CITY, revision: 0, ...anInstitution }
  const line = { lineId: newId(), institutionId: institution.institutionId, revision: 0, ...aLine }
  const { institutionId } = institution
  const { lineId } = line
  const NOWHERE = 'nothinghere00000000'

  beforeAll(async () => {
    house = await openHouse()
    wang = await house.staff('wang', '王建国', 'manager')
    near = await house.staffIn('near', '近处的管理员', [{ role: 'manager', branchId: 'city.aaaaaa' }])
    lin = await house.staff('lin', '林月华', 'counsellor')
    dataOf(await wang.hotlines.saveInstitution(institution))
    dataOf(await wang.hotlines.saveLine(line))
  })
  afterAll(() => house.close())

  describe('the list of lines refuses', () => {
    it('what is not there, or lies beyond the caller’s branch', async () => {
      const gone = 'HOTLINE_NOT_FOUND'
      await refusedWith(
        'hotlines.saveInstitution',
        gone,
        wang.hotlines.saveInstitution({ ...institution, institutionId: newId(), revision: 3 }),
      )
      for (const [api, ids] of [
        [wang, { institutionId: NOWHERE, lineId: NOWHERE }],
        [near, { institutionId, lineId }],
      ] as const) {
        await refusedWith(
          'hotlines.removeInstitution',
          gone,
          api.hotlines.removeInstitution({ institutionId: ids.institutionId }),
        )
        await refusedWith('hotlines.removeLine', gone, api.hotlines.removeLine({ lineId: ids.lineId }))
        await refusedWith('hotlines.move', gone, api.hotlines.move({ id: ids.lineId, up: true }))
        await refusedWith(
          'hotlines.saveLine',
          gone,
          api.hotlines.saveLine({ ...line, institutionId: ids.institutionId, revision: 1 }),
        )
        await refusedWith(
          'hotlines.beginBill',
          gone,
          api.hotlines.beginBill({ billId: newBillId(), lineId: ids.lineId, fileName: 'a.csv', calls: 1 }),
        )
      }
      await refusedWith('hotlines.log', gone, lin.hotlines.log({ entryId: newId(), lineId: NOWHERE, ...answeredCall }))
    })
    it('what a colleague has changed meanwhile', async () => {
      await refusedWith(
        'hotlines.saveInstitution',
        'HOTLINE_CHANGED',
        wang.hotlines.saveInstitution({ ...institution, name: '另一个' }),
      )
      await refusedWith('hotlines.saveLine', 'HOTLINE_CHANGED', wang.hotlines.saveLine({ ...line, name: '另一条' }))
    })
    it('hours that overlap, numbers that stand on top, numbers nobody has tried, an institution with lines', async () => {
      const spans = [
        { from: 0, until: 60 },
        { from: 30, until: 90 },
      ]
      const hours = { ...aLine.hours, always: false, onHolidays: 'other' as const, holidaySpans: spans }
      await refusedWith('hotlines.saveLine', 'HOURS_OVERLAP', wang.hotlines.saveLine({ ...line, revision: 1, hours }))
      await refusedWith(
        'hotlines.saveLine',
        'NUMBER_ON_TOP',
        wang.hotlines.saveLine({ ...line, revision: 1, numbers: ['12356'] }),
      )
      await refusedWith(
        'hotlines.saveLine',
        'NUMBER_NOT_CONFIRMED',
        wang.hotlines.saveLine({ ...line, revision: 1, numbers: ['024-22334455'] }),
      )
      await refusedWith(
        'hotlines.removeInstitution',
        'INSTITUTION_HAS_LINES',
        wang.hotlines.removeInstitution({ institutionId }),
      )
    })
    it('more than it can hold', async () => {
      const directory = await house.database.open(hotlinesStore).get('directory')
      const [one, only] = [directory?.institutions[0], directory?.lines[0]]
      if (!directory || !one || !only) throw new Error('no list')
      const full = {
        ...directory,
        institutions: Array.from({ length: 40 }, (_, at) => ({ ...one, id: at === 0 ? one.id : newId() })),
        lines: Array.from({ length: 60 }, (_, at) => ({ ...only, id: at === 0 ? only.id : newId() })),
      }
      const write = (next: typeof directory) =>
        house.database.open(hotlinesStore).change('directory', () => done({ write: next, reply: 0 }))
      await write(full)
      await refusedWith(
        'hotlines.saveInstitution',
        'HOTLINES_FULL',
        wang.hotlines.saveInstitution({ ...institution, institutionId: newId() }),
      )
      await refusedWith('hotlines.saveLine', 'HOTLINES_FULL', wang.hotlines.saveLine({ ...line, lineId: newId() }))
      await write(directory)
    })
  })

  describe('the operators’ log refuses', () => {
    it('another call under the same id, one of the future, one not there, a line not there, and what is a day old', async () => {
      const entry = { entryId: newId(), lineId, ...answeredCall }
      const future = { startedAt: '2026-03-11T01:30:00.000Z' }
      await refusedWith('hotlines.log', 'TIME_NOT_FIT', lin.hotlines.log({ ...entry, ...future }))
      dataOf(await lin.hotlines.log(entry))
      await refusedWith('hotlines.log', 'ENTRY_EXISTS', lin.hotlines.log({ ...entry, minutes: 99 }))
      const again = { ...entry, void: false }
      const other = await house.staff('he', '何静', 'supervisor')
      await refusedWith('hotlines.correct', 'ENTRY_NOT_FOUND', other.hotlines.correct(again))
      await refusedWith('hotlines.correct', 'HOTLINE_NOT_FOUND', lin.hotlines.correct({ ...again, lineId: NOWHERE }))
      await refusedWith('hotlines.correct', 'TIME_NOT_FIT', lin.hotlines.correct({ ...again, ...future }))
      const aDayAgo = daysLater(house.clock.now(), -1).toISOString()
      await house.database
        .open(answeredStore)
        .change(entry.entryId, (known) => done({ write: known ? { ...known, loggedAt: aDayAgo } : null, reply: 0 }))
      await refusedWith('hotlines.correct', 'TOO_LATE_TO_CORRECT', lin.hotlines.correct(again))
    })
  })

  describe('a bill is refused', () => {
    it('where it is not there, differs, is out of order, too long, or of another month', async () => {
      const billId = newBillId()
      const begin = { billId, lineId, fileName: '话单.csv', calls: 1 }
      dataOf(await wang.hotlines.beginBill(begin))
      const piece = { billId, ...billedPiece }
      await refusedWith('hotlines.beginBill', 'IMPORT_DIFFERS', wang.hotlines.beginBill({ ...begin, calls: 2 }))
      await refusedWith('hotlines.billPiece', 'BILL_NOT_FOUND', wang.hotlines.billPiece({ ...piece, billId: 'nobill' }))
      await refusedWith('hotlines.billPiece', 'PIECE_OUT_OF_ORDER', wang.hotlines.billPiece({ ...piece, number: 1 }))
      await refusedWith('hotlines.billPiece', 'TIME_NOT_FIT', wang.hotlines.billPiece({ ...piece, month: '2026-02' }))
      const calls = [...billedPiece.calls, ...billedPiece.calls]
      await refusedWith('hotlines.billPiece', 'TOO_MANY_LINES', wang.hotlines.billPiece({ ...piece, calls }))
    })
  })
}
