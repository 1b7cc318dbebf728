import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '../../src/contract/client'
import { hourOf, minutesLater } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { open } from './in-app'
import { choosePassword, setUpSecondFactor } from './in-console'
import { extremeLooks, faultsOfLayout, findings, phoneLooks } from './looks'
import { DESKTOP, openScreens, PHONE, type Screens } from './open-screens'
import { keepPicture } from './pictures'

const NOTHING = { layout: [], axe: [] }

/** Every screen of the app, by the words that show it is there. */
const appScreens: [name: string, path: string, there: string][] = [
  ['home', '', '倒班以后怎么睡'],
  ['learn', '/pages/learn/index', '陪伴与求助'],
  ['mine', '/pages/mine/index', '快速隐藏'],
  ['help', '/pages/help/index', '拨打 12356'],
  ['notes', '/pages/notes/index', '返回首页'],
  ['list', '/library/pages/list/index?topic=sleep', '都在这里了'],
  ['article', '/library/pages/piece/index?id=sleep-after-shifts', '先护住一段主要的觉'],
  ['video', '/library/pages/piece/index?id=breathing-with-light', '字幕会显示在这里'],
  ['audio', '/library/pages/piece/index?id=evening-quiet', '前进 15 秒'],
  ['exercise', '/library/pages/breathing/index?id=breathing-guide', '参考来源'],
  ['gone', '/library/pages/piece/index?id=never-written', '没有找到这篇内容'],
  ['favourites', '/library/pages/favourites/index', '还没有收藏'],
]

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterEach(async () => {
  expect(screens.complaints()).toEqual([])
})
afterAll(() => screens.close())

const seen = (page: Page, text: string) => page.getByText(text).filter({ visible: true }).first().waitFor()

/** The two between are there for their pictures. */
const looks = process.env.PICTURES ? phoneLooks : extremeLooks

describe.each(looks)('the app at $width px, large text: $large, $shade', ({ width, height, large, shade }) => {
  let page: Page

  beforeAll(async () => {
    page = await screens.visitor({ ...PHONE, viewport: { width, height } })
    await screens.withAxe(page)
    await page.addInitScript(
      (data) => {
        // The empty page that a browser begins with has no storage.
        if (location.protocol === 'http:') localStorage.setItem('preferences', JSON.stringify({ data }))
      },
      { large, shade },
    )
  })
  afterAll(() => screens.leave())

  it.each(appScreens)('shows %s whole, legible and large enough to touch', async (name, path, there) => {
    await open(page, `${screens.url}/${path && `#${path}`}`)
    await seen(page, there)
    expect({ layout: await faultsOfLayout(page), axe: await findings(page) }).toEqual(NOTHING)
    if (name === 'article' && large && shade === 'light') await keepPicture(page, 'app-large')
    if (name === 'home' && !large && shade === 'dark') await keepPicture(page, 'app-dark')
  })
})

describe('the eye of these tests', () => {
  it('notices what is too wide, cut or too small', async () => {
    const page = await screens.visitor(PHONE)
    await open(page, screens.url)
    await seen(page, '倒班以后怎么睡')
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(`.piece-card__title { height: 8px; overflow: hidden }
        .home__line { white-space: nowrap; font-size: 40px }
        .home__greeting { width: 20px; overflow: hidden; white-space: nowrap }
        .section__more { min-height: 20px !important; height: 20px; padding: 0 }`)
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    })
    const faults = (await faultsOfLayout(page)).join('\n')
    for (const fault of [
      'cut below: taro-text piece-card__title',
      'beyond the screen: taro-text home__line',
      'cut at the side: taro-text home__greeting',
    ])
      expect(faults).toContain(fault)
    expect(faults).toMatch(/too small to touch, \d+ × 20: section__more/)
    await screens.leave()
  })
})

describe('the pictures of the app', () => {
  it('show it at work', async () => {
    const page = await screens.visitor(PHONE)
    await open(page, screens.url)
    await seen(page, '倒班以后怎么睡')
    await keepPicture(page, 'app-home')
    await page.getByRole('button', { name: /^倒班以后怎么睡/ }).tap()
    await seen(page, '先护住一段主要的觉')
    await keepPicture(page, 'app-article')
    await page.getByRole('button', { name: '返回' }).tap()
    await page.getByRole('button', { name: '开始呼吸练习' }).tap()
    await page.getByRole('heading', { name: '呼吸', level: 1 }).waitFor()
    await page.getByRole('button', { name: '开始', exact: true }).tap()
    await page.locator('.breathing__phase').filter({ hasText: '呼气' }).waitFor()
    await keepPicture(page, 'app-breathing')
    await screens.leave()
  })
})

describe('the console at 1280 px', () => {
  let page: Page

  const wide = async () => {
    const needs = await page.evaluate(() => document.documentElement.scrollWidth)
    return needs > DESKTOP.viewport.width ? [`the page is ${needs} wide`] : []
  }
  const check = async () => expect({ layout: await wide(), axe: await findings(page) }).toEqual(NOTHING)

  beforeAll(async () => {
    page = await screens.visitor()
    await screens.withAxe(page)
  })
  afterAll(() => screens.leave())

  it('shows the door', async () => {
    await page.goto(`${screens.url}/admin/#/sign-in`)
    await page.getByRole('heading', { name: '登录' }).waitFor()
    await check()
    await page.goto(screens.linkOf('chenjing'))
    await page.getByLabel('设一个密码').waitFor()
    await check()
  })

  it('shows the contents and the editor', async () => {
    await choosePassword(page)
    await page.getByRole('row', { name: '倒班以后怎么睡' }).waitFor()
    await check()
    await keepPicture(page, 'console-content')
    await page.getByRole('button', { name: '新建' }).click()
    await page.getByRole('dialog').getByLabel('标题').waitFor()
    await check()
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    await page.getByRole('link', { name: '倒班以后怎么睡' }).click()
    await page.getByRole('textbox', { name: '正文' }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await check()
    await page.setViewportSize({ width: 1280, height: 660 })
    await keepPicture(page, 'console-editor')
    await page.setViewportSize(DESKTOP.viewport)
    await open(page, `${screens.url}/admin/#/library/breathing-with-light`)
    await page.getByText('视频文件').waitFor()
    await check()
  })

  it('shows the figures', async () => {
    await record()
    await page.setViewportSize({ width: 1280, height: 880 })
    await page.getByRole('link', { name: '数据' }).click()
    await page.getByRole('row', { name: '失眠时可以做的和不必做的' }).waitFor()
    await page.locator('.chart canvas').waitFor()
    await check()
    await keepPicture(page, 'console-figures')
    await page.getByRole('button', { name: '失眠时可以做的和不必做的' }).click()
    await page.getByRole('dialog').getByRole('heading').first().waitFor()
    await check()
  })

  it('shows the people', async () => {
    await open(page, screens.linkOf('wangjianguo'))
    await choosePassword(page)
    await setUpSecondFactor(page, screens.now())
    await page.getByRole('heading', { name: '数据', level: 1 }).waitFor()
    await page.getByRole('link', { name: '人员' }).click()
    await page.getByRole('row', { name: '周敏' }).waitFor()
    await check()
    await page.getByRole('button', { name: '邀请同事' }).click()
    await page.getByRole('dialog').getByLabel('姓名').waitFor()
    await check()
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    await page.getByRole('link', { name: '我的登录' }).click()
    await page.getByText('就是现在这次').waitFor()
    await check()
  })

  /** A month as a small city might have it, told by phones. */
  const record = async () => {
    const reader = createApi(async (name, request) => {
      const answer = await fetch(`${screens.url}/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      })
      return answer.json()
    })
    const slugs = ['when-sleep-will-not-come', 'sleep-after-shifts', 'burnout-is-not-laziness', 'night-before-work']
    for (let ago = 20; ago >= 0; ago--) {
      // Phones tell what happened in the last days only: the server's clock goes along.
      const minutes = ago * 24 * 60
      screens.forward(-minutes)
      const hour = hourOf(minutesLater(new Date(), -minutes))
      const tallies = slugs.map((pieceId, at) => {
        const reads = 12 + ((ago * 5 + at * 7) % 9)
        return { pieceId, hour, reads, finishes: Math.floor(reads / 2), seconds: reads * 95 }
      })
      const plays = 4 + ((ago * 3) % 8)
      const played = { plays, play25: plays - 1, play50: plays - 2, play75: plays - 2, play100: plays - 3 }
      tallies.push({ pieceId: 'breathing-with-light', hour, reads: plays, finishes: 0, seconds: plays * 70, ...played })
      dataOf(await reader.tallies.record({ batchId: `a-batch-of-the-test-${ago}`, tallies }))
      await screens.tick()
      screens.forward(minutes)
    }
  }
})
