import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../../src/contract/client'
import type { ProgrammedEvent } from '../../src/contract/events'
import { dayOf, daysLater, monthOf } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { announced, tenOn } from '../house/planned'
import { phoneAbroad } from './counselling-phone'
import { button, open, words } from './in-app'
import { extremeLooks, faultsOfLayout, findings } from './looks'
import { openScreens, type Screens } from './open-screens'
import { keepPicture } from './pictures'
import { readerAt } from './reader'
import { tokenOf } from './signed-in'

const TITLE = '下班后画一画'
const DRAWN = '画在瓷盘上'

let screens: Screens
let host: Api
let [openDay, drawn] = [] as unknown as [ProgrammedEvent, ProgrammedEvent]

const at = (path: string) => `${screens.url}/#/events/pages/${path}`
const of = (page: string, { id }: ProgrammedEvent) => at(`${page}/index?id=${id}`)

const reader = async () => {
  const { key } = dataOf(await readerAt(screens.url).devices.enrol({}))
  return { key, api: readerAt(screens.url, key) }
}
const joining = ({ id }: ProgrammedEvent) => ({
  ...{ eventId: id, places: 1, shares: [], answers: [] },
  trade: 'transport' as const,
})

beforeAll(async () => {
  screens = await openScreens()
  const now = screens.now()
  host = readerAt(screens.url, await tokenOf(screens, 'zhengyan', '郑岩', 'host'))
  const second = readerAt(screens.url, await tokenOf(screens, 'sunhost', '孙主持', 'host'))
  const who = { host, second, now }
  const about = '不用会画画，纸笔都有。想看不想画，也可以坐着看。'
  const questions = [{ id: 'q1', text: '想画点什么', needed: false }]
  const opensAt = daysLater(now, -1).toISOString()
  openDay = await announced(who, { title: TITLE, about, opensAt, questions, place: '三楼大厅', hours: 2 })
  const begins = tenOn(daysLater(now, 8))
  drawn = await announced(who, {
    ...{ title: DRAWN, about, opensAt, way: 'draw', place: '三楼大厅' },
    times: [{ from: begins.toISOString(), until: new Date(begins.getTime() + 7_200_000).toISOString() }],
  })
})
afterEach(async () => {
  await screens.leave()
  expect(screens.complaints()).toEqual([])
})
afterAll(() => screens.close())

describe.each(extremeLooks)('at $width px, large text: $large, $shade', ({ width, height, large, shade }) => {
  it('shows everything whole, legible and large enough to touch', async () => {
    const { key, api } = await reader()
    const kept = { preferences: { large, shade } }
    const page = await phoneAbroad(screens, { key, kept, viewport: { width, height } })
    const look = async (name: string, url: string, there: string | RegExp, then?: () => Promise<void>) => {
      await open(page, url)
      await words(page, there).waitFor()
      await then?.()
      const seen = { name, layout: await faultsOfLayout(page), axe: await findings(page) }
      expect(seen).toEqual({ name, layout: [], axe: [] })
      await keepPicture(page, `${name}-${width}-${shade}`)
    }
    await look('events', at('calendar/index'), '我的活动')
    await look('event', of('event', openDay), '几个人来')
    await look('event-live', at('event/index?id=samplelive0000001'), '想问的')
    dataOf(await api.signups.join(joining(openDay)))
    dataOf(await api.signups.join(joining(drawn)))
    await look('event-seated', of('event', openDay), '有名额了')
    await look('my-events', at('mine/index'), '接下来')
    await look('ticket', of('ticket', openDay), '秒后换新的')
    await look('draw', of('draw', drawn), '抽签')
    await look('rate', of('rate', openDay), '评')
    await look('certificate', of('certificate', openDay), '学时证明')
    await look('door', at('door/index'), '签到口令')
  })
})

describe('somebody who wants to come', () => {
  let page: Page
  let me: Awaited<ReturnType<typeof reader>>

  it('finds it in the month, says a trade once, and has a seat', async () => {
    me = await reader()
    page = await phoneAbroad(screens, { key: me.key })
    await open(page, screens.url)
    await button(page, '活动').tap()
    const month = monthOf(openDay.times[0]?.from ?? '')
    await words(page, '开放日、团体、讲座和直播').waitFor()
    if (month !== monthOf(screens.now())) await button(page, '下个月').tap()
    await button(page, `开放日 · .*${TITLE}`).tap()
    await words(page, '几个人来').waitFor()
    await button(page, '报名$').tap()
    await words(page, '请先选一下您的岗位').waitFor()
    await page.getByRole('radio', { name: '快递外卖' }).filter({ visible: true }).tap()
    await page.getByLabel('想画点什么').fill('一棵树')
    await button(page, '报名$').tap()
    await words(page, '有名额了').waitFor()
    const { mine } = dataOf(await me.api.events.open({ eventId: openDay.id }))
    expect(mine).toMatchObject({ state: 'seated', trade: 'delivery' })
    const day = Number(dayOf(openDay.times[0]?.from ?? '').slice(8))
    expect(day).toBeGreaterThan(0)
  })

  it('shows the ticket off line, too, and is let in by the digits at the door', async () => {
    page = await phoneAbroad(screens, { key: me.key })
    await open(page, of('ticket', openDay))
    await words(page, '秒后换新的').waitFor()
    screens.excuse(/net::ERR_/)
    await page.route(
      (url) => url.pathname.startsWith('/api/'),
      (route) => route.abort('internetdisconnected'),
    )
    await open(page, of('ticket', openDay))
    await words(page, '秒后换新的').waitFor()
    expect(await page.getByRole('img', { name: '票的二维码' }).filter({ visible: true }).count()).toBe(1)
  })

  it('gives the seat back, and is asked before', async () => {
    page = await phoneAbroad(screens, { key: me.key })
    await open(page, of('event', openDay))
    await button(page, '取消报名').tap()
    await words(page, '名额会马上给候补的下一位').waitFor()
    await page.getByText('取消报名', { exact: true }).filter({ visible: true }).last().tap()
    await words(page, '您取消了报名').waitFor()
    expect(dataOf(await me.api.signups.open({ eventId: openDay.id })).state).toBe('cancelled')
  })
})
