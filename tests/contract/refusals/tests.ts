import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataOf } from '../../house/data-of'
import { type House, openHouse } from '../../house/open-house'
import { agreeToTests, offer, taken, taking, toRelease } from '../../house/taking'
import { refusedWith } from './produced'

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function testRefusals(): void {
  describe('around the self-tests', () => {
    let house: House
    beforeAll(async () => {
      house = await openHouse()
      await offer(house, 'who5')
    })
    afterAll(() => house.close())

    it('a person hears that one is not offered, that it was too often, and that a result is not theirs', async () => {
      const lin = house.employee('林')
      await agreeToTests(lin)
      await refusedWith('results.submit', 'NOT_OFFERED', lin.results.submit(taking('phq9', 0)))
      const unknown = taking('who5', 0, { version: 99 })
      await refusedWith('results.submit', 'NOT_OFFERED', lin.results.submit(unknown))
      const mine = await taken(lin, taking('who5', 0))
      const zhou = house.employee('周')
      for (const ask of ['open', 'destroy', 'fhir'] as const)
        await refusedWith(`results.${ask}`, 'RESULT_NOT_FOUND', zhou.results[ask]({ resultId: mine.id }))
      await house.useUp('results', house.keys.hash('person', '林'))
      await refusedWith('results.submit', 'TOO_MANY_TRIES', lin.results.submit(taking('who5', 0)))
      expect(dataOf(await lin.results.list({})).rows).toEqual([mine])
    })
    it('a supervisor hears that this is not what is there, or that they let it out already', async () => {
      const gao = await house.staff('gaohui', '高慧', 'supervisor')
      const other = { ...toRelease('k6'), hash: '0'.repeat(64) }
      await refusedWith('releases.release', 'INSTRUMENT_NOT_FOUND', gao.releases.release(other))
      dataOf(await gao.releases.release(toRelease('k6')))
      await refusedWith('releases.release', 'ALREADY_RELEASED', gao.releases.release(toRelease('k6')))
      const nothing = { instrumentId: 'cbi' as const, version: 1 }
      await refusedWith('releases.withdraw', 'INSTRUMENT_NOT_FOUND', gao.releases.withdraw(nothing))
    })
  })
}
