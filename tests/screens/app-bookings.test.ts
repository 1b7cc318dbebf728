import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { bookingsStore, type StoredBooking } from '../../cloudfunctions/counselling/bookings-store'
import type { Api } from '../../src/contract/client'
import { wentBy } from '../../src/domain/bookings/booking'
import { CITY } from '../../src/domain/branches/words'
import { currentVersion } from '../../src/domain/consents/texts'
import type { Mode } from '../../src/domain/counsellors/words'
import { dayOf, daysLater, minutesLater, startOfHour } from '../../src/domain/time'
import { spanOf, weekdayDateOf, weekdayMinuteOf } from '../../src/miniprogram/phone/times'
import { newBookingId } from '../house/booked'
import { keepCounsellor } from '../house/counsellors'
import { dataOf } from '../house/data-of'
import type { House } from '../house/open-house'
import { button, open, words } from './in-app'
import { extremeLooks, faultsOfLayout, findings } from './looks'
import { openScreens, PHONE, type Screens } from './open-screens'
import { keepPicture } from './pictures'
import { readerAt } from './reader'
import { tokenOf } from './signed-in'

const LU = 'lujing'

let screens: Screens
let lu: Api

/** A browser's key whose owner agreed to counselling. */
const somebody = async () => {
  const { key } = dataOf(await readerAt(screens.url).devices.enrol({}))
  const api = readerAt(screens.url, key)
  dataOf(await api.consents.give({ purpose: 'counselling', version: currentVersion('counselling') }))
  return { key, api }
}

const morning = (days: number, hour = 9) => {
  const start = startOfHour(`${dayOf(daysLater(screens.now(), days))}T${String(hour).padStart(2, '0')}`)
  if (!start) throw new Error('no such hour')
  return start
}

/** A phone whose clock is that of the server. */
const phoneOf = async (key: string, kept: Record<string, unknown> = {}, viewport = PHONE.viewport): Promise<Page> => {
  const page = await screens.visitor({ ...PHONE, viewport, acceptDownloads: true })
  await page.clock.setFixedTime(screens.now())
  await screens.withAxe(page)
  await page.addInitScript(
    (values) => {
      if (location.protocol !== 'http:') return
      for (const [name, data] of Object.entries(values)) localStorage.setItem(name, JSON.stringify({ data }))
    },
    { ...kept, deviceKey: key },
  )
  return page
}
const at = (path: string) => `${screens.url}/#${path}`
const BOOKINGS = '/counselling/pages/bookings/index'
const bookingAt = (id: string) => `/counselling/pages/booking/index?id=${id}`

const book = async (api: Api, from: Date, mode: Mode = 'text') => {
  const bookingId = newBookingId()
  dataOf(await api.bookings.hold({ bookingId, staffId: LU, from: from.toISOString(), mode }))
  return dataOf(await api.bookings.confirm({ bookingId }))
}

/** The clock works once a minute. */
const aMinutePasses = async () => {
  screens.forward(1)
  await screens.tick()
}

/** What days would bring about. */
const turnInto = (id: string, rule: (row: StoredBooking) => StoredBooking) =>
  screens.server.database.open(bookingsStore).change(id, (row) => {
    if (!row) throw new Error('no booking')
    return { ok: true, data: { write: rule(row), reply: null } }
  })

const said = (page: Page) => page.getByRole('dialog')
const answer = (page: Page, name: string) => said(page).getByRole('button', { name, exact: true }).tap()

beforeAll(async () => {
  screens = await openScreens()
  // Nine in the morning of tomorrow, whatever the hour at which this runs: offers are made by day.
  screens.forward((morning(1).getTime() - screens.now().getTime()) / 60_000)
  const { database } = screens.server
  const house = { database, clock: { now: screens.now } } as unknown as House
  await keepCounsellor(house, { staffId: LU, branchId: CITY, name: '陆静' })
  lu = readerAt(screens.url, await tokenOf(screens, LU, '陆静', 'counsellor'))
})
afterEach(async () => {
  await screens.leave()
  expect(screens.complaints()).toEqual([])
})
afterAll(() => screens.close())

describe('what somebody has booked', () => {
  it('is nothing yet for a browser that nobody knows, and leads to the counsellors', async () => {
    const page = await screens.visitor(PHONE)
    await open(page, at('/pages/mine/index'))
    await button(page, '我的预约').tap()
    await words(page, '还没有预约').waitFor()
    await button(page, '看看咨询师').waitFor()
  })

  it('leads from 我的 to the booking, is written about, kept in a calendar, moved and called off', async () => {
    const { key, api } = await somebody()
    const booked = await book(api, morning(3))
    const page = await phoneOf(key)
    await open(page, at('/pages/mine/index'))
    await words(page, `下一次：${weekdayMinuteOf(booked.from)}`).waitFor()
    await button(page, '我的预约').tap()
    await button(page, spanOf(booked)).tap()
    await words(page, '开始前 10 分钟').waitFor()

    await button(page, '写几句').tap()
    await page.getByLabel('想让咨询师知道的').filter({ visible: true }).fill('夜里总是醒')
    await button(page, '存下').tap()
    await words(page, '咨询师看得到了').waitFor()
    expect(dataOf(await lu.bookings.card({ bookingId: booked.id })).card).toBe('夜里总是醒')
    await button(page, '收回写给咨询师的话').tap()
    await words(page, '咨询师看不到了').waitFor()
    expect(dataOf(await lu.bookings.card({ bookingId: booked.id })).card).toBeNull()

    const downloads = page.waitForEvent('download')
    await button(page, '加到手机日历').tap()
    const file = await downloads
    expect(file.suggestedFilename()).toBe('心驿预约.ics')
    const ics = await readFile(await file.path(), 'utf8')
    expect(ics).toContain(`UID:${booked.id}@xinyi`)
    expect(ics).toContain('SUMMARY:心驿预约')

    await button(page, '换个时间').tap()
    await words(page, '换好之前，这个时间一直是您的').waitFor()
    const to = morning(4, 10).toISOString()
    const radio = (start: string) =>
      page
        .getByRole('radio', { name: new RegExp(`^${start}`) })
        .filter({ visible: true })
        .first()
    await radio(`${weekdayDateOf(to)}，`).tap()
    await radio(`${weekdayMinuteOf(to)} 可约`).tap()
    await button(page, '换到').tap()
    await answer(page, '知道了')
    await words(page, '已约好').waitFor()
    await button(page, '取消预约').tap()
    await said(page).getByText('不影响您再约').waitFor()
    await answer(page, '取消预约')
    await words(page, '您取消了，时间已经让给别人').waitFor()
    expect(dataOf(await api.bookings.open({ bookingId: booked.id })).state).toBe('cancelled')
    await button(page, '返回').tap()
    await words(page, '以前的').waitFor()
  })

  it('has the number to call, which only its owner reads here', async () => {
    const { key, api } = await somebody()
    const booked = await book(api, morning(5), 'phone')
    const page = await phoneOf(key)
    await open(page, at(bookingAt(booked.id)))
    await page.getByLabel('咨询师打给您的号码').filter({ visible: true }).fill('138 0013 8000')
    await button(page, '存下号码').tap()
    await words(page, '13800138000').waitFor()
    expect(dataOf(await api.bookings.open({ bookingId: booked.id })).phone).toBe('13800138000')
    await button(page, '收回号码').tap()
    await words(page, '收回了，号码清除了').waitFor()
    expect(dataOf(await api.bookings.open({ bookingId: booked.id })).phone).toBeNull()
  })

  it('opens into its conversation from ten minutes before', async () => {
    const { key, api } = await somebody()
    const booked = await book(api, morning(5, 11))
    const from = minutesLater(screens.now(), 9)
    const until = minutesLater(from, 50).toISOString()
    await turnInto(booked.id, (row) => ({ ...row, from: from.toISOString(), until }))
    const page = await phoneOf(key)
    await open(page, at(bookingAt(booked.id)))
    await button(page, '进入对话').tap()
    await page.waitForURL(new RegExp(`/chat/pages/chat/index\\?id=${booked.id}`))
  })

  it('is rated by whoever wants to, after the session', async () => {
    const { key, api } = await somebody()
    const booked = await book(api, morning(6))
    await turnInto(booked.id, (row) => dataOf(wentBy(row, 'attended', new Date(row.from))))
    const page = await phoneOf(key)
    await open(page, at(bookingAt(booked.id)))
    await page.getByRole('radio', { name: '4 分' }).filter({ visible: true }).tap()
    await words(page, '记下了，谢谢您').waitFor()
    expect(dataOf(await api.bookings.open({ bookingId: booked.id })).rating).toBe(4)
    await open(page, at(BOOKINGS))
    await words(page, '已完成').waitFor()
  })

  it('is called off by the counsellor in kind words, with ways on', async () => {
    const { key, api } = await somebody()
    const booked = await book(api, morning(7))
    const page = await phoneOf(key)
    await open(page, at(bookingAt(booked.id)))
    await button(page, '取消预约').waitFor()
    dataOf(await lu.bookings.callOff({ bookingId: booked.id, reason: 'ill' }))
    await button(page, '取消预约').tap()
    await answer(page, '取消预约')
    await answer(page, '知道了')
    await words(page, '咨询师身体不适').waitFor()
    await button(page, '没有合适的时间').waitFor()
  })
})

describe('a place in the queue', () => {
  /** Somebody books and gives it up while another waits: the clock offers it to whoever waits. */
  const offered = async (days: number) => {
    const { key, api } = await somebody()
    const other = await somebody()
    const booked = await book(other.api, morning(days))
    dataOf(await api.waits.join({ waitId: newBookingId(), staffId: LU, field: null, mode: null }))
    dataOf(await other.api.bookings.cancel({ bookingId: booked.id }))
    await aMinutePasses()
    return { key, api, booked }
  }

  it('is told of in the inbox, and turns into a booking by one tap', async () => {
    const { key, api, booked } = await offered(9)
    await aMinutePasses()
    const page = await phoneOf(key)
    await open(page, at('/notices/pages/inbox/index'))
    await button(page, '您等的时间空出来了').tap()
    await words(page, '留给您的时间').waitFor()
    await page.getByRole('radio', { name: '文字' }).filter({ visible: true }).tap()
    await button(page, '约这个时间').tap()
    await words(page, '怎么见').waitFor()
    await expect
      .poll(async () => dataOf(await api.bookings.mine({})).rows)
      .toMatchObject([{ from: booked.from, state: 'confirmed' }])
  })

  it('is kept by a no, and given up by leaving', async () => {
    const { key, api } = await offered(10)
    const page = await phoneOf(key)
    await open(page, at(BOOKINGS))
    await button(page, '这次不要，接着等').tap()
    await words(page, '有空出来的，先问您').waitFor()
    await button(page, '不等了').tap()
    await answer(page, '不等了')
    await words(page, '还没有预约').waitFor()
    expect(dataOf(await api.waits.mine({})).rows).toEqual([])
  })
})

describe.each(extremeLooks)('at $width px, large text: $large, $shade', ({ width, height, large, shade }) => {
  it('shows everything whole, legible and large enough to touch', async () => {
    const { key, api } = await somebody()
    const days = 12 + extremeLooks.findIndex((look) => look.width === width) * 4
    const coming = await book(api, morning(days), 'phone')
    dataOf(await api.bookings.setCard({ bookingId: coming.id, card: '夜里总是醒，不太想让家里知道' }))
    const other = await somebody()
    const freed = await book(other.api, morning(days + 1, 11))
    dataOf(await api.waits.join({ waitId: newBookingId(), staffId: LU, field: null, mode: null }))
    dataOf(await api.waits.join({ waitId: newBookingId(), staffId: null, field: 'sleep', mode: 'phone' }))
    dataOf(await other.api.bookings.cancel({ bookingId: freed.id }))
    await aMinutePasses()
    const off = await book(api, morning(days + 2))
    dataOf(await lu.bookings.callOff({ bookingId: off.id, reason: 'urgent' }))

    const page = await phoneOf(key, { preferences: { large, shade } }, { width, height })
    for (const [name, path, there] of [
      ['bookings', BOOKINGS, '留给您的时间'],
      ['booking', bookingAt(coming.id), '时间有变化'],
      ['called-off', bookingAt(off.id), '很抱歉'],
      ['move', `/counselling/pages/move/index?id=${coming.id}`, '换好之前'],
    ] as const) {
      await open(page, at(path))
      await words(page, there).waitFor()
      if (name === 'move') await words(page, '先选一个时间').waitFor()
      expect({ name, layout: await faultsOfLayout(page), axe: await findings(page) }).toEqual({
        name,
        layout: [],
        axe: [],
      })
      await keepPicture(page, `${name}-${width}-${shade}`)
    }
  })
})
