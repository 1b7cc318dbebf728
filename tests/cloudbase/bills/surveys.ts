import { expect } from 'vitest'
import type { Api } from '../../../src/contract/client'
import { CITY } from '../../../src/domain/branches/words'
import { currentVersion } from '../../../src/domain/consents/texts'
import { daysLater } from '../../../src/domain/time'
import type { CloudHouse } from '../../house/cloud-house'
import { dataOf } from '../../house/data-of'
import { allAnswered, toRelease } from '../../house/taking'
import type { Billed } from './meter'

/** What a branch is asked together, from the question to the figures. */
export async function surveysStory(house: CloudHouse, billed: Billed, wang: Api) {
  for (const login of ['fangfang', 'luolan']) {
    const supervisor = (await house.signedIn(login, login, 'supervisor')).api
    dataOf(await supervisor.releases.release(toRelease('who5')))
  }
  const { code } = dataOf(await wang.branches.newCode({ branchId: CITY, days: 7 }))
  const colleagues = Array.from({ length: 10 }, (_, number) => house.employee(`o-colleague${number}`))
  for (const each of colleagues) dataOf(await each.membership.proveByCode({ code }))
  const [first] = colleagues
  if (!first) throw new Error('nobody there')
  const now = new Date()
  const window = { from: now.toISOString(), until: daysLater(now, 3).toISOString() }
  const surveyId = 'surveynumber0001'
  const wanted = { surveyId, branchId: CITY, instrumentId: 'who5' as const, ...window }
  await billed('surveys.create', wang.surveys.create(wanted))
  await billed('surveys.list', wang.surveys.list({ branchId: CITY }))
  dataOf(await first.consents.give({ purpose: 'figures', version: currentVersion('figures') }))
  expect((await billed('surveys.invited', first.surveys.invited({}))).rows).toHaveLength(1)
  const answer = { surveyId, answers: allAnswered('who5', 1), adult: true as const }
  await billed('surveys.submit', first.surveys.submit(answer))
  await billed('surveys.takeBack', first.surveys.takeBack({ surveyId }))
  const [kept] = house.standIn.dump('surveys')
  const shown = { total: 12, cells: [{ key: CITY, count: 12 }] }
  const figures = { invited: shown, answered: shown, byBranch: shown, scales: [{ key: 'total', bands: shown }] }
  const published = { ...kept, _id: 'surveynumber0002', publishedAt: now.toISOString(), figures }
  await house.standIn.load('surveys', [published])
  await billed('surveys.figures', wang.surveys.figures({ surveyId: 'surveynumber0002' }))
  await billed('surveys.cancel', wang.surveys.cancel({ surveyId }))
}
