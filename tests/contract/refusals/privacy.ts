import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentVersion } from '../../../src/domain/consents/texts'
import { dataOf } from '../../house/data-of'
import { type House, openHouse } from '../../house/open-house'
import { refusedWith } from './produced'

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function privacyRefusals(): void {
  describe('a person with their own things hears', () => {
    let house: House
    beforeAll(async () => {
      house = await openHouse()
    })
    afterAll(() => house.close())

    it('that a nickname does not fit, and keeps none of it', async () => {
      const lin = house.employee('林')
      await refusedWith('profile.rename', 'NICKNAME_NOT_FIT', lin.profile.rename({ nickname: '打我 13812345678' }))
      expect(dataOf(await lin.profile.show({}))).toEqual({ pseudonym: null, nickname: null })
      expect((await house.dump()).dataKeys).toEqual([])
    })
    it('that the words to agree to are others by now, and keeps nothing', async () => {
      const version = currentVersion('tests') + 1
      await refusedWith(
        'consents.give',
        'CONSENT_TEXT_CHANGED',
        house.employee('林').consents.give({ purpose: 'tests', version }),
      )
      expect((await house.dump()).dataKeys).toEqual([])
    })
    it('that there is nothing to destroy by this name, also for what only goes with the account', async () => {
      const lin = house.employee('林')
      const number = 'abcdefghijklmnop'
      for (const kinds of [['nothing'], ['consents'], ['favourites', 'ledger'], ['staff'], []])
        await refusedWith('privacy.destroy', 'KIND_NOT_FOUND', lin.privacy.destroy({ number, kinds, account: false }))
    })
    it('that there is no such receipt, or that too many were asked for', async () => {
      const number = 'nosuchreceipt0001'
      const visitor = house.bearing(undefined, '203.0.113.44')
      await refusedWith('privacy.receipt', 'RECEIPT_NOT_FOUND', visitor.privacy.receipt({ number }))
      await house.useUp('receipt', '203.0.113.44')
      await refusedWith('privacy.receipt', 'TOO_MANY_TRIES', visitor.privacy.receipt({ number }))
    })
    it('that there were too many exports, and nobody else hears it', async () => {
      await house.useUp('export', house.keys.hash('person', '林'))
      await refusedWith('privacy.export', 'TOO_MANY_TRIES', house.employee('林').privacy.export({}))
      expect((await house.employee('周').privacy.export({})).ok).toBe(true)
    })
  })
}
