import { afterAll, beforeAll, expect, it } from 'vitest'
import { hotlinesStore } from '../../cloudfunctions/counselling/store'
import type { Api } from '../../src/contract/client'
import { CITY } from '../../src/domain/branches/words'
import { dataOf } from '../house/data-of'
import { aLine, anInstitution, answeredCall, billedPiece, newBillId, newId } from '../house/hotlines'
import { type House, openHouse } from '../house/open-house'

let house: House
let wang: Api
let lin: Api
let liu: Api
const visitor = () => house.bearing()
const institution = { institutionId: newId(), branchId: CITY, revision: 0, ...anInstitution }
const line = { lineId: newId(), institutionId: institution.institutionId, revision: 0, ...aLine }
const { lineId } = line

beforeAll(async () => {
  house = await openHouse()
  wang = await house.staff('wang', '王建国', 'manager')
  lin = await house.staff('lin', '林月华', 'counsellor')
  liu = await house.staff('liu', '刘素琴', 'supervisor')
})
afterAll(() => house.close())

const rowOf = async (id = lineId) =>
  dataOf(await liu.figures.hotlines({ month: '2026-03' })).rows.find((row) => row.lineId === id)

it('a manager writes in a line, and everybody can see it without signing in, until it is hidden', async () => {
  for (let time = 0; time < 2; time++) {
    dataOf(await wang.hotlines.saveInstitution(institution))
    dataOf(await wang.hotlines.saveLine(line))
  }
  const listed = dataOf(await visitor().hotlines.list({}))
  expect(listed.institutions.map(({ name }) => name)).toEqual(['职工服务中心'])
  expect(listed.lines).toMatchObject([{ name: '倾诉热线', sample: true, dialId: 1 }])
  expect(listed.calendar.days).toMatchObject({ '2026-04-06': 'holiday' })
  expect(JSON.stringify(listed)).not.toMatch(/revision|hidden|branchId/)

  dataOf(await wang.hotlines.saveLine({ ...line, revision: 1, hidden: true }))
  expect(dataOf(await visitor().hotlines.list({}))).toMatchObject({ institutions: [], lines: [] })
  const real = { revision: 2, numbers: ['024-22334455'], confirmed: true }
  expect(dataOf(await wang.hotlines.saveLine({ ...line, ...real }))).toMatchObject({ sample: false, dialId: 1 })
  const acts = (await house.dump()).acts as { what: string; about: string }[]
  expect(acts.filter(({ what }) => what === 'hotline-saved')).toHaveLength(4)
})

it('the three counts of a line come from three places and stay apart', async () => {
  const use = { use: 'hotlines.dialled.1' as const, hour: '2026-03-10T09', times: 3 }
  dataOf(await house.employee('o-lin').uses.record({ batchId: 'abcdefghijklmnop', uses: [use] }))
  await house.tick()
  expect(await rowOf()).toMatchObject({ dialTaps: 3, answered: null, billed: null })

  const entryId = newId()
  for (let time = 0; time < 2; time++) dataOf(await lin.hotlines.log({ entryId, lineId, ...answeredCall }))
  dataOf(await liu.hotlines.log({ entryId: newId(), lineId: 'union', ...answeredCall }))
  expect(await rowOf()).toMatchObject({ dialTaps: 3, answered: { calls: 1, minutes: 12 }, billed: null })

  const billId = newBillId()
  const begun = { billId, lineId, fileName: '三月.csv', calls: 2 }
  for (let time = 0; time < 2; time++) {
    dataOf(await wang.hotlines.beginBill(begun))
    dataOf(await wang.hotlines.billPiece({ billId, ...billedPiece }))
  }
  const last = { billId, number: 1, month: '2026-02', calls: [{ hour: '2026-02-28T23', seconds: 60 }] }
  expect(dataOf(await wang.hotlines.billPiece(last))).toMatchObject({
    counted: 2,
    endedAt: house.clock.now().toISOString(),
  })
  expect(await rowOf()).toEqual({
    ...{ lineId, name: '倾诉热线', institutionName: '职工服务中心' },
    ...{ dialTaps: 3, answered: { calls: 1, minutes: 12 }, billed: { calls: 1, seconds: 300, busiestHour: 21 } },
  })
  expect(await rowOf('union')).toMatchObject({ dialTaps: 0, answered: { calls: 1 }, billed: null })
})

it('an operator corrects an entry, even into another month, and sees only the own', async () => {
  const [entry] = dataOf(await lin.hotlines.logged({})).rows
  if (!entry) throw new Error('nothing was logged')
  const { topic, outcome } = entry
  const said = { lineId, minutes: 30, topic, outcome, startedAt: '2026-02-28T01:00:00.000Z' }
  dataOf(await lin.hotlines.correct({ entryId: entry.id, ...said, void: false }))
  expect((await rowOf())?.answered).toBeNull()
  const february = dataOf(await liu.figures.hotlines({ month: '2026-02' }))
  expect(february.rows.find((row) => row.lineId === lineId)?.answered).toEqual({ calls: 1, minutes: 30 })
  dataOf(await lin.hotlines.correct({ entryId: entry.id, ...said, void: true }))
  const after = dataOf(await liu.figures.hotlines({ month: '2026-02' }))
  expect(after.rows.find((row) => row.lineId === lineId)?.answered).toBeNull()
  expect(after.topics).toEqual([])
  expect(dataOf(await lin.hotlines.logged({})).rows).toMatchObject([{ id: entry.id, void: true }])
  expect(dataOf(await liu.hotlines.logged({})).rows).toHaveLength(1)
})

it('whoever called is nowhere: a bill with a caller’s number is refused, and none is stored', async () => {
  const billId = newBillId()
  dataOf(await wang.hotlines.beginBill({ billId, lineId, fileName: '四月.csv', calls: 1 }))
  const [call] = billedPiece.calls
  for (const with_ of [
    { ...call, caller: '13812345678' },
    { ...call, seconds: '13812345678' },
    { hour: '13812345678', seconds: 1 },
  ])
    expect(await wang.hotlines.billPiece({ billId, ...billedPiece, calls: [with_ as never] })).toMatchObject({
      code: 'INVALID_INPUT',
    })
  const entry = { entryId: newId(), lineId, ...answeredCall, name: '张三' }
  expect(await lin.hotlines.log(entry as never)).toMatchObject({ code: 'INVALID_INPUT' })
  expect(JSON.stringify(await house.dump())).not.toMatch(/13812345678|张三/)
})

it('a line that was removed is named in the figures of the months in which it counted', async () => {
  dataOf(await wang.hotlines.removeLine({ lineId }))
  dataOf(await wang.hotlines.removeInstitution({ institutionId: institution.institutionId }))
  expect(await rowOf()).toMatchObject({ name: '倾诉热线', dialTaps: 3, billed: { calls: 1 } })
  expect((await house.database.open(hotlinesStore).get('directory'))?.lines).toEqual([])
})
