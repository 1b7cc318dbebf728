import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { definitionHash } from '../../cloudfunctions/assessments/definition'
import { releasesStore, resultsStore } from '../../cloudfunctions/assessments/store'
import { textOf } from '../../src/domain/consents/texts'
import { newest, versions } from '../../src/domain/instruments/all'
import type { Instrument } from '../../src/domain/instruments/instrument'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { agreeToTests, allAnswered, offer, taken, taking, toRelease } from '../house/taking'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await offer(house, 'phq4', 'phq9', 'who5', 'audit-c')
})
afterAll(() => house.close())

const idOf = (name: string) => house.keys.hash('person', name)
const somebody = async (name: string) => {
  const api = house.employee(name)
  await agreeToTests(api)
  return api
}
const kept = (resultId: string) => house.database.open(resultsStore).get(resultId)

describe('taking a test', () => {
  const needed = { ok: false, code: 'CONSENT_NEEDED', purpose: 'tests' }

  it('needs the consent first; once it is withdrawn no more answers are taken, and the results stay the person’s', async () => {
    const lin = house.employee('林晓')
    const first = taking('who5', 0)
    expect(await lin.results.submit(first)).toMatchObject(needed)
    expect(await kept(first.resultId)).toBeUndefined()
    await agreeToTests(lin)
    const result = await taken(lin, first)
    dataOf(await lin.consents.withdraw({ purpose: 'tests' }))
    expect(await lin.results.submit(taking('who5', 0))).toMatchObject(needed)
    expect(dataOf(await lin.results.list({})).rows).toEqual([result])
    expect(dataOf(await lin.results.open({ resultId: result.id }))).toEqual(result)
    dataOf(await lin.results.destroy({ resultId: result.id }))
    expect(dataOf(await lin.results.list({})).rows).toEqual([])
  })
  it('says so where the consent is asked for', () => {
    expect(textOf('tests').gone).toContain('撤回同意后不再收新的回答，做过的结果还是您的')
  })
  it('without every answer names what is missing, gives no number and stores nothing', async () => {
    const zhou = await somebody('周明')
    const sent = taking('phq9', 1)
    const { 3: _third, 9: _ninth, ...answers } = allAnswered('phq9', 1)
    const reply = dataOf(await zhou.results.submit({ ...sent, answers }))
    expect(reply).toEqual({ complete: false, missing: [3, 9] })
    const odd = dataOf(await zhou.results.submit({ ...sent, answers: { ...sent.answers, 4: 9 } }))
    expect(odd).toEqual({ complete: false, missing: [4] })
    expect(await kept(sent.resultId)).toBeUndefined()
    expect((await taken(zhou, sent)).scores).toMatchObject([{ key: 'total', score: 9 }])
  })
  it('is for adults who said so', async () => {
    const zhou = await somebody('周明')
    const reply = await zhou.results.submit({ ...taking('who5', 0), adult: false as never })
    expect(reply).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
  })
  it('sent twice, or twice at the same instant, is one result: the one that was stored', async () => {
    const wu = await somebody('吴芳')
    const sent = taking('who5', 1)
    const twice = await Promise.all([wu.results.submit(sent), wu.results.submit(sent)])
    expect(dataOf(twice[0])).toEqual(dataOf(twice[1]))
    house.clock.forward(5)
    const later = await taken(wu, { ...sent, answers: allAnswered('who5', 5) })
    expect(later).toMatchObject({ id: sent.resultId, scores: [{ key: 'total', score: 80 }] })
    expect(dataOf(await wu.results.list({})).rows).toEqual([later])
  })
  it('keeps the version and the hash of the very words that were answered', async () => {
    const wu = await somebody('吴芳')
    const { id } = await taken(wu, taking('phq9', 0))
    expect(await kept(id)).toMatchObject({ version: 1, hash: definitionHash(newest('phq9')) })
  })
  it('asks the sex only for its limits, and takes the lower one where it is not said', async () => {
    const wu = await somebody('吴芳')
    const answers = { 1: 1, 2: 1, 3: 1 }
    const says = async (sex: 'female' | 'male' | 'unsaid') =>
      (await taken(wu, taking('audit-c', 0, { answers, sex }))).scores[0]?.says
    const [female, male, unsaid] = [await says('female'), await says('male'), await says('unsaid')]
    expect(female).toBe(unsaid)
    expect(male).not.toBe(unsaid)
  })
  it('too often in a day is too often, for this person alone', async () => {
    const chen = await somebody('陈安')
    await house.useUp('results', idOf('陈安'))
    expect(await chen.results.submit(taking('who5', 0))).toMatchObject({ ok: false, code: 'TOO_MANY_TRIES' })
    await taken(await somebody('陈平'), taking('who5', 0))
  })
})

describe('somebody else’s result', () => {
  it('looks as if it were not there, whatever is asked of it', async () => {
    const [ming, hong] = [await somebody('李明'), await somebody('王红')]
    const sent = taking('phq9', 2)
    const { id } = await taken(ming, sent)
    for (const resultId of [id, 'nosuchresult0001'])
      for (const ask of ['open', 'destroy', 'fhir'] as const)
        expect(await hong.results[ask]({ resultId })).toMatchObject({ ok: false, code: 'RESULT_NOT_FOUND' })
    expect(await hong.results.submit(sent)).toMatchObject({ ok: false, code: 'NOT_OFFERED' })
    expect(dataOf(await hong.results.list({})).rows).toEqual([])
    expect(dataOf(await ming.results.open({ resultId: id })).scores).toMatchObject([{ score: 18 }])
  })
})

describe('one’s own results', () => {
  it('are listed newest first, of all instruments or of one, page by page', async () => {
    const sun = await somebody('孙宁')
    for (let day = 0; day < 22; day++) {
      await taken(sun, taking(day % 11 === 0 ? 'phq9' : 'who5', day % 4))
      house.clock.forward(24 * 60)
    }
    const first = dataOf(await sun.results.list({}))
    const rest = dataOf(await sun.results.list({ after: first.next ?? '' }))
    const times = [...first.rows, ...rest.rows].map(({ takenAt }) => takenAt)
    expect([first.rows.length, rest.rows.length, rest.next]).toEqual([20, 2, null])
    expect(times).toEqual([...times].sort().reverse())
    expect(dataOf(await sun.results.list({ instrumentId: 'phq9' })).rows).toHaveLength(2)
  })
  it('go to the hospital as FHIR, by the day in Shanghai', async () => {
    const sun = await somebody('孙宁')
    house.clock.set('2026-06-30T17:00:00.000Z')
    const { id } = await taken(sun, taking('phq9', 1))
    const { name, json } = dataOf(await sun.results.fhir({ resultId: id }))
    expect(name).toBe('phq9-2026-07-01.fhir.json')
    expect(JSON.parse(json)).toMatchObject({ resourceType: 'QuestionnaireResponse', status: 'completed' })
    expect(json).not.toContain(idOf('孙宁'))
  })
  it('stay as they were when the instrument has a newer version, which is taken from then on', async () => {
    const tang = await somebody('唐丽')
    const old = await taken(tang, taking('who5', 0))
    const before = await kept(old.id)
    const last = newest('who5')
    const changed: Instrument = { ...last, version: 2, scales: last.scales.map((scale) => ({ ...scale, times: 1 })) }
    const every = versions.who5 as unknown as Instrument[]
    every.push(changed)
    try {
      expect(await tang.results.submit(taking('who5', 0))).toMatchObject({ ok: false, code: 'NOT_OFFERED' })
      await offer(house, 'who5')
      expect((await taken(tang, taking('who5', 0))).scores).toMatchObject([{ score: 25 }])
      expect(dataOf(await tang.results.open({ resultId: old.id }))).toEqual(old)
      expect(old.scores).toMatchObject([{ score: 100 }])
      expect(await kept(old.id)).toEqual(before)
    } finally {
      every.pop()
    }
  })
})

describe('an instrument', () => {
  const offered = async () =>
    dataOf(await house.bearing().instruments.offered({})).rows.map(({ instrumentId }) => instrumentId)

  it('is not offered before two different people let out the same words, and no more once it is withdrawn', async () => {
    const gao = await house.staff('gaohui', '高慧', 'supervisor')
    const shen = await house.staff('shenyun', '沈云', 'reviewer')
    const han = await somebody('韩冰')
    const send = async () => {
      const reply = await han.results.submit(taking('k6', 1))
      return reply.ok ? 'OK' : reply.code
    }
    expect(await offered()).not.toContain('k6')
    dataOf(await gao.releases.release(toRelease('k6')))
    expect(await gao.releases.release(toRelease('k6'))).toMatchObject({ ok: false, code: 'ALREADY_RELEASED' })
    expect([await offered(), await send()]).toEqual([expect.not.arrayContaining(['k6']), 'NOT_OFFERED'])
    const other = { ...toRelease('k6'), hash: '0'.repeat(64) }
    expect(await shen.releases.release(other)).toMatchObject({ ok: false, code: 'INSTRUMENT_NOT_FOUND' })
    dataOf(await shen.releases.release(toRelease('k6')))
    expect([await offered(), await send()]).toEqual([expect.arrayContaining(['k6']), 'OK'])
    const row = dataOf(await shen.releases.list({})).rows.find(({ instrumentId }) => instrumentId === 'k6')
    expect(row).toMatchObject({
      offered: true,
      hash: toRelease('k6').hash,
      by: [
        { name: '高慧', own: false },
        { name: '沈云', own: true },
      ],
    })
    dataOf(await gao.releases.withdraw({ instrumentId: 'k6', version: 1 }))
    expect([await offered(), await send()]).toEqual([expect.not.arrayContaining(['k6']), 'NOT_OFFERED'])
    expect(dataOf(await han.results.list({ instrumentId: 'k6' })).rows).toHaveLength(1)
    const auditor = await house.staff('zhengshen', '郑审', 'auditor')
    const acts = dataOf(await auditor.audit.acts({})).rows.filter(({ about }) => about.startsWith(newest('k6').title))
    expect(acts.map(({ what, byName }) => `${byName} ${what}`).sort()).toEqual([
      '沈云 test-released',
      '高慧 test-released',
      '高慧 test-withdrawn',
    ])
  })
  it('let out by two at the same instant is let out by both', async () => {
    const [gao, shen] = [
      await house.staff('gaoyuan', '高远', 'supervisor'),
      await house.staff('shenqing', '沈青', 'supervisor'),
    ]
    await Promise.all([gao, shen].map((each) => each.releases.release(toRelease('swls'))))
    expect(await offered()).toContain('swls')
  })
  it('of which a word has changed since is let out anew by both', async () => {
    const release = await house.database.open(releasesStore).get('swls.1')
    expect(release?.by).toHaveLength(2)
    const last = newest('swls')
    const words = versions.swls as unknown as Instrument[]
    words[0] = { ...last, recall: `${last.recall}。` }
    try {
      expect(await offered()).not.toContain('swls')
    } finally {
      words[0] = last
    }
    expect(await offered()).toContain('swls')
  })
})
