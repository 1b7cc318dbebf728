import { afterAll, beforeAll, describe, it } from 'vitest'
import type { Api } from '../../../src/contract/client'
import { CITY } from '../../../src/domain/branches/words'
import { currentVersion } from '../../../src/domain/consents/texts'
import { daysLater } from '../../../src/domain/time'
import { dataOf } from '../../house/data-of'
import { type House, openHouse } from '../../house/open-house'
import { allAnswered, offer } from '../../house/taking'
import { refusedWith } from './produced'

const surveyId = 'surveynumber0001'
const answer = (option: number, id = surveyId) => ({
  surveyId: id,
  answers: allAnswered('who5', option),
  adult: true as const,
})

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function surveyRefusals(): void {
  describe('around the surveys of a branch', () => {
    let house: House
    let wang: Api
    let lin: Api
    const wanted = (change: object = {}) => ({
      surveyId: `survey${Math.random().toString(36).slice(2).padEnd(12, 'x')}`,
      branchId: CITY,
      instrumentId: 'who5' as const,
      from: house.clock.now().toISOString(),
      until: daysLater(house.clock.now(), 3).toISOString(),
      ...change,
    })
    beforeAll(async () => {
      house = await openHouse()
      wang = await house.staff('wangjianguo', '王建国', 'manager')
      await offer(house, 'who5')
    })
    afterAll(() => house.close())

    it('a manager hears why none can be set up', async () => {
      await refusedWith('surveys.create', 'NOT_OFFERED', wang.surveys.create(wanted({ instrumentId: 'k6' })))
      const brief = { until: daysLater(house.clock.now(), 2).toISOString() }
      await refusedWith('surveys.create', 'WINDOW_NOT_FIT', wang.surveys.create(wanted(brief)))
      await refusedWith('surveys.create', 'TOO_FEW_MEMBERS', wang.surveys.create(wanted()))
      const { code } = dataOf(await wang.branches.newCode({ branchId: CITY, days: 7 }))
      for (let number = 0; number < 10; number++) {
        lin = house.employee(`林${number}`)
        dataOf(await lin.membership.proveByCode({ code }))
      }
      dataOf(await wang.surveys.create(wanted({ surveyId })))
      await refusedWith('surveys.create', 'SURVEYED_LATELY', wang.surveys.create(wanted()))
      const nothing = { surveyId: 'surveynumber0002' }
      await refusedWith('surveys.cancel', 'SURVEY_NOT_FOUND', wang.surveys.cancel(nothing))
      await refusedWith('surveys.figures', 'SURVEY_NOT_FOUND', wang.surveys.figures(nothing))
      await refusedWith('surveys.figures', 'NOT_YET_PUBLISHED', wang.surveys.figures({ surveyId }))
    })

    it('whoever is asked hears that it is not there, that it is over, or that an answer is in', async () => {
      dataOf(await lin.consents.give({ purpose: 'figures', version: currentVersion('figures') }))
      const nothing = 'surveynumber0002'
      await refusedWith('surveys.submit', 'SURVEY_NOT_FOUND', lin.surveys.submit(answer(1, nothing)))
      await refusedWith('surveys.takeBack', 'SURVEY_NOT_FOUND', lin.surveys.takeBack({ surveyId: nothing }))
      dataOf(await lin.surveys.submit(answer(1)))
      await refusedWith('surveys.submit', 'ALREADY_ANSWERED', lin.surveys.submit(answer(5)))
      house.clock.forward(3 * 24 * 60)
      await refusedWith('surveys.submit', 'SURVEY_OVER', lin.surveys.submit(answer(1)))
      await refusedWith('surveys.takeBack', 'SURVEY_OVER', lin.surveys.takeBack({ surveyId }))
      const later = await house.staff('qinlan', '秦岚', 'manager')
      await refusedWith('surveys.cancel', 'SURVEY_OVER', later.surveys.cancel({ surveyId }))
    })
  })
}
