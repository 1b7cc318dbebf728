import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataKeyId, dataKeysStore } from '../../cloudfunctions/_kit/data-keys'
import type { Database } from '../../cloudfunctions/_kit/database'
import { insightsJobs } from '../../cloudfunctions/insights/jobs'
import { branchCountsStore, branchTalliesStore } from '../../cloudfunctions/insights/store'
import type { Api } from '../../src/contract/client'
import { CITY } from '../../src/domain/branches/words'
import { currentVersion } from '../../src/domain/consents/texts'
import { keepMember, keepSession, keepTalk } from '../house/counselled'
import { cutOff } from '../house/cut-off'
import { dataOf } from '../house/data-of'
import type { House } from '../house/open-house'
import { people, START, type Town, town } from '../house/town'

const MONTH = '2026-03'
/** The last second of March in Shanghai, and the first of April. */
const LAST = '2026-03-31T15:59:59.000Z'
const FIRST = '2026-03-31T16:00:00.000Z'
/** The second of April begins. */
const DUE = '2026-04-01T16:00:00.000Z'
const MID = '2026-03-20T02:00:00.000Z'

const job = insightsJobs.find(({ name }) => name === 'count-branches')
if (!job) throw new Error('the clock counts no branches')

/** `steps` at most; without it as many as there are. */
const run = (house: House, database: Database = house.database, steps = Number.POSITIVE_INFINITY) => {
  let left = steps
  const { files, keys, clock } = house
  return job.run({ database, files, keys, now: clock.now(), timeLeft: () => left-- > 0 })
}

const idOf = ({ house }: Town, name: string) => house.keys.hash('person', name)
const member = (here: Town, name: string, branchId: string, since = START) =>
  keepMember(here.house, idOf(here, name), branchId, since)
const session = (here: Town, name: string, at = MID, state: Parameters<typeof keepSession>[3] = 'attended') =>
  keepSession(here.house, idOf(here, name), at, state)
const talk = (here: Town, name: string, at = MID, isAnswered = true) =>
  keepTalk(here.house, idOf(here, name), at, isAnswered)

/** Two districts: a works and its station with 14 booked and 12 conversed, people of the district alone, a hospital. */
async function counselledTown() {
  const here = await town()
  const { branches } = here
  const works = people('厂里', 20)
  const station = people('驿站', 8)
  const office = people('机关', 22)
  const hospital = people('医院', 14)
  for (const [branchId, names] of [
    [branches.tractors, works],
    [branches.station, station],
    [branches.heping, office],
    [branches.hospital, hospital],
  ] as const)
    await Promise.all(names.map((name) => member(here, name, branchId)))
  for (const name of [...works.slice(0, 10), ...station.slice(0, 4), ...office.slice(0, 11), ...hospital.slice(0, 12)])
    await session(here, name)
  for (const name of [...works.slice(8), ...office.slice(10), ...hospital.slice(12, 13)]) await talk(here, name)
  return { ...here, names: { works, station, office, hospital } }
}
type CounselledTown = Awaited<ReturnType<typeof counselledTown>>

let managers = 0
const manager = ({ house }: Town, branchId: string) =>
  house.staffIn(`manager${managers++}`, '王建国', [{ role: 'manager', branchId }])
const shown = async (api: Api, branchId: string) => {
  const { used, ways } = dataOf(await api.figures.branch({ branchId, month: MONTH }))
  return [used, ...ways.map(({ people: count }) => count)]
}
const usedBelow = async (api: Api, branchId: string) => {
  const { rows, own } = dataOf(await api.figures.branchesBelow({ branchId, month: MONTH }))
  return { own: own?.used, below: Object.fromEntries(rows.map(({ name, used }) => [name, used])) }
}

describe('the people of organisations in a month that is over', () => {
  let here: CounselledTown
  let wang: Api
  beforeAll(async () => {
    here = await counselledTown()
    const { house, names, branches } = here
    // Who is counted nowhere: no branch, no consent, too late, or nothing that was counselling.
    await session(here, '路过')
    for (const name of ['没同意', '后来才同意', '爽约']) await member(here, name, branches.hospital)
    const given = house.employee('后来才同意')
    dataOf(await given.consents.withdraw({ purpose: 'figures' }))
    dataOf(await house.employee('没同意').consents.withdraw({ purpose: 'figures' }))
    for (const name of ['没同意', '后来才同意']) await session(here, name)
    await session(here, '爽约', MID, 'cancelled-late')
    await session(here, '爽约', MID, 'cancelled')
    await session(here, '爽约', MID, 'expired')
    await session(here, '爽约', FIRST)
    await talk(here, '爽约', MID, false)
    // The fourteenth of the hospital came in the last second of the month.
    await session(here, names.hospital[13] ?? '', LAST, 'missed')
    house.clock.set(FIRST)
    dataOf(await given.consents.give({ purpose: 'figures', version: currentVersion('figures') }))
    await member(here, '四月才来', branches.hospital, FIRST)
    await session(here, '四月才来')
    house.clock.set('2026-04-01T15:50:00.000Z')
    wang = await manager(here, CITY)
  }, 60_000)
  afterAll(() => here.house.close())

  it('are not counted before the month is over for a day', async () => {
    await here.house.tick()
    expect(dataOf(await wang.figures.branch({ branchId: CITY, month: MONTH }))).toMatchObject({
      publishedAt: null,
      used: null,
    })
  })

  it('are published then, distinct people of every level, and only where there are ten', async () => {
    here.house.clock.set(DUE)
    await here.house.tick()
    const city = dataOf(await wang.figures.branch({ branchId: CITY, month: MONTH }))
    expect(city).toMatchObject({ publishedAt: DUE, used: 60, name: '市总工会' })
    expect(city.months.slice(0, 2)).toEqual([
      { month: MONTH, used: 60 },
      { month: '2026-02', used: null },
    ])
    expect(city.months).toHaveLength(12)
    // 20 in the works, of whom two did both; 4 in the station, withheld, and therefore the works too.
    expect(await shown(wang, CITY)).toEqual([60, 38, 22])
    expect(await usedBelow(wang, CITY)).toEqual({ own: null, below: { 和平区总工会: 46, 大东区总工会: 14 } })
    expect(await shown(wang, here.branches.heping)).toEqual([46, null, null])
    expect(await usedBelow(wang, here.branches.heping)).toEqual({ own: 22, below: { 拖拉机厂工会: 24 } })
    expect(await shown(wang, here.branches.tractors)).toEqual([24, null, null])
    expect(await usedBelow(wang, here.branches.tractors)).toEqual({ own: null, below: { 东门驿站: null } })
    expect(await shown(wang, here.branches.station)).toEqual([null, null, null])
    // One of the hospital only conversed: divided by way, the total would give it away.
    expect(await shown(wang, here.branches.hospital)).toEqual([14, null, null])
  })

  it('leave nothing behind but what passed the gate, and no key to what did not', async () => {
    const dump = await here.house.dump()
    expect(dump.branchTallies).toEqual([])
    const key = dataKeyId(branchTalliesStore, MONTH, here.house.keys)
    expect(await here.house.database.open(dataKeysStore).get(key)).toBeUndefined()
    const counts = JSON.stringify(dump.branchFigures).match(/"(total|count)":(\d+)/g) ?? []
    expect(counts.length).toBeGreaterThan(5)
    for (const count of counts) expect(Number(count.split(':')[1])).toBeGreaterThanOrEqual(10)
    for (const name of Object.values(here.names).flat())
      expect(JSON.stringify([dump.branchFigures, dump.branchCounts])).not.toContain(idOf(here, name))
  })

  it('are a manager’s only in the own organisations', async () => {
    const qian = await manager(here, here.branches.dadong)
    expect(await shown(qian, here.branches.dadong)).toEqual([14, null, null])
    for (const branchId of [CITY, here.branches.heping, here.branches.tractors])
      for (const asked of [
        qian.figures.branch({ branchId, month: MONTH }),
        qian.figures.branchesBelow({ branchId, month: MONTH }),
      ])
        expect(await asked).toMatchObject({ ok: false, code: 'BRANCH_NOT_FOUND' })
    const gao = await here.house.staff('gao', '高远', 'supervisor')
    expect(await gao.figures.branch({ branchId: CITY, month: MONTH })).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('stay as they were published, whoever withdraws, leaves, destroys or comes afterwards', async () => {
    const before = JSON.stringify((await here.house.dump()).branchFigures)
    const [first, second, third] = here.names.office.map((name) => here.house.employee(name))
    dataOf(await (first as Api).consents.withdraw({ purpose: 'figures' }))
    dataOf(await (second as Api).membership.leave({}))
    dataOf(await (third as Api).privacy.destroy({ number: 'numbermadebyphoneA', kinds: [], account: true }))
    await session(here, here.names.station[5] ?? '', MID)
    for (let day = 0; day < 3; day++) {
      here.house.clock.forward(24 * 60)
      await here.house.tick()
      await run(here.house)
    }
    expect(JSON.stringify((await here.house.dump()).branchFigures)).toBe(before)
  })
})

describe('a count', () => {
  let here: CounselledTown
  beforeAll(async () => {
    here = await counselledTown()
    here.house.clock.set(DUE)
    here.wang = await manager(here, CITY)
  }, 60_000)
  afterAll(() => here.house.close())

  const phase = async () => {
    const count = await here.house.database.open(branchCountsStore).get(MONTH)
    return count ? `${count.toDo} ${count.step}` : ''
  }

  it('that is cut off at every one of its calls, and half-way is somebody’s who then withdraws, leaves or destroys', async () => {
    const { house, names } = here
    let cuts = 0
    let before = await phase()
    let withdrew = false
    for (let calls = 0; ; calls++) {
      try {
        await run(house, cutOff(house.database, calls).database)
        if ((await phase()).startsWith('nothing')) break
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'cut off') throw error
        cuts++
      }
      const after = await phase()
      if (after !== before) calls = -1
      before = after
      if (after.startsWith('count') && !withdrew && (await house.dump()).branchTallies?.length === 4) {
        withdrew = true
        // All are counted by now. Four of the office go, and of the hospital five: eight are left there.
        const [one, two, three, four] = names.office.map((name) => house.employee(name))
        dataOf(await (one as Api).consents.withdraw({ purpose: 'figures' }))
        dataOf(await (two as Api).membership.leave({}))
        dataOf(await (three as Api).privacy.destroy({ number: 'numbermadebyphoneB', kinds: [], account: true }))
        dataOf(
          await (four as Api).privacy.destroy({ number: 'numbermadebyphoneC', kinds: ['bookings'], account: false }),
        )
        for (const name of names.hospital.slice(0, 5))
          dataOf(await house.employee(name).consents.withdraw({ purpose: 'figures' }))
        for (const row of (await house.dump()).branchTallies ?? []) expect(JSON.stringify(row)).toMatch(/"x1\./)
      }
    }
    expect(withdrew).toBe(true)
    expect(cuts).toBeGreaterThan(60)
    // Eight in the hospital: with the total, the district beside it would tell.
    expect(await shown(here.wang, CITY)).toEqual([50, 28, 22])
    expect(await usedBelow(here.wang, CITY)).toEqual({ own: null, below: { 和平区总工会: null, 大东区总工会: null } })
    expect((await house.dump()).branchFigures).toHaveLength(1)
  }, 120_000)

  it('that is done by two at once counts each once', async () => {
    const other = await counselledTown()
    other.house.clock.set(DUE)
    await Promise.allSettled([run(other.house), run(other.house)])
    await run(other.house)
    await run(other.house)
    const wang = await manager(other, CITY)
    expect(await shown(wang, CITY)).toEqual([59, 37, 22])
    expect((await other.house.dump()).branchTallies).toEqual([])
    await other.house.close()
  }, 60_000)

  it('that could not be ended for a month is ended before the next begins', async () => {
    const other = await counselledTown()
    other.house.clock.set(DUE)
    await run(other.house, other.house.database, 3)
    other.house.clock.set('2026-05-02T02:00:00.000Z')
    await run(other.house)
    const wang = await manager(other, CITY)
    expect(await shown(wang, CITY)).toEqual([59, 37, 22])
    expect(dataOf(await wang.figures.branch({ branchId: CITY, month: '2026-04' })).publishedAt).not.toBeNull()
    await other.house.close()
  }, 60_000)

  it('that a backup brought back after its key was destroyed is not published again', async () => {
    const other = await counselledTown()
    const { database, keys } = other.house
    other.house.clock.set(DUE)
    await run(other.house, database, 3)
    await database.open(dataKeysStore).remove(dataKeyId(branchTalliesStore, MONTH, keys))
    await run(other.house)
    const wang = await manager(other, CITY)
    expect(dataOf(await wang.figures.branch({ branchId: CITY, month: MONTH }))).toMatchObject({
      publishedAt: null,
      used: null,
    })
    expect(await database.open(branchCountsStore).get(MONTH)).toMatchObject({ toDo: 'nothing' })
    await other.house.close()
  }, 60_000)
})
