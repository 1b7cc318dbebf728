import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Api } from '../../src/contract/client'
import { type CloudHouse, NOTHING_ODD, openCloudHouse, TEMPLATE } from '../house/cloud-house'
import { minuteOf, putNotice } from '../house/cloud-notices'
import { dataOf } from '../house/data-of'
import type { OpenApiAnswer, OpenApiCall } from './stand-in/openapi'

describe('a notice on WeChat’s cloud', () => {
  let house: CloudHouse
  let lin: Api
  let personId: string
  let accepted = 0
  const asked: OpenApiCall[] = []
  let answer: OpenApiAnswer
  const agrees = async () =>
    dataOf(
      await lin.notices.subscribed({
        subscriptionId: `subscription${String(accepted++).padStart(6, '0')}`,
        templateId: TEMPLATE.id,
      }),
    )
  const minute = () => minuteOf(house, 'send-notices')
  const consents = () => house.standIn.dump('subscriptions').filter((consent) => consent.personId === personId)
  const stored = (id: string) => house.standIn.dump('notices').find(({ _id }) => _id === id)

  beforeAll(async () => {
    house = await openCloudHouse()
    lin = house.employee('o-lin')
    house.standIn.onOpenApi((call) => {
      asked.push(call)
      return answer
    })
    await agrees()
    personId = String(house.standIn.dump('subscriptions')[0]?.personId)
    await house.cloud.timer('clock')
  })
  afterAll(() => house.close())
  beforeEach(() => {
    asked.length = 0
    answer = { errcode: 0, errmsg: 'ok', msgid: 5 }
  })

  it('goes out as WeChat wants it, once, and uses its consent up', async () => {
    const id = await putNotice(house, personId)
    await minute()
    await minute()
    expect(asked.map(({ api, data }) => ({ api, data }))).toEqual([
      {
        api: 'subscribeMessage.send',
        data: {
          touser: 'o-lin',
          template_id: TEMPLATE.id,
          page: 'chat/pages/chats/index',
          lang: 'zh_CN',
          data: {
            thing1: { value: '您有一条新的回复' },
            time2: { value: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/) },
          },
        },
      },
    ])
    expect(stored(id)).toMatchObject({ state: 'sent', push: 'sent', unread: true })
    expect(consents()).toEqual([])
    expect(dataOf(await lin.notices.count({}))).toEqual({ unread: 1 })
  })
  it('is in the inbox without a consent, and WeChat is not asked', async () => {
    const id = await putNotice(house, personId)
    await minute()
    expect(asked).toEqual([])
    expect(stored(id)).toMatchObject({ state: 'sent', push: 'none' })
  })
  it.each([
    [43101, 'refused', 0],
    [43107, 'refused', 0],
    [47003, 'failed', 1],
    [45009, 'waiting', 1],
    [43108, 'waiting', 1],
  ])('that WeChat answers with %i ends as %s', async (errcode, push, left) => {
    await agrees()
    answer = { errcode, errmsg: 'no' }
    const id = await putNotice(house, personId)
    await minute()
    expect(asked).toHaveLength(1)
    expect(stored(id)).toMatchObject({ state: 'sent', push })
    expect(consents()).toHaveLength(left)
    for (const { _id } of consents()) await house.standIn.load('subscriptions', [{ _id, personId: 'nobody' }])
  })
  it('that was under way as its function died is not sent again', async () => {
    await agrees()
    const long = '2026-01-01T00:00:00.000Z'
    const under = { state: 'sent', unread: true, push: 'sending', pushAt: long, attempt: 'a', tries: 1 }
    const id = await putNotice(house, personId, { ...under, subscriptionId: 'gone' })
    await minute()
    expect(asked).toEqual([])
    expect(stored(id)).toMatchObject({ push: 'unknown' })
  })
  it('leaves nothing odd behind, and the openid stands nowhere', () => {
    expect(house.oddities()).toEqual(NOTHING_ODD)
    for (const name of ['notices', 'subscriptions', 'attempts', 'dataKeys'])
      expect(JSON.stringify(house.standIn.dump(name)), name).not.toContain('o-lin')
  })
})
