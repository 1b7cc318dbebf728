import { afterAll, beforeAll, describe, it } from 'vitest'
import { type House, openHouse } from '../../house/open-house'
import { refusedWith } from './produced'

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function noticeRefusals(): void {
  describe('a phone that tells of a consent hears', () => {
    let house: House
    beforeAll(async () => {
      house = await openHouse()
    })
    afterAll(() => house.close())
    const told = { subscriptionId: 'subscriptionnumber1', templateId: 'templatenumber-000001' }

    it('that there is no such template: none where no message leaves the house, and none but the union’s', async () => {
      const lin = house.employee('林')
      await refusedWith('notices.subscribed', 'TEMPLATE_NOT_FOUND', lin.notices.subscribed(told))
      house.openChannel({ templates: () => [], send: async () => 'sent' })
      await refusedWith('notices.subscribed', 'TEMPLATE_NOT_FOUND', lin.notices.subscribed(told))
    })
    it('that it has told of more than a day of taps brings', async () => {
      const kinds = ['booking-soon'] as const
      house.openChannel({ templates: () => [{ id: told.templateId, kinds, fields: {} }], send: async () => 'sent' })
      await house.useUp('subscriptions', house.keys.hash('person', '周'))
      await refusedWith('notices.subscribed', 'TOO_MANY_TRIES', house.employee('周').notices.subscribed(told))
    })
  })
}
