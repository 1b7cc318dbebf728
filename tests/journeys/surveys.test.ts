import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataKeyId, dataKeysStore } from '../../cloudfunctions/_kit/data-keys'
import { isDestroyed } from '../../cloudfunctions/_kit/destroyed-keys'
import { surveyAnswersStore, surveyCountsStore, surveysStore } from '../../cloudfunctions/assessments/store'
import type { Api } from '../../src/contract/client'
import { currentVersion } from '../../src/domain/consents/texts'
import { daysLater } from '../../src/domain/time'
import type { Grown } from '../house/branches'
import { cutOff } from '../house/cut-off'
import { dataOf } from '../house/data-of'
import { allAnswered } from '../house/taking'
import {
  anew,
  answer,
  ask,
  end,
  good,
  hard,
  join,
  low,
  nth,
  people,
  run,
  START,
  surveyId,
  type Town,
  town,
} from '../house/town'

describe('a survey of a works, of which twenty-four have joined and twenty-two answer', () => {
  let here: Town
  let grown: Grown
  let id: string
  let workers: Api[]
  beforeAll(async () => {
    here = await town()
    grown = here.branches
    const inWorks = await join(here, grown.tractors, people('厂里', 12))
    const inStation = await join(here, grown.station, people('驿站', 12))
    workers = [...inWorks, ...inStation]
    id = await ask(here, grown.heping)
  }, 60_000)
  afterAll(() => here.house.close())

  it('invites those below the branch and nobody else', async () => {
    expect(dataOf(await nth(workers, 0).surveys.invited({})).rows).toEqual([
      {
        id,
        branchName: '和平区总工会',
        instrumentId: 'who5',
        version: 1,
        until: '2026-03-17T02:00:00.000Z',
        answered: false,
      },
    ])
    const nurse = nth(await join(here, grown.hospital, ['护士']), 0)
    expect(dataOf(await nurse.surveys.invited({})).rows).toEqual([])
    expect(await answer(nurse, id, good)).toMatchObject({ code: 'SURVEY_NOT_FOUND' })
    expect(await here.house.employee('路过').surveys.invited({})).toMatchObject({ code: 'MEMBERS_ONLY' })
  })

  it('takes each once: sent again it is the same, answered otherwise it is told so, taken back it is gone', async () => {
    const lin = nth(workers, 0)
    expect(dataOf(await answer(lin, id, { 1: 1 }))).toEqual({ complete: false, missing: [2, 3, 4, 5] })
    const told = dataOf(await answer(lin, id, good))
    expect(told).toMatchObject({ complete: true, scores: [{ key: 'total', score: 80 }] })
    expect(dataOf(await answer(lin, id, good))).toEqual(told)
    expect(await answer(lin, id, hard)).toMatchObject({ code: 'ALREADY_ANSWERED' })
    expect(dataOf(await lin.surveys.invited({})).rows).toMatchObject([{ answered: true }])
    dataOf(await lin.surveys.takeBack({ surveyId: id }))
    dataOf(await lin.surveys.takeBack({ surveyId: id }))
    expect(dataOf(await lin.surveys.invited({})).rows).toMatchObject([{ answered: false }])
    expect((await here.house.dump()).surveyAnswers).toEqual([])
  })

  it('asks for consent first', async () => {
    const zhou = nth(workers, 1)
    dataOf(await zhou.consents.withdraw({ purpose: 'figures' }))
    expect(await answer(zhou, id, good)).toMatchObject({ code: 'CONSENT_NEEDED', purpose: 'figures' })
    dataOf(await zhou.consents.give({ purpose: 'figures', version: currentVersion('figures') }))
  })

  it('holds nothing in the clear that says how anybody answered', async () => {
    for (const [at, api] of workers.slice(0, 22).entries()) dataOf(await answer(api, id, at < 11 ? good : low))
    const { surveyAnswers = [] } = await here.house.dump()
    expect(surveyAnswers).toHaveLength(22)
    for (const row of surveyAnswers) {
      const { contribution, ...clear } = row as { contribution: string }
      expect(contribution).toMatch(/^x1\./)
      expect(Object.keys(clear).sort()).toEqual(
        ['answeredAt', 'destroyingSince', 'id', 'personId', 'surveyId', 'until', 'v'].sort(),
      )
    }
  })

  it('tells no manager anything before it is published, however they ask', async () => {
    expect(await here.wang.surveys.figures({ surveyId: id })).toMatchObject({ code: 'NOT_YET_PUBLISHED' })
    const told = dataOf(await here.wang.surveys.list({ branchId: grown.heping })).rows.map((row) => Object.keys(row))
    expect(told.join()).toBe('id,branchId,branchName,instrumentId,version,from,until,state')
    expect(await here.wang.surveys.submit({ surveyId: id, answers: good, adult: true })).toMatchObject({ ok: false })
    expect(await here.wang.surveys.invited({})).toMatchObject({ code: 'NOT_ALLOWED' })
  })

  it('is counted when it ends: figures for its manager, no answer and no key left, a line for each who was counted', async () => {
    const answers = (await here.house.dump()).surveyAnswers as { personId: string }[]
    const keyIds = answers.map(({ personId }) => dataKeyId(surveyAnswersStore, personId, here.house.keys))
    const keys = await here.house.database.open(dataKeysStore).getMany(keyIds)
    expect(keys).toHaveLength(22)
    await end(here)
    const figures = dataOf(await here.wang.surveys.figures({ surveyId: id }))
    // Two of twenty-four kept silent: shown beside the answers, how many were invited would tell of the two.
    expect(figures).toMatchObject({ invited: null, answered: 22, survey: { state: 'published' } })
    expect(figures.byBranch).toEqual({
      total: 22,
      cells: [
        { key: grown.heping, title: '和平区总工会（本级）', count: null },
        { key: grown.tractors, title: '拖拉机厂工会', count: 22 },
      ],
    })
    const [total] = figures.scales
    expect(total?.bands.total).toBe(22)
    expect(total?.bands.cells.map(({ count }) => count)).toEqual([null, 11, 11])

    const dump = await here.house.dump()
    expect(dump.surveyAnswers).toEqual([])
    expect(dump.surveyCounts).toEqual([])
    expect(await here.house.database.open(dataKeysStore).getMany(keyIds)).toEqual([])
    for (const { keyId } of keys) expect(await isDestroyed(keyId, here.house.files)).toBe(true)
    const countKey = dataKeyId(surveyCountsStore, id, here.house.keys)
    expect(await here.house.database.open(dataKeysStore).get(countKey)).toBeUndefined()

    const lin = nth(workers, 0)
    const { rows } = dataOf(await lin.privacy.readings({}))
    expect(rows).toMatchObject([{ role: 'job', reason: 'counted-together' }])
    expect(dataOf(await nth(workers, 23).privacy.readings({})).rows).toEqual([])
    expect(await answer(nth(workers, 23), id, good)).toMatchObject({ code: 'SURVEY_OVER' })
  })

  it('is nobody else’s: a manager of another district sees that there is none', async () => {
    const qian = await here.house.staffIn('qian', '钱大东', [{ role: 'manager', branchId: grown.dadong }])
    expect(await qian.surveys.figures({ surveyId: id })).toMatchObject({ code: 'SURVEY_NOT_FOUND' })
    expect(await qian.surveys.cancel({ surveyId: id })).toMatchObject({ code: 'SURVEY_NOT_FOUND' })
    expect(await qian.surveys.list({ branchId: grown.heping })).toMatchObject({ code: 'BRANCH_NOT_FOUND' })
  })

  it('keeps the same instrument away from it, above and below, for half a year', async () => {
    const from = here.house.clock.now().toISOString()
    const until = daysLater(here.house.clock.now(), 7).toISOString()
    for (const branchId of ['city', grown.heping, grown.tractors])
      expect(
        await here.wang.surveys.create({ surveyId: surveyId(), branchId, instrumentId: 'who5', from, until }),
      ).toMatchObject({ code: 'SURVEYED_LATELY' })
    dataOf(
      await here.wang.surveys.create({
        surveyId: surveyId(),
        branchId: grown.tractors,
        instrumentId: 'k6',
        from,
        until,
      }),
    )
  })
})

describe('who is not counted', () => {
  let here: Town
  let inWorks: Api[]
  let inHospital: Api[]
  beforeAll(async () => {
    here = await town()
    inWorks = await join(here, here.branches.tractors, people('厂里', 12))
    inHospital = await join(here, here.branches.hospital, people('医院', 12))
  }, 60_000)
  afterAll(() => here.house.close())
  const counts = (division: { cells: { count: number | null }[] } | undefined) =>
    division?.cells.map(({ count }) => count)

  let auditors = 0
  /** Everything of an auditor's that grows with each answer that is counted. */
  const seenByAuditor = async () => {
    const auditor = await here.house.staff(`auditor-${auditors++}`, '郑审', 'auditor')
    const { rows, next } = dataOf(await auditor.audit.readings({}))
    expect(next).toBeNull()
    const seen = { readings: rows, ledgers: 0, entries: 0 }
    for (let from: string | null | undefined; from !== null; ) {
      const page = dataOf(await auditor.audit.verify(from ? { after: from } : {}))
      seen.ledgers += page.ledgers
      seen.entries += page.entries
      from = page.next
    }
    return seen
  }

  it('nine: their answers say nothing at all, to an auditor neither', async () => {
    const id = await ask(here, here.branches.tractors)
    for (const api of inWorks.slice(0, 9)) dataOf(await answer(api, id, good))
    const before = await seenByAuditor()
    await end(here)
    const after = await seenByAuditor()
    expect(after.readings).toMatchObject([{ reason: 'counted-together', byName: '定时任务' }])
    expect([after.ledgers, after.entries]).toEqual([before.ledgers, before.entries])
    const figures = dataOf(await here.wang.surveys.figures({ surveyId: id }))
    expect(figures).toMatchObject({ invited: 12, answered: null, byBranch: { total: null } })
    expect(counts(figures.byBranch)).toEqual([null, null])
    expect(figures.scales[0]?.bands.total).toBeNull()
    expect(counts(figures.scales[0]?.bands)).toEqual([null, null, null])
  }, 60_000)

  it('whoever is with a survey that was called off: what was answered is destroyed uncounted', async () => {
    await anew(here)
    const id = await ask(here, here.branches.tractors, 'cbi')
    dataOf(await answer(nth(inWorks, 0), id, allAnswered('cbi', 2)))
    dataOf(await here.wang.surveys.cancel({ surveyId: id }))
    dataOf(await here.wang.surveys.cancel({ surveyId: id }))
    expect(await answer(nth(inWorks, 1), id, allAnswered('cbi', 2))).toMatchObject({ code: 'SURVEY_NOT_FOUND' })
    // It was never counted, so it stands in nobody's way.
    await ask(here, here.branches.tractors, 'cbi')
    await end(here)
    expect((await here.house.dump()).surveyAnswers).toEqual([])
    expect(await here.wang.surveys.figures({ surveyId: id })).toMatchObject({ code: 'SURVEY_NOT_FOUND' })
    expect(dataOf(await nth(inWorks, 0).privacy.readings({})).rows).toHaveLength(1)
  }, 60_000)

  it('whoever withdrew, left or destroyed the account before; and a branch of nine takes its sibling along', async () => {
    await anew(here)
    const id = await ask(here, 'city', 'k6')
    for (const api of inWorks) dataOf(await answer(api, id, allAnswered('k6', 1)))
    for (const api of inHospital) dataOf(await answer(api, id, allAnswered('k6', 4)))
    dataOf(await nth(inHospital, 0).consents.withdraw({ purpose: 'figures' }))
    dataOf(await nth(inHospital, 1).membership.leave({}))
    dataOf(await nth(inHospital, 2).privacy.destroy({ number: 'numbermadebyphoneA', kinds: [], account: true }))
    await end(here)
    const figures = dataOf(await here.wang.surveys.figures({ surveyId: id }))
    expect(figures.answered).toBe(21)
    // Nine in the hospital's district: with the total, the one beside it would tell.
    expect(counts(figures.byBranch)).toEqual([null, null, null])
    expect(counts(figures.scales[0]?.bands)).toEqual([null, null, null])
    expect((await here.house.dump()).surveyAnswers).toEqual([])
    expect(dataOf(await nth(inHospital, 0).privacy.readings({})).rows).toEqual([])
  }, 60_000)
})
describe('a counting', () => {
  let here: Town
  let workers: Api[]
  beforeAll(async () => {
    here = await town()
    workers = await join(here, here.branches.tractors, people('厂里', 26))
  }, 60_000)
  afterAll(() => here.house.close())

  it('that is cut off at every one of its calls to the database counts each once', async () => {
    const { house } = here
    const id = await ask(here, here.branches.tractors)
    for (const api of workers.slice(0, 11)) dataOf(await answer(api, id, good))
    house.clock.set(daysLater(new Date(START), 8).toISOString())
    const phase = async () => {
      const count = await house.database.open(surveyCountsStore).get(id)
      const survey = await house.database.open(surveysStore).get(id)
      return `${count?.step} ${count?.counting.length} ${survey?.toDo}`
    }
    let cuts = 0
    let before = await phase()
    // In each phase at its first call, then at its second and so on, until it is through.
    for (let calls = 0; ; calls++) {
      try {
        await run(house, cutOff(house.database, calls).database)
        if ((await phase()).endsWith('nothing')) break
        house.clock.forward(3)
      } catch (error) {
        if (!(error instanceof Error) || error.message !== 'cut off') throw error
        cuts++
      }
      const after = await phase()
      if (after !== before) calls = -1
      before = after
    }
    expect(cuts).toBeGreaterThan(60)
    await anew(here)
    const figures = dataOf(await here.wang.surveys.figures({ surveyId: id }))
    expect(figures).toMatchObject({ invited: 26, answered: 11 })
    expect((await house.dump()).surveyAnswers).toEqual([])
    expect(dataOf(await nth(workers, 0).privacy.readings({})).rows[0]).toMatchObject({
      role: 'job',
      reason: 'counted-together',
    })
  }, 120_000)

  it('that is done by two at once counts each once', async () => {
    const { house } = here
    const id = await ask(here, here.branches.tractors, 'k6')
    for (const [at, api] of workers.entries()) dataOf(await answer(api, id, allAnswered('k6', at < 13 ? 0 : 4)))
    house.clock.set(daysLater(new Date(START), 8).toISOString())
    await Promise.allSettled([run(house, house.database), run(house, house.database)])
    await run(house, house.database)
    await anew(here)
    const figures = dataOf(await here.wang.surveys.figures({ surveyId: id }))
    expect(figures).toMatchObject({ invited: null, answered: 26 })
    expect(figures.scales[0]?.bands.cells.map(({ count }) => count)).toEqual([13, null, 13])
  }, 60_000)
})
