import { describe, expect, it } from 'vitest'
import { cutOff } from '../house/cut-off'
import { dataOf } from '../house/data-of'
import {
  agrees,
  booked,
  channel,
  consents,
  house,
  inbox,
  lin,
  name,
  outboxStories,
  revisions,
  run,
  sent,
  stored,
  TEMPLATE,
  wechatAnswers,
} from '../house/outbox'

outboxStories()

describe('WeChat', () => {
  it('gets one message for each consent, and what has none stays in the inbox', async () => {
    await agrees()
    await booked()
    await booked()
    house.clock.forward(10)
    await run(channel)
    await run(channel)
    expect(sent).toEqual([
      {
        openid: name,
        message: {
          templateId: TEMPLATE,
          page: 'counselling/pages/bookings/index',
          fields: { thing1: '您有一个预约，很快开始' },
        },
      },
    ])
    expect(await inbox()).toHaveLength(2)
    expect(await consents()).toEqual([])
  })
  it('is told of a consent once, however often the phone says so', async () => {
    const told = { subscriptionId: 'subscriptiontwice', templateId: TEMPLATE }
    dataOf(await lin.notices.subscribed(told))
    dataOf(await lin.notices.subscribed(told))
    expect(await consents()).toHaveLength(1)
    expect(JSON.stringify(await consents())).not.toContain(`"${name}"`)
  })
  it('is never asked twice for what was cut off as it was asked, and the inbox has it once', async () => {
    await agrees()
    await booked()
    house.clock.forward(10)
    await run()
    house.clock.forward(1)
    await booked()
    house.clock.forward(10)
    for (let calls = 0; calls < 30; calls++) {
      await run(channel, cutOff(house.database, calls).database).catch(() => undefined)
      house.clock.forward(6)
    }
    await run(channel)
    expect(sent).toHaveLength(1)
    expect(await inbox()).toHaveLength(2)
    expect(await consents()).toEqual([])
  })
  it('is asked again after a pause when it had no time, with the same consent', async () => {
    await agrees()
    const id = await booked()
    wechatAnswers('later', 'later', 'sent')
    house.clock.forward(10)
    await run(channel)
    await run(channel)
    expect(sent).toHaveLength(1)
    house.clock.forward(2)
    await run(channel)
    house.clock.forward(8)
    await run(channel)
    expect(sent).toHaveLength(3)
    expect(await stored(id)).toMatchObject([{ push: 'sent', tries: 3 }])
    expect(await consents()).toEqual([])
  })
  it('is not asked again for what changed meanwhile, and the consent is free for the next', async () => {
    await agrees()
    const id = await booked()
    wechatAnswers('later')
    house.clock.forward(10)
    await run(channel)
    revisions.set(id, 2)
    house.clock.forward(2)
    await run(channel)
    expect(sent).toHaveLength(1)
    expect(await consents()).toMatchObject([{ spentOn: '' }])
  })
  it('that says the person took the consent back is not asked again, and the consent is gone', async () => {
    await agrees()
    const id = await booked()
    wechatAnswers('refused')
    house.clock.forward(10)
    await run(channel)
    house.clock.forward(60)
    await run(channel)
    expect(sent).toHaveLength(1)
    expect(await stored(id)).toMatchObject([{ state: 'sent', push: 'refused' }])
    expect(await consents()).toEqual([])
  })
  it('is offered to phones by the templates that the union chose, and by none elsewhere', async () => {
    expect(dataOf(await lin.notices.templates({})).rows).toEqual([
      { id: TEMPLATE, kinds: ['booking-soon', 'booking-changed'] },
    ])
    expect(dataOf(await house.bearing().notices.templates({})).rows).toEqual([])
  })
})
