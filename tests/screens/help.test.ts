import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { callsStore, shiftsStore } from '../../cloudfunctions/duty/store'
import { dayOf, minutesLater } from '../../src/domain/time'
import { arrive, button, open, stored, words } from './in-app'
import { extremeLooks, faultsOfLayout, findings } from './looks'
import { openScreens, PHONE, type Screens } from './open-screens'
import { keepPicture } from './pictures'
import { signedIn } from './signed-in'

const CUT_OFF = /Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)/
const NUMBER = '13800138000'
const HELP = '/#/pages/help/index'
let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterEach(async () => {
  await screens.leave()
  expect(screens.complaints()).toEqual([])
})
afterAll(() => screens.close())

/** From here on nothing that this page asks for is ever answered. */
const holdEverything = (page: Page) => page.route('**/*', () => undefined)

const helpIsThere = async (page: Page) => {
  await page.getByRole('heading', { name: '您现在安全吗？' }).filter({ visible: true }).waitFor()
  for (const number of ['12356', '120', '110', '12351']) await button(page, `拨打 ${number}，`).waitFor()
}

const card = (page: Page, title: string) =>
  page.getByRole('heading', { name: title }).filter({ visible: true }).waitFor()

/** A colleague's time on duty, as the rota has it. */
const planShift = async (id: string, from: Date, until: Date) => {
  await signedIn(screens, id, '周敏', 'supervisor')
  await screens.server.database
    .open(shiftsStore)
    .insert({ id, staffId: id, name: '周敏', from: from.toISOString(), until: until.toISOString() })
}
const cancelShift = (id: string) => screens.server.database.open(shiftsStore).remove(id)

describe('help without an answer from anywhere', () => {
  it('is painted from every tab while every request is held', async () => {
    const page = await arrive(screens)
    for (const tab of await page.getByRole('navigation').filter({ visible: true }).getByRole('link').allInnerTexts()) {
      await page.getByRole('link', { name: tab }).filter({ visible: true }).tap()
      // The tab being left stays in sight until the other has come, with a help entry of its own.
      await page.locator('[aria-current="page"]').filter({ hasText: tab, visible: true }).waitFor()
      await expect.poll(() => page.getByRole('heading', { level: 1 }).filter({ visible: true }).count()).toBe(1)
      await holdEverything(page)
      await button(page, '需要帮助').tap()
      await helpIsThere(page)
      await words(page, '正在查现在有没有同事值守').waitFor()
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      await button(page, '返回').tap()
    }
  })

  it('is painted from a first page whose own contents never come', async () => {
    const page = await screens.visitor(PHONE)
    await page.route('**/api/**', () => undefined)
    await open(page, screens.url)
    await button(page, '需要帮助').tap()
    await helpIsThere(page)
  })

  it('is painted after an answer in a test, with nothing asked of anybody before', async () => {
    const page = await arrive(screens)
    await holdEverything(page)
    await page.evaluate(() => {
      location.hash = '#/pages/help/index?from=answer'
    })
    await helpIsThere(page)
    await words(page, '谢谢您如实回答').waitFor()
    await button(page, '继续回答').tap()
    await page.getByRole('heading', { name: '新近' }).filter({ visible: true }).waitFor()
  })

  it('says what it cannot know, and that a number cannot be sent', async () => {
    const page = await arrive(screens)
    await page.evaluate(() => localStorage.setItem('deviceKey', JSON.stringify({ data: 'd_nobody' })))
    screens.excuse(CUT_OFF)
    await page.context().setOffline(true)
    await button(page, '需要帮助').tap()
    await words(page, '现在查不到有没有同事值守').waitFor()
    await button(page, '留一个号码').tap()
    await page.getByLabel('您的电话号码').fill(NUMBER)
    await button(page, '请给我回电').tap()
    await page.getByRole('alert').filter({ hasText: '现在发不出去' }).waitFor()
    expect(await page.getByLabel('您的电话号码').inputValue()).toBe(NUMBER)
  })

  it('hides at once, and no step back shows it', async () => {
    const page = await arrive(screens)
    await button(page, '需要帮助').tap()
    await helpIsThere(page)
    await button(page, '快速隐藏').tap()
    await words(page, '返回首页').waitFor()
    await page.goBack()
    await words(page, '返回首页').waitFor()
    expect(await words(page, '您现在安全吗').count()).toBe(0)
  })
})

describe('asking to be called back', () => {
  const askFor = async (page: Page) => {
    await button(page, '留一个号码').tap()
    await page.getByLabel('您的电话号码').fill('138 0013 8000')
    await button(page, '请给我回电').tap()
  }
  const kept = () => screens.server.database.open(callsStore).count({ index: 'byState', where: { state: 'waiting' } })

  it('goes over the words to agree to, waits for whoever is on duty, and is taken back', async () => {
    const now = screens.now()
    await planShift('now', minutesLater(now, -60), minutesLater(now, 60))
    const page = await arrive(screens)
    await button(page, '需要帮助').tap()
    await words(page, '现在有同事值守，一般 5 分钟内接下').waitFor()
    expect(await stored(page, 'deviceKey')).toBeNull()

    const sent: string[] = []
    page.on('request', (request) => sent.push(request.postData() ?? ''))
    await askFor(page)
    await page.getByRole('heading', { name: '请值守的人回电' }).waitFor()
    await button(page, '先不同意').tap()
    await page.getByRole('alert').filter({ hasText: '号码没有离开这部手机' }).waitFor()
    await button(page, '请给我回电').tap()
    await button(page, '同意').tap()
    await card(page, '正在等同事接下')
    expect(sent.filter((body) => body.includes(NUMBER))).toHaveLength(1)
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(NUMBER)
    expect(await kept()).toBe(1)

    await open(page, screens.url + HELP)
    await card(page, '正在等同事接下')
    await button(page, '撤回回电请求').tap()
    await page.getByRole('dialog').getByRole('button', { name: '撤回', exact: true }).tap()
    await words(page, '已经撤回，号码清除了').waitFor()
    expect(await kept()).toBe(0)
    await cancelShift('now')
  })

  it('promises nobody while nobody is there, and names the next time', async () => {
    const tomorrow = new Date(`${dayOf(minutesLater(screens.now(), 24 * 60))}T08:00:00+08:00`)
    await planShift('tomorrow', tomorrow, minutesLater(tomorrow, 240))
    const page = await arrive(screens)
    await button(page, '需要帮助').tap()
    await words(page, '现在没有同事值守，下一次值守从明天 08:00开始').waitFor()
    await askFor(page)
    await button(page, '同意').tap()
    await words(page, '在那之前不一定有人打来').waitFor()
    await cancelShift('tomorrow')
  })

  it('is one request when the answer is lost and it is asked again', async () => {
    const before = await kept()
    const page = await arrive(screens)
    await button(page, '需要帮助').tap()
    screens.excuse(CUT_OFF)
    const ids: string[] = []
    await page.route('**/api/duty', async (route) => {
      const { action, data } = JSON.parse(route.request().postData() ?? '{}')
      if (action !== 'calls.ask') return route.continue()
      ids.push(data.callId)
      if (ids.length > 1) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await askFor(page)
    await button(page, '同意').tap()
    await page.getByRole('alert').filter({ hasText: '还不知道有没有发到' }).waitFor()
    await button(page, '请给我回电').tap()
    await card(page, '正在等同事接下')
    expect(new Set(ids).size).toBe(1)
    expect(await kept()).toBe(before + 1)
  })
})

describe.each(extremeLooks)('help at $width px, large text: $large, $shade', ({ width, height, large, shade }) => {
  it('is whole, legible and large enough to touch', async () => {
    const page = await screens.visitor({ ...PHONE, viewport: { width, height } })
    await screens.withAxe(page)
    await page.addInitScript(
      (data) => {
        if (location.protocol === 'http:') localStorage.setItem('preferences', JSON.stringify({ data }))
      },
      { large, shade },
    )
    const check = async () =>
      expect({ layout: await faultsOfLayout(page), axe: await findings(page) }).toEqual({ layout: [], axe: [] })
    await open(page, `${screens.url}${HELP}?from=answer`)
    await helpIsThere(page)
    await words(page, '现在没有同事值守').waitFor()
    await check()
    if (!large) await keepPicture(page, 'app-help')
    await page.getByRole('radio', { name: '不太安全' }).tap()
    await button(page, '留一个号码').tap()
    await page.getByLabel('您的电话号码').fill('1380013')
    await button(page, '请给我回电').tap()
    await page.getByRole('alert').waitFor()
    await check()
  })
})

describe('when the server is gone', () => {
  it('is there all the same', async () => {
    const page = await arrive(screens)
    screens.excuse(CUT_OFF)
    await screens.server.close()
    await button(page, '需要帮助').tap()
    await helpIsThere(page)
    await words(page, '现在查不到有没有同事值守').waitFor()
  })
})
