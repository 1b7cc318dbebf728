import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Request } from '../../src/contract/client'
import type { FunctionName } from '../../src/contract/routes'
import { CITY } from '../../src/domain/branches/words'
import { dayOf, daysLater, startOfHour } from '../../src/domain/time'
import { spanOf, weekdayMinuteOf } from '../../src/miniprogram/phone/times'
import { booked, willing } from '../house/booked'
import { keepCounsellor } from '../house/counsellors'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { openWeapp, type Weapp } from './runtime/open-weapp'

const dist = fileURLToPath(new URL('../../dist/weapp', import.meta.url))

describe('a booking in the mini-program', () => {
  let house: House
  let weapp: Weapp
  let booking: Awaited<ReturnType<typeof booked>>
  const seen = (text: string | RegExp) => weapp.view().getByText(text).first().waitFor()
  const tap = (name: string | RegExp) => weapp.view().getByRole('button', { name }).first().click()

  beforeAll(async () => {
    house = await openHouse(new Date().toISOString())
    await house.staff('lu', '陆静', 'counsellor')
    await keepCounsellor(house, { staffId: 'lu', branchId: CITY, name: '陆静' })
    const from = startOfHour(`${dayOf(daysLater(house.clock.now(), 3))}T09`)
    if (!from) throw new Error('a day without a morning')
    booking = await booked(await willing(house, '林'), 'lu', from.toISOString())
    const answer = house.wechat('林')
    weapp = await openWeapp({
      dist,
      page: 'pages/mine/index',
      answer: (name, data) => answer(name as FunctionName, data as Request),
    })
  })
  afterAll(async () => {
    await weapp?.close()
    await house?.close()
  })

  it('is named on 我的, opens, and goes into the calendar of the phone', async () => {
    await seen(`下一次：${weekdayMinuteOf(booking.from)}`)
    await tap(/^我的预约/)
    await tap(new RegExp(`^${spanOf(booking)}`))
    await seen('到时咨询师给您打电话')
    await tap('加到手机日历')
    const start = Date.parse(booking.from) / 1000
    await weapp.called('wx.addPhoneCalendar', (body) => {
      const { title, startTime, endTime, alarmOffset } = body as Record<string, unknown>
      return title === '心驿预约' && startTime === start && endTime === String(start + 3000) && alarmOffset === 3600
    })
    await seen(/加好了/)
  })

  it('is written about, and called off', async () => {
    await tap('写几句')
    await weapp.view().locator('textarea').fill('夜里总是醒')
    await tap(/^存下$/)
    await seen('存好了，咨询师看得到了。')
    expect(dataOf(await house.employee('林').bookings.open({ bookingId: booking.id })).card).toBe('夜里总是醒')
    await tap('取消预约')
    await weapp.page.getByRole('dialog').getByRole('button', { name: '取消预约' }).click()
    await seen(/您取消了/)
    await weapp.back()
    await seen('以前的')
    expect(weapp.errors).toEqual([])
  })
})
