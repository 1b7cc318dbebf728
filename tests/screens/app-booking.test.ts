import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../../src/contract/client'
import { noticeWords } from '../../src/domain/notices/words'
import { daysLater } from '../../src/domain/time'
import { spanOf, weekdayDateOf, weekdayMinuteOf } from '../../src/miniprogram/phone/times'
import { newBookingId } from '../house/booked'
import { dataOf } from '../house/data-of'
import {
  COUNSELLOR,
  chooseTime as choose,
  holdButton,
  LIST,
  LU,
  morning as morningOf,
  openCounselling,
  phoneAbroad,
  radio,
  TALK,
  WISH,
  willingReader,
} from './counselling-phone'
import { button, open, words } from './in-app'
import type { Screens } from './open-screens'
import { readerAt } from './reader'

const CARD = '夜里总是醒，不太想让家里知道'

let screens: Screens
let lu: Api

const somebody = () => willingReader(screens)
const morning = (days: number, hour?: number) => morningOf(screens, days, hour)
const phone = (held?: Parameters<typeof phoneAbroad>[1]) => phoneAbroad(screens, held)
const at = (path: string) => `${screens.url}/#${path}`
const answer = (page: Page, name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }).tap()
const hold = (page: Page) => holdButton(page).tap()
const write = (page: Page, name: string, text: string) => page.getByLabel(name).filter({ visible: true }).fill(text)

beforeAll(async () => {
  const opened = await openCounselling()
  screens = opened.screens
  lu = opened.lu
})
afterEach(async () => {
  await screens.leave()
  expect(screens.complaints()).toEqual([])
})
afterAll(() => screens.close())

describe('finding somebody', () => {
  it('needs no login: from 聊 to the list, narrowed, and on to somebody', async () => {
    const page = await phone()
    await open(page, at(TALK))
    await button(page, '约咨询师').tap()
    await button(page, '陆静').waitFor()
    await button(page, '方向，不限').tap()
    await radio(page, '睡眠').tap()
    await button(page, '方向，睡眠').waitFor()
    await button(page, '林月华').waitFor()
    await button(page, '性别，不限').tap()
    await radio(page, '男').tap()
    await words(page, '没有正好都合适的咨询师').waitFor()
    await button(page, '没有合适的时间').waitFor()
    await button(page, '先打个电话').waitFor()
    await button(page, '不限条件，看全部').tap()
    await button(page, '陆静').tap()
    await words(page, '做过十二年的心理热线').waitFor()
    await radio(page, `${weekdayDateOf(morning(1))}，`).waitFor()
    expect(await page.evaluate(() => localStorage.getItem('deviceKey'))).toBeNull()
  })

  it('comes narrowed to the field that a result leads to', async () => {
    const page = await phone()
    await open(page, at(`${LIST}?field=drinking`))
    await button(page, '陈国栋').waitFor()
    await words(page, '擅长「饮酒」的咨询师').waitFor()
    expect(await button(page, '陆静').count()).toBe(0)
  })
})

describe('a time of one’s own', () => {
  it('is held once the person has agreed, and confirmed with words for the counsellor', async () => {
    const from = morning(4)
    const page = await phone()
    await open(page, at(COUNSELLOR))
    await choose(page, from)
    await hold(page)
    await page.getByRole('button', { name: '同意', exact: true }).filter({ visible: true }).tap()
    await words(page, /还有 \d+ 分/).waitFor()
    await words(page, '只给这位咨询师看').waitFor()
    await write(page, '想让咨询师知道的', CARD)
    await button(page, '确认预约').tap()
    await words(page, '已约好').waitFor()
    await words(page, CARD).waitFor()
    const key = await page.evaluate(() => JSON.parse(localStorage.getItem('deviceKey') ?? '{}').data as string)
    const api = readerAt(screens.url, key)
    const { rows } = dataOf(await api.bookings.mine({}))
    expect(rows).toMatchObject([{ from, mode: 'text', state: 'confirmed', shared: true }])
    expect(dataOf(await lu.bookings.card({ bookingId: rows[0]?.id ?? '' })).card).toBe(CARD)
  })

  it('is one booking though the answer was lost, and is found again by whoever was cut off', async () => {
    const { key, api } = await somebody()
    const page = await phone({ key })
    await open(page, at(COUNSELLOR))
    await choose(page, morning(2, 10))
    screens.excuse(/Failed to load resource/)
    await page.route(
      '**/api/counselling',
      async (route) => {
        await route.fetch()
        await route.abort()
      },
      { times: 1 },
    )
    await hold(page)
    await words(page, '再点一次也只算一次').waitFor()
    await hold(page)
    await words(page, /还有 \d+ 分/).waitFor()
    expect(dataOf(await api.bookings.mine({})).rows).toMatchObject([{ state: 'held' }])

    const later = await phone({ key })
    await open(later, at(LIST))
    await words(later, '您有一个时间还没确认').waitFor()
    await button(later, '去确认').tap()
    await words(later, /还有 \d+ 分/).waitFor()
    await later.clock.setFixedTime(daysLater(screens.now(), 1))
    await words(later, '时间已经放开，不算约过').waitFor()

    await button(page, '先不约了').tap()
    await radio(page, `${weekdayMinuteOf(morning(2, 10))} 可约`).waitFor()
    expect(dataOf(await api.bookings.mine({})).rows).toEqual([])
  })

  it('week after week: says which could not be had, and the rest can be kept or let go', async () => {
    const other = await somebody()
    const taken = { bookingId: newBookingId(), staffId: LU, from: morning(10, 11), mode: 'text' as const }
    dataOf(await other.api.bookings.hold(taken))
    dataOf(await other.api.bookings.confirm({ bookingId: taken.bookingId }))
    const { key, api } = await somebody()
    const page = await phone({ key })
    await open(page, at(COUNSELLOR))
    await choose(page, morning(3, 11))
    await radio(page, '3 次').tap()
    await hold(page)
    await words(page, '留到了 2 次').waitFor()
    await words(page, '有 1 次没有约上').waitFor()
    await words(page, weekdayMinuteOf(taken.from)).waitFor()
    await button(page, '都不要了').tap()
    await radio(page, `${weekdayMinuteOf(morning(3, 11))} 可约`).tap()
    expect(dataOf(await api.bookings.mine({})).rows).toEqual([])
    await hold(page)
    await button(page, '确认这 2 次').tap()
    await words(page, '每周一次，一共 2 次').waitFor()
    const { rows } = dataOf(await api.bookings.mine({}))
    expect(rows.map(({ from, state }) => [from, state])).toEqual([
      [morning(17, 11), 'confirmed'],
      [morning(3, 11), 'confirmed'],
    ])
  })
})

describe('whoever finds no time', () => {
  it('waits for this counsellor, or for anybody who fits', async () => {
    const { key, api } = await somebody()
    const page = await phone({ key })
    await open(page, at(COUNSELLOR))
    await button(page, '有空出来就告诉我').tap()
    await words(page, '候补排上了').waitFor()
    await open(page, at(COUNSELLOR))
    await words(page, '候补排上了').waitFor()
    await open(page, at(`${LIST}?field=sleep`))
    await button(page, '有空出来就告诉我').tap()
    await words(page, '候补排上了').waitFor()
    expect(dataOf(await api.waits.mine({})).rows).toMatchObject([
      { staffId: LU, field: null },
      { staffId: null, field: 'sleep' },
    ])
  })

  it('says what would suit, is answered, and books what was found, with a number for a call', async () => {
    const { key, api } = await somebody()
    const page = await phone({ key })
    await open(page, at(WISH))
    await page.getByRole('checkbox', { name: '晚上' }).filter({ visible: true }).tap()
    await page.getByRole('checkbox', { name: '周末' }).filter({ visible: true }).tap()
    await write(page, '还想说的', CARD)
    await button(page, '告诉我们').tap()
    await words(page, '正在为您找时间').waitFor()
    const [wish] = dataOf(await api.wishes.mine({})).rows
    expect(wish).toMatchObject({ times: ['evening', 'weekend'], mode: null, field: null, words: CARD })
    const from = morning(4, 10)
    const proposals = [{ staffId: LU, from, mode: 'phone' as const }]
    dataOf(await lu.wishes.answer({ wishId: wish?.id ?? '', proposals }))

    await open(page, at(WISH))
    await words(page, '为您找到了这些时间').waitFor()
    const { until } = dataOf(await api.wishes.mine({})).rows[0]?.proposals[0] ?? { until: '' }
    await button(page, spanOf({ from, until })).tap()
    await words(page, '咨询师打给您的号码').waitFor()
    await button(page, '确认预约').waitFor()
    expect(await button(page, '确认预约').getAttribute('aria-disabled')).toBe('true')
    await write(page, '咨询师打给您的号码', '138 0013 8000')
    await button(page, '确认预约').tap()
    await words(page, '已约好').waitFor()
    const [booking] = dataOf(await api.bookings.mine({})).rows
    expect(booking).toMatchObject({ from, mode: 'phone', state: 'confirmed', phoneGiven: true })

    await open(page, at(WISH))
    await button(page, '删掉这一条').tap()
    await answer(page, '删掉')
    await words(page, '告诉我们您什么时候方便').waitFor()
    expect(dataOf(await api.wishes.mine({})).rows).toEqual([])
  })
})

it('is reminded of the day before, by words that lead to what was booked', async () => {
  const { key, api } = await somebody()
  const bookingId = newBookingId()
  const from = morning(3)
  dataOf(await api.bookings.hold({ bookingId, staffId: LU, from, mode: 'text' }))
  const booked = dataOf(await api.bookings.confirm({ bookingId }))
  await screens.tick()
  screens.forward((Date.parse(from) - screens.now().getTime()) / 60_000 - 24 * 60 + 1)
  await screens.tick()
  const page = await phone({ key })
  await open(page, at('/notices/pages/inbox/index'))
  await button(page, noticeWords['booking-tomorrow']).tap()
  await button(page, spanOf(booked)).waitFor()
})
