import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Request } from '../../src/contract/client'
import type { FunctionName } from '../../src/contract/routes'
import type { Event } from '../../src/domain/events/event'
import { codeAt, qrText } from '../../src/domain/tickets/code'
import { daysLater, minutesLater, monthOf } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { keepEvent } from '../house/events'
import { type House, openHouse } from '../house/open-house'
import { tenOn } from '../house/planned'
import { openWeapp, type Weapp } from './runtime/open-weapp'

const dist = fileURLToPath(new URL('../../dist/weapp', import.meta.url))
const TITLE = '下班后画一画'

describe('an open day in the mini-program', () => {
  let house: House
  let weapp: Weapp
  let event: Event
  const seen = (text: string | RegExp) => weapp.view().getByText(text).first().waitFor()
  const tap = (name: string | RegExp) => weapp.view().getByRole('button', { name }).first().click()

  beforeAll(async () => {
    house = await openHouse(new Date().toISOString())
    const begins = tenOn(daysLater(house.clock.now(), 4))
    const times = [{ from: begins.toISOString(), until: minutesLater(begins, 120).toISOString() }]
    event = await keepEvent(house, house.clock.now(), { id: 'weappopenday', title: TITLE, times })
    const answer = house.wechat('林')
    weapp = await openWeapp({
      dist,
      page: 'pages/home/index',
      answer: (name, data) => answer(name as FunctionName, data as Request),
    })
  })
  afterAll(async () => {
    await weapp?.close()
    await house?.close()
  })

  it('is found in its month and signed up for', async () => {
    await tap(/^活动/)
    if (monthOf(event.times[0]?.from ?? '') !== monthOf(house.clock.now())) await tap('下个月')
    await tap(new RegExp(TITLE))
    await seen('几个人来')
    await weapp.view().getByText('快递外卖').first().click()
    await weapp.view().getByText('带 1 位家人').first().click()
    await tap(/^报名$/)
    await seen('有名额了，共 2 位')
    const own = dataOf(await house.employee('林').signups.open({ eventId: event.id }))
    expect(own).toMatchObject({ state: 'seated', places: 2, trade: 'delivery' })
  })

  it('has a ticket whose picture changes without the cloud, and digits that lead to the door', async () => {
    await tap('出示我的票')
    await seen(/秒后换新的/)
    const picture = weapp.view().locator('img[src^="data:image/png"]').first()
    await picture.waitFor()
    expect((await picture.getAttribute('src'))?.length).toBeGreaterThan(1000)
    await weapp.view().locator('input').first().fill('000000')
    await tap(/^签到$/)
    await seen(/这组数字不对或已经换了/)
    await weapp.back()
    await seen('有名额了，共 2 位')
    expect(weapp.errors).toEqual([])
  })
})

describe('a door at which a phone of WeChat stands', () => {
  let house: House
  let weapp: Weapp
  const scanned: string[] = []

  beforeAll(async () => {
    house = await openHouse(new Date().toISOString())
    const now = house.clock.now()
    const times = [{ from: minutesLater(now, 20).toISOString(), until: minutesLater(now, 80).toISOString() }]
    const event = await keepEvent(house, now, { id: 'weappdoor', title: TITLE, times, closesAt: times[0]?.from ?? '' })
    const lin = house.employee('林')
    const asked = { eventId: event.id, places: 1, shares: [], trade: 'office' as const, answers: [] }
    dataOf(await lin.signups.join(asked))
    const { ticketId, key } = dataOf(await lin.tickets.open({ eventId: event.id }))
    scanned.push(qrText(ticketId, codeAt(key, now)))
    const host = await house.staff('host', '郑主持', 'host')
    const { code } = dataOf(await host.doors.pass({ eventId: event.id }))
    const answer = house.wechat('帮忙的人')
    weapp = await openWeapp({
      dist,
      page: 'events/pages/door/index',
      answer: (name, data) => answer(name as FunctionName, data as Request),
      platform: (api) => {
        if (api !== 'scanCode') return undefined
        const result = scanned.shift()
        if (result === undefined) throw new Error('scanCode:fail cancel')
        return { result }
      },
    })
    await weapp.view().locator('input').first().fill(code)
    await weapp.view().getByRole('button', { name: '打开签到' }).click()
  })
  afterAll(async () => {
    await weapp?.close()
    await house?.close()
  })

  it('lets in whoever shows their ticket, and tells the cloud', async () => {
    await weapp.view().getByText(/应到/).first().waitFor()
    await weapp.view().getByRole('button', { name: '扫票上的码' }).click()
    await weapp
      .view()
      .getByText(/签到好了/)
      .first()
      .waitFor()
    const host = await house.staff('host', '郑主持', 'host')
    await expect
      .poll(async () => dataOf(await host.doors.count({ eventId: 'weappdoor' })).came, { timeout: 20_000 })
      .toEqual([1])
    expect(weapp.errors).toEqual([])
  })
})
