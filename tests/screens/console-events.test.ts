import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../src/domain/staff/words'
import { dayOf, daysLater } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { choose, chooseBranch, told, wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { readerAt } from './reader'
import { signedIn } from './signed-in'

const TITLE = '下班后画一画'

let screens: Screens
let host: Page
let second: Page

beforeAll(async () => {
  screens = await openScreens()
  host = await signedIn(screens, 'zhengyan', '郑岩', 'host')
  second = await signedIn(screens, 'wangjie', '王洁', 'manager')
  for (const page of [host, second]) await screens.withAxe(page)
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

/** Days have passed: whoever was signed in then is not any more. */
const anew = async (login: string, ...roles: Role[]) => {
  const page = await signedIn(screens, login, '郑岩', ...(roles.length > 0 ? roles : (['host'] as const)))
  await screens.withAxe(page)
  await page.clock.setFixedTime(screens.now())
  return page
}

const day = () => dayOf(daysLater(screens.now(), 6))
const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title })

describe('an open day', () => {
  it('is written by a host: nothing has to be whole until it is handed in', async () => {
    await host.goto(`${screens.url}/admin/#/events`)
    await host.getByRole('heading', { name: '活动', level: 1 }).waitFor()
    expect(await wrongOn(host)).toEqual([])
    await host.getByRole('button', { name: '新活动' }).click()
    const dialog = host.getByRole('dialog', { name: '新活动' })
    await dialog.getByLabel('名称').fill(TITLE)
    await chooseBranch(dialog, '哪个组织办', '选「市总工会（示例市）」')
    expect(await wrongOn(host)).toEqual([])
    await dialog.getByRole('button', { name: '开始写' }).click()
    await host.getByRole('heading', { name: TITLE, level: 1 }).waitFor()
    expect(await wrongOn(host)).toEqual([])
    await host.getByRole('button', { name: '送审' }).click()
    await told(host, '请先写好活动的名称和介绍')
  })

  it('has hours, seats and a sign-up that are filled in as most do it', async () => {
    await host.getByRole('textbox', { name: '介绍' }).fill('不用会画画，纸笔都有。')
    await host.getByRole('textbox', { name: '主题' }).fill('曼陀罗绘画')
    await host.getByRole('textbox', { name: '地点' }).fill('三楼大厅')
    await choose(host.locator('main').first(), '老师', '魏一宁（示例）')
    await host.getByRole('button', { name: '加时间' }).click()
    await host.getByLabel('第 1 次哪天').fill(day())
    await host.getByLabel('第 1 次从几点').fill('18:30')
    await host.getByLabel('第 1 次到几点').fill('20:00')
    await host.getByLabel('留给倒班和一线').fill('5')
    await host.getByLabel('都可以来').check()
    await host.getByRole('button', { name: '按常用的填报名时间' }).click()
    await host.getByRole('button', { name: '加一个问题' }).click()
    await host.getByRole('textbox', { name: '第 1 个问题' }).fill('想画点什么')
    await host.getByText('有修改还没有保存').waitFor()
    await host.getByRole('link', { name: '回到列表' }).click()
    const leaving = host.getByRole('dialog', { name: '有修改还没有保存' })
    await leaving.getByRole('button', { name: '留在这一页' }).click()
    await host.getByRole('button', { name: '保存草稿' }).click()
    await host.getByText('都保存好了').waitFor()
    expect(await wrongOn(host)).toEqual([])
    await host.getByRole('button', { name: '送审' }).click()
    await host.getByText('自己写的要由同事发布').waitFor()
    expect(await host.getByRole('button', { name: '发布' }).count()).toBe(0)
  })

  it('is sent back with a word, handed in again and let out by somebody else', async () => {
    await second.goto(`${screens.url}/admin/#/events`)
    await second.getByRole('link', { name: TITLE }).click()
    await second.getByRole('button', { name: '退回修改' }).click()
    const back = second.getByRole('dialog', { name: '退回给写的人' })
    await back.getByLabel('哪里要改').fill('请写上要不要带东西')
    await back.getByRole('button', { name: '退回', exact: true }).click()
    await second.getByText('草稿').first().waitFor()
    await host.reload()
    await host.getByText('退回时说：请写上要不要带东西').waitFor()
    await host.getByRole('textbox', { name: '介绍' }).fill('不用会画画，什么都不用带。')
    await host.getByRole('button', { name: '送审' }).click()
    await host.getByText('自己写的要由同事发布').waitFor()
    await second.reload()
    await second.getByText('不用会画画，什么都不用带。').waitFor()
    expect(await wrongOn(second)).toEqual([])
    await second.getByRole('button', { name: '发布' }).click()
    await second.getByRole('dialog').getByRole('button', { name: '发布' }).click()
    await second.getByText('报名中').first().waitFor()
  })

  it('is moved with a word to everybody, copied, and found in the lists', async () => {
    await host.reload()
    await host.getByRole('button', { name: '改时间或地点' }).click()
    const move = host.getByRole('dialog', { name: '改时间或地点' })
    await move.getByLabel('第 1 次从几点').fill('19:00')
    await move.getByLabel('告诉大家的话').fill('给下班的人多留半小时')
    expect(await wrongOn(host)).toEqual([])
    await move.getByRole('button', { name: '改好并告诉大家' }).click()
    await host.getByText('告诉大家的话：给下班的人多留半小时').waitFor()
    await host.getByText(/19:00–20:00/).waitFor()
    await host.getByRole('button', { name: '照这一场再办' }).click()
    const copy = host.getByRole('dialog', { name: '照这一场再办' })
    await copy.getByLabel('第 1 场从').fill(`${dayOf(daysLater(screens.now(), 40))}T19:00`)
    await copy.getByRole('button', { name: '做成草稿' }).click()
    await copy.waitFor({ state: 'detached' })
    await host.getByRole('link', { name: '回到列表' }).click()
    await expect.poll(() => row(host, TITLE).count()).toBe(2)
    await host.getByRole('tab', { name: '接下来' }).click()
    await expect.poll(() => row(host, TITLE).count()).toBe(1)
    expect(await wrongOn(host)).toEqual([])
  })
})

describe('a live', () => {
  it('has questions that the host reads without a name and marks as answered', async () => {
    const lin = readerAt(screens.url, dataOf(await readerAt(screens.url).devices.enrol({})).key)
    const one = { eventId: 'samplelive0000001' }
    dataOf(await lin.liveQuestions.ask({ ...one, questionId: 'questionscreen01', text: '下了夜班怎么睡' }))
    await host.goto(`${screens.url}/admin/#/events/${one.eventId}?show=questions`)
    await host.getByRole('button', { name: '看 1 个新的提问' }).click()
    await host.getByText('下了夜班怎么睡').waitFor()
    expect(await wrongOn(host)).toEqual([])
    await host.getByRole('radiogroup', { name: '标记' }).getByText('讲到了').click()
    await expect
      .poll(async () => dataOf(await lin.liveQuestions.mine(one)).rows.map(({ state }) => state))
      .toEqual(['taken'])
    expect(dataOf(await lin.privacy.readings({})).rows).toHaveLength(1)
  })
})

describe('the door', () => {
  it('opens a day before: names, the digits for self check-in, and somebody who is there', async () => {
    const lin = readerAt(screens.url, dataOf(await readerAt(screens.url).devices.enrol({})).key)
    const { rows } = dataOf(await lin.events.month({ month: day().slice(0, 7) }))
    const event = rows.find(({ title }) => title === TITLE)
    const eventId = event?.id ?? ''
    const { questions } = dataOf(await lin.events.open({ eventId }))
    const answers = questions.map(({ id }) => ({ questionId: id, text: '一棵树' }))
    dataOf(await lin.signups.join({ eventId, places: 1, shares: [], trade: 'health', answers }))
    await host.goto(`${screens.url}/admin/#/events/${eventId}?show=door`)
    await host.getByRole('button', { name: '打开名单' }).click()
    await told(host, '签到名单从活动前一天到结束后一天可以看')
    screens.forward((Date.parse(event?.times[0]?.from ?? '') - screens.now().getTime()) / 60_000 - 30)
    host = await anew('zhengyan2')
    await host.goto(`${screens.url}/admin/#/events/${eventId}?show=door`)
    await host.getByRole('button', { name: '打开名单' }).click()
    await host
      .getByRole('region', { name: '门口的六位数字' })
      .getByText(/^\d{6}$/)
      .waitFor()
    await host.getByRole('button', { name: /到了$/ }).click()
    await host.getByText(/^\d\d:\d\d 到$/).waitFor()
    await host.getByRole('button', { name: '看回答' }).click()
    await host.getByText('一棵树').waitFor()
    await host.getByRole('button', { name: '给签到的同事一个口令' }).click()
    const pass = host.getByRole('dialog', { name: '签到口令' })
    await pass.getByText(/^[2-9A-Z]{4} [2-9A-Z]{4}$/).waitFor()
    expect(await wrongOn(host)).toEqual([])
    await pass.getByRole('button', { name: '关闭' }).click()
    expect(dataOf(await lin.privacy.readings({})).rows).toHaveLength(1)
  })

  it('is closed once it is over, and the report says numbers and no name', async () => {
    const eventId = host.url().replace(/.*events\/(\w+).*/, '$1')
    screens.forward(120)
    await screens.tick()
    host = await anew('zhengyan3')
    await host.goto(`${screens.url}/admin/#/events/${eventId}`)
    await host.getByRole('tab', { name: '报告' }).click()
    await host.getByRole('button', { name: '结束签到' }).click()
    await host.getByRole('dialog').getByRole('button', { name: '结束签到' }).click()
    await host
      .getByText(/结束签到$/)
      .first()
      .waitFor()
    await host.getByRole('region', { name: '人数' }).getByText('来过').waitFor()
    expect(await wrongOn(host)).toEqual([])
  })
})

describe('beside it', () => {
  it('teachers, with the rule that everybody can read', async () => {
    await host.goto(`${screens.url}/admin/#/teachers`)
    await host
      .getByRole('region', { name: '公开的规则' })
      .getByText(/满 20 份评价、平均低于 3.5/)
      .waitFor()
    await host.getByRole('button', { name: '新的老师' }).click()
    const dialog = host.getByRole('dialog', { name: '新的老师' })
    await dialog.getByLabel('姓名').fill('周老师')
    await dialog.getByLabel('介绍').fill('带团体')
    expect(await wrongOn(host)).toEqual([])
    await dialog.getByRole('button', { name: '保存' }).click()
    await row(host, '周老师').getByText('还不到十份').waitFor()
    expect(await wrongOn(host)).toEqual([])
  })

  it('lectures by district, whose number a manager sets', async () => {
    second = await anew('wangjie2', 'manager')
    await second.goto(`${screens.url}/admin/#/events?show=lectures`)
    const quota = second.getByLabel('和平区总工会（示例）计划几场')
    await quota.fill('9')
    await second.getByRole('button', { name: '保存' }).click()
    await second.getByText('已保存').waitFor()
    await second.reload()
    await expect.poll(() => second.getByLabel('和平区总工会（示例）计划几场').inputValue()).toBe('9')
    expect(await wrongOn(second)).toEqual([])
  })

  it('figures of events, each with how it is counted', async () => {
    await second.goto(`${screens.url}/admin/#/insights?tab=events`)
    await second.getByRole('heading', { name: '全部活动' }).waitFor()
    await second.getByText('有名额、结束时没有签到的').first().waitFor()
    expect(await wrongOn(second)).toEqual([])
  })
})
