import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../../src/contract/client'
import { hourOf } from '../../src/domain/time'
import { type CloudHouse, NOTHING_ODD, openCloudHouse } from '../house/cloud-house'
import { dataOf } from '../house/data-of'
import { draftOf, publish } from '../house/pieces'

type Answer = { ok: true; data: unknown } | { ok: false; code: string }

const WRITES = ['database.insertDocument', 'database.modifyDocument', 'database.commitTransaction']

/** As a client does that hears a fault: the same request again, until there is an answer. */
async function untilAnswered<T extends Answer>(ask: () => Promise<T>): Promise<T> {
  for (let tried = 0; tried < 30; tried++) {
    const reply = await ask()
    if (reply.ok || !['INTERNAL', 'BUSY'].includes(reply.code)) return reply
  }
  throw new Error('never answered')
}

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))

/** As if the time of every lease had gone by. */
const letLeasesEnd = (house: CloudHouse) =>
  house.standIn.load(
    'leases',
    house.standIn.dump('leases').map((lease) => ({ ...lease, until: '2026-01-01T00:00:00.000Z', endedAt: '' })),
  )

const hour = hourOf(new Date())
const month = hour.slice(0, 7)
const batch = (pieceId: string, number: number) => ({
  batchId: `batch-number-${String(number).padStart(6, '0')}`,
  tallies: [{ pieceId, hour, reads: 1 + (number % 3), seconds: number }],
})
const sumOf = (count: number) => ({
  reads: times(count, (number) => 1 + (number % 3)).reduce((sum, reads) => sum + reads, 0),
  seconds: (count * (count - 1)) / 2,
})

describe('where the database is not at its best', () => {
  let house: CloudHouse
  let chen: Api
  let zhou: Api
  const lin = () => house.employee('o-lin')
  const pieceIds = times(12, (number) => `piecenumber${String(number).padStart(4, '0')}`)
  const firstPiece = pieceIds[0] ?? ''

  beforeAll(async () => {
    house = await openCloudHouse({ instancesPerFunction: 4 })
    chen = (await house.signedIn('chenjing', '陈静', 'editor')).api
    zhou = (await house.signedIn('zhoumin', '周敏', 'reviewer')).api
    for (const pieceId of pieceIds) await publish(chen, zhou, pieceId, `标题 ${pieceId}`)
  })
  afterEach(() => {
    house.standIn.chaos.calm()
    house.standIn.calls.clear()
  })
  afterAll(async () => {
    expect(house.oddities()).toEqual(NOTHING_ODD)
    await house.close()
  })

  const stored = (collection: string, id: string) => house.standIn.dump(collection).filter(({ _id }) => _id === id)

  const waiting = async (pieceId: string) => {
    const { revision } = dataOf(await chen.desk.create({ pieceId, kind: 'article', title: '新的一篇' }))
    const saved = dataOf(await chen.desk.save({ pieceId, revision, draft: draftOf('新的一篇') }))
    return dataOf(await chen.desk.submit({ pieceId, revision: saved.revision })).revision
  }

  it('a favourite whose answer is lost is there once when it is asked for again', async () => {
    house.standIn.chaos.set({ seed: 3, lostResponse: 0.4, lostResponseActions: WRITES })
    for (const pieceId of pieceIds)
      expect(await untilAnswered(() => lin().favourites.add({ pieceId }))).toEqual({ ok: true, data: {} })
    expect(house.standIn.calls.list.some(({ outcome }) => outcome === 'ok, answer lost')).toBe(true)
    expect(house.standIn.dump('favourites')).toHaveLength(pieceIds.length)
  })

  it('100 times the same favourite at once is one favourite', async () => {
    const mo = house.employee('o-mo')
    const answers = await Promise.all(times(100, () => mo.favourites.add({ pieceId: firstPiece })))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(dataOf(await mo.favourites.list({})).cards).toHaveLength(1)
    expect(house.standIn.dump('favourites')).toHaveLength(pieceIds.length + 1)
  })

  it.each(['drop', '500'] as const)('an approval whose last answer is lost (%s) has happened once', async (kind) => {
    const pieceId = `lostapproval${kind}`
    const revision = await waiting(pieceId)
    house.standIn.chaos.loseNext('database.commitTransaction', kind)
    expect(await zhou.desk.approve({ pieceId, revision })).toMatchObject({ ok: false, code: 'INTERNAL' })
    expect(await zhou.desk.approve({ pieceId, revision })).toMatchObject({ ok: false, code: 'CHANGED_ELSEWHERE' })
    expect(dataOf(await zhou.desk.open({ pieceId }))).toMatchObject({ stage: 'published', liveVersion: 1 })
    expect([stored('editions', pieceId), stored('cards', pieceId)]).toMatchObject([
      [{ version: 1 }],
      [{ _id: pieceId }],
    ])
  })

  it('an approval that is cut off before its last word has not happened at all', async () => {
    const pieceId = 'cutoffapproval'
    const revision = await waiting(pieceId)
    for (const action of ['database.startTransaction', 'database.getDocument', 'database.commitTransaction']) {
      house.standIn.chaos.failNext(action)
      expect((await zhou.desk.approve({ pieceId, revision })).ok).toBe(false)
      expect([...stored('editions', pieceId), ...stored('cards', pieceId)]).toEqual([])
    }
    expect(dataOf(await zhou.desk.approve({ pieceId, revision }))).toMatchObject({ liveVersion: 1 })
    expect(house.standIn.openTransactions()).toEqual([])
  })

  it('an approval goes through conflicts, and whatever is lost besides, once', async () => {
    for (let number = 0; number < 8; number++) {
      const pieceId = `conflicting${String(number).padStart(4, '0')}`
      const revision = await waiting(pieceId)
      house.standIn.chaos.set({
        seed: number,
        conflictAtOperation: 0.3,
        conflictAtCommit: 0.3,
        lostResponse: 0.1,
        lostResponseActions: WRITES,
      })
      const answer = await untilAnswered(() => zhou.desk.approve({ pieceId, revision }))
      expect(answer.ok || answer.code).toBe(answer.ok || 'CHANGED_ELSEWHERE')
      house.standIn.chaos.calm()
      expect(stored('editions', pieceId)).toMatchObject([{ version: 1 }])
      expect(dataOf(await zhou.desk.open({ pieceId }))).toMatchObject({ stage: 'published', liveVersion: 1 })
    }
  })

  it('conflicts without end are told as BUSY after 40 tries, and nothing is half written', async () => {
    const pieceId = 'endlessconflict'
    const revision = await waiting(pieceId)
    house.standIn.calls.clear()
    house.standIn.chaos.set({ conflictAtCommit: 1 })
    expect(await zhou.desk.approve({ pieceId, revision })).toMatchObject({ ok: false, code: 'BUSY' })
    expect(house.standIn.calls.count('database.startTransaction')).toBe(40)
    house.standIn.chaos.calm()
    expect(stored('editions', pieceId)).toEqual([])
    expect(dataOf(await zhou.desk.open({ pieceId })).stage).toBe('in-review')
  })

  it('50 approvals at once make one version, and the others hear that it has changed', async () => {
    const pieceId = 'fiftyapprovals'
    const revision = await waiting(pieceId)
    const reviewers = await Promise.all(
      times(5, (number) => house.signedIn(`reviewer${number}`, `审核${number}`, 'reviewer')),
    )
    house.standIn.chaos.set({ latencyMs: [0, 8] })
    const answers: Answer[] = await Promise.all(
      times(50, (number) => (reviewers[number % 5]?.api ?? zhou).desk.approve({ pieceId, revision })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(answers.map((answer) => answer.ok || answer.code))).toEqual(new Set([true, 'CHANGED_ELSEWHERE']))
    expect(stored('editions', pieceId)).toMatchObject([{ version: 1 }])
  })

  it('approvals of different pieces at once all go through, though each turns the same shelf', async () => {
    const others = times(12, (number) => `differentone${String(number).padStart(2, '0')}`)
    const revisions = await Promise.all(others.map(waiting))
    house.standIn.chaos.set({ latencyMs: [0, 8] })
    const answers = await Promise.all(
      others.map((pieceId, at) => zhou.desk.approve({ pieceId, revision: revisions[at] ?? 0 })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(12)
    house.standIn.chaos.calm()
    const shown = dataOf(await lin().pieces.list({ topic: 'sleep' })).cards.map(({ id }) => id)
    expect(shown).toEqual(expect.arrayContaining(others))
  })

  it('counts that are sent again and rolled up among losses add up exactly', async () => {
    house.standIn.chaos.set({ seed: 5, lostResponse: 0.3, lostResponseActions: WRITES })
    for (let number = 0; number < 30; number++)
      dataOf(await untilAnswered(() => lin().tallies.record(batch(firstPiece, number))))
    expect(house.standIn.dump('tallyBatches')).toHaveLength(30)
    house.standIn.chaos.set({ seed: 6, lostResponse: 0.05 })
    for (let minute = 0; minute < 15; minute++) {
      await house.cloud.timer('clock')
      await letLeasesEnd(house)
    }
    house.standIn.chaos.calm()
    await house.cloud.timer('clock')
    expect(dataOf(await chen.figures.month({ month })).totals).toMatchObject(sumOf(30))
  })
})

describe('a clock that is ended in the middle of its work', () => {
  it('goes on with it the next minute and counts nothing twice', async () => {
    const house = await openCloudHouse()
    const pieceId = 'piecenumber0001'
    const chen = (await house.signedIn('chenjing', '陈静', 'editor')).api
    const zhou = (await house.signedIn('zhoumin', '周敏', 'reviewer')).api
    await publish(chen, zhou, pieceId, '倒班以后怎么睡')
    const lin = house.employee('o-lin')
    for (let number = 0; number < 60; number++) dataOf(await lin.tallies.record(batch(pieceId, number)))

    // One run takes well over a hundred calls: with 50 ms for each, none comes to its end in 5 s.
    const hurried = house.again({ timeLimitMs: 5_000 })
    house.standIn.chaos.set({ seed: 2, latencyMs: [25, 75] })
    for (let minute = 0; minute < 4; minute++) {
      await expect(hurried.timer('clock')).rejects.toMatchObject({ errCode: -504003 })
      await letLeasesEnd(house)
    }
    await hurried.close()
    expect(house.standIn.dump('rollUps')).toMatchObject([{ _id: 'step', step: 1, open: true }])
    house.standIn.chaos.calm()
    for (let minute = 0; minute < 3; minute++) {
      await house.cloud.timer('clock')
      await letLeasesEnd(house)
    }
    expect(dataOf(await chen.figures.month({ month })).totals).toMatchObject(sumOf(60))
    expect(dataOf(await chen.figures.piece({ pieceId, month })).totals).toMatchObject(sumOf(60))
    expect(house.standIn.dump('tallyBatches').every(({ rolledIn }) => Number(rolledIn) > 0)).toBe(true)
    expect(house.oddities()).toEqual(NOTHING_ODD)
    await house.close()
  })
})
