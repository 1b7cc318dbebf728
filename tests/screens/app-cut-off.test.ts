import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { builtClients } from '../../src/server/server'
import { arrive, button, open, titleOf, words } from './in-app'
import { openScreens, PHONE, type Screens } from './open-screens'

const ARTICLE = titleOf('sleep-after-shifts')
/** What Chromium writes to its console for a request that the network refused. */
const CUT_OFF = /Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED)/

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterEach(async () => {
  await screens.leave()
  expect(screens.complaints()).toEqual([])
})
afterAll(() => screens.close())

/** Files of the app that this browser has by now. */
const fetched = (page: Page) =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').slice(-2).join('/')))

/** A page is a script and a sheet of the same number. */
const filesOfPages = async () => {
  const [sheets, scripts] = await Promise.all(['css', 'js'].map((kind) => readdir(join(builtClients, 'h5', kind))))
  const numbers = (sheets ?? []).map((name) => name.split('.')[0])
  const chosen = (scripts ?? []).filter((name) => name.endsWith('.js') && numbers.includes(name.split('.')[0]))
  return [...(sheets ?? []).map((name) => `css/${name}`), ...chosen.map((name) => `js/${name}`)]
}

describe('without a network', () => {
  it('shows the numbers to call, and breathes along', async () => {
    const page = await arrive(screens)
    screens.excuse(CUT_OFF)
    await page.context().setOffline(true)
    await button(page, '需要帮助').tap()
    await page.getByRole('heading', { name: '求助电话' }).waitFor()
    await button(page, '跟着圆圈慢慢呼吸').tap()
    await page.getByRole('heading', { name: '呼吸', level: 1 }).waitFor()
    await page.getByRole('button', { name: '开始', exact: true }).tap()
    await page.locator('.breathing__phase').filter({ hasText: '吸气' }).waitFor()
  })

  it.each(['12356', '120', '110'])('dials %s with one tap', async (number) => {
    const page = await screens.visitor(PHONE)
    await open(page, `${screens.url}/#/pages/help/index`)
    await button(page, `拨打 ${number}，`).waitFor()
    const browser = await page.context().newCDPSession(page)
    const dialled: string[] = []
    browser.on('Page.frameRequestedNavigation', ({ url }) => dialled.push(url))
    await browser.send('Page.enable')
    screens.excuse(CUT_OFF)
    await page.context().setOffline(true)
    await button(page, `拨打 ${number}，`).tap()
    await expect.poll(() => dialled).toEqual([`tel:${number}`])
  })

  it('opens an article that was read before, and says from when it is', async () => {
    const page = await arrive(screens)
    await button(page, ARTICLE).tap()
    await page.getByRole('heading', { name: ARTICLE }).waitFor()
    await button(page, '返回').tap()
    screens.excuse(CUT_OFF)
    await page.context().setOffline(true)
    await button(page, ARTICLE).tap()
    await words(page, /^离线内容，更新于/).waitFor()
    await words(page, '先护住一段主要的觉').waitFor()
    await page.context().setOffline(false)
    await button(page, '重新连接').tap()
    await words(page, /^离线内容，更新于/).waitFor({ state: 'detached' })
  })
})

describe('when the server is gone', () => {
  it('says what happened, what to do, and where a person can be reached', async () => {
    const page = await arrive(screens)
    await expect.poll(() => fetched(page), { timeout: 30_000 }).toEqual(expect.arrayContaining(await filesOfPages()))
    screens.excuse(CUT_OFF)
    await page.getByRole('link', { name: '学' }).tap()
    await screens.server.close()
    await button(page, '主题：家庭').tap()
    const trouble = page.getByRole('alert').filter({ visible: true })
    await trouble.getByText('网络没有连上，请检查网络后再试').waitFor()
    await trouble.getByRole('button', { name: '再试一次' }).waitFor()
    await trouble.getByRole('button', { name: '想找人说说，看求助电话' }).tap()
    await button(page, '拨打 12356').waitFor()
  })
})
