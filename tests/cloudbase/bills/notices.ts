import { expect } from 'vitest'
import { type CloudHouse, TEMPLATE } from '../../house/cloud-house'
import { minuteOf, putNotice } from '../../house/cloud-notices'
import { copy } from './copy'
import type { openMeter } from './meter'

/** A consent, a notice with its message, and a full page of the inbox. */
export async function noticesStory(house: CloudHouse, { bills, billed, last }: ReturnType<typeof openMeter>) {
  const wei = house.employee('o-wei')
  expect((await billed('notices.templates', wei.notices.templates({}))).rows).toHaveLength(1)
  const consent = { subscriptionId: 'subscriptionnumber1', templateId: TEMPLATE.id }
  await billed('notices.subscribed', wei.notices.subscribed(consent))
  const personId = String(house.standIn.dump('subscriptions')[0]?.personId)
  house.standIn.onOpenApi(() => ({ errcode: 0, errmsg: 'ok' }))
  await minuteOf(house, 'send-notices')
  const id = await putNotice(house, personId)
  await minuteOf(house, 'send-notices')
  bills['clock, with one notice and its message'] = last()
  house.standIn.onOpenApi(undefined)
  expect(house.standIn.dump('notices').find(({ _id }) => _id === id)).toMatchObject({ push: 'sent' })
  expect((await billed('notices.count', wei.notices.count({}))).unread).toBe(1)
  await billed('notices.read, one', wei.notices.read({ until: new Date().toISOString() }))
  await copy(house, 'notices', 50, (number) => ({ _id: `copied${number}` }))
  expect((await billed('notices.list', wei.notices.list({}))).rows).toHaveLength(20)
}
