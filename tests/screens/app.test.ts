import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { arrive, button, open, stored, titleOf, words } from './in-app'
import { choosePassword, setUpSecondFactor } from './in-console'
import { openScreens, PHONE, type Screens } from './open-screens'

const ARTICLE = titleOf('sleep-after-shifts')
let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterEach(async () => {
  await screens.leave()
  expect(screens.complaints()).toEqual([])
})
afterAll(() => screens.close())

/** What the browser's own way back shows, step by step, until the app is left. */
const stepsBack = async (page: Page) => {
  const shown: string[] = []
  while (true) {
    await page.goBack()
    if (page.url() === 'about:blank') return shown
    const address = await page.evaluate(() => location.hash)
    shown.push(`${address} ${await page.getByRole('heading', { level: 1 }).allTextContents()}`)
  }
}

const secondOf = (player: Locator) => player.evaluate((media: HTMLMediaElement) => media.currentTime)

describe('the first visit', () => {
  it('asks the cloud one thing before the first page is there, and stores nothing about the visitor', async () => {
    const page = await screens.visitor(PHONE)
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/api/')) asked.push(JSON.parse(request.postData() ?? '{}').action)
    })
    await open(page, screens.url)
    await page.getByRole('heading', { name: '新近' }).waitFor()
    await button(page, ARTICLE).waitFor()
    expect(asked).toEqual(['pieces.home'])
    expect(await page.context().cookies()).toEqual([])
    expect(await stored(page, 'deviceKey')).toBeNull()
  })

  it('goes from a topic to an article and to its end, keeps it, and finds it again', async () => {
    const page = await arrive(screens)
    const enrolments: string[] = []
    page.on('request', (request) => {
      if (request.postData()?.includes('devices.enrol')) enrolments.push(request.url())
    })
    await page.getByRole('link', { name: '学' }).tap()
    await button(page, '主题：睡眠').tap()
    await button(page, ARTICLE).tap()
    await page.getByRole('heading', { name: ARTICLE, level: 1 }).waitFor()
    await words(page, '参考来源').scrollIntoViewIfNeeded()
    const keep = page.getByRole('button', { name: '收藏', exact: true })
    expect(enrolments).toEqual([])
    await keep.tap()
    await button(page, '已收藏').waitFor()
    await expect.poll(() => stored(page, 'deviceKey')).toMatch(/^d_/)
    expect(enrolments).toHaveLength(1)

    await button(page, '返回').tap()
    await button(page, '返回').tap()
    await page.getByRole('link', { name: '我的' }).tap()
    await button(page, '收藏').tap()
    await button(page, ARTICLE).tap()
    await button(page, '已收藏').tap()
    await page.getByRole('button', { name: '收藏', exact: true }).waitFor()
    await button(page, '返回').tap()
    await words(page, '还没有收藏').waitFor()
  })

  it('reaches and opens an article by keyboard alone', async () => {
    const page = await screens.visitor()
    await open(page, screens.url)
    await page.getByRole('heading', { name: '新近' }).waitFor()
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab')
        return focused()
      })
      .toContain(ARTICLE)
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle)
    expect(outline).toBe('solid')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: ARTICLE, level: 1 }).waitFor()
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab')
        return focused()
      })
      .toBe('返回')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '新近' }).waitFor()
  })
})

describe('what is played', () => {
  it('goes on where a video was left, after the page was opened again', async () => {
    const page = await screens.visitor(PHONE)
    await open(page, `${screens.url}/#/library/pages/piece/index?id=breathing-with-light`)
    const film = page.locator('video')
    await film.evaluate((video: HTMLVideoElement) => video.play())
    await expect.poll(() => secondOf(film), { timeout: 30_000 }).toBeGreaterThan(1)
    await film.evaluate((video: HTMLVideoElement) => {
      video.currentTime = 20
    })
    await expect.poll(() => secondOf(film), { timeout: 30_000 }).toBeGreaterThan(20.5)
    await expect.poll(() => page.locator('.film-player__caption').textContent()).not.toBe('字幕会显示在这里')
    await film.evaluate((video: HTMLVideoElement) => video.pause())
    await expect.poll(() => stored(page, 'places')).toMatchObject([{ pieceId: 'breathing-with-light' }])
    await page.reload()
    await expect.poll(() => secondOf(page.locator('video')), { timeout: 30_000 }).toBeGreaterThan(20)
    await open(page, screens.url)
    await words(page, /接着看，上次到 3\d%/).waitFor()
  })

  it('goes on where a recording was left, too', async () => {
    const page = await screens.visitor(PHONE)
    await open(page, `${screens.url}/#/library/pages/piece/index?id=evening-quiet`)
    const place = page.getByRole('slider', { name: '播放位置' })
    await button(page, '播放').tap()
    await expect.poll(async () => Number(await place.inputValue()), { timeout: 30_000 }).toBeGreaterThanOrEqual(1)
    await button(page, '前进 15 秒').tap()
    await expect.poll(async () => Number(await place.inputValue()), { timeout: 30_000 }).toBeGreaterThanOrEqual(17)
    await button(page, '暂停').tap()
    await button(page, '播放').waitFor()
    await page.reload()
    await expect.poll(async () => Number(await place.inputValue())).toBeGreaterThanOrEqual(17)
    await button(page, '播放').tap()
    await expect.poll(async () => Number(await place.inputValue()), { timeout: 30_000 }).toBeGreaterThanOrEqual(18)
  })

  it('breathes along, pauses and goes on', async () => {
    const page = await arrive(screens)
    const phase = page.locator('.breathing__phase')
    await button(page, '开始呼吸练习').tap()
    await page.getByRole('heading', { name: '呼吸', level: 1 }).waitFor()
    await page.getByRole('button', { name: '开始', exact: true }).tap()
    await phase.filter({ hasText: '吸气' }).waitFor()
    await phase.filter({ hasText: '呼气' }).waitFor()
    await button(page, '停一停').tap()
    const left = page.locator('.breathing__left').filter({ visible: true })
    const paused = await left.textContent()
    expect(paused).toMatch(/^还有 0:5\d$/)
    await button(page, '接着做').tap()
    await expect.poll(() => left.textContent()).not.toBe(paused)
  })
})

describe('the choices of a reader', () => {
  it('are seen on every page: large text and dark colours', async () => {
    const page = await arrive(screens)
    const look = async () => {
      const shell = page.locator('.shell').filter({ visible: true })
      return {
        large: await shell.evaluate((element) => getComputedStyle(element).getPropertyValue('--fs')),
        paper: await shell.evaluate((element) => getComputedStyle(element).backgroundColor),
        around: await page.evaluate(() => document.documentElement.classList.contains('is-dark')),
      }
    }
    expect(await look()).toEqual({ large: '1', paper: 'rgb(250, 248, 244)', around: false })
    await page.getByRole('link', { name: '我的' }).tap()
    await page.getByRole('switch', { name: '大字' }).tap()
    await page.getByRole('radio', { name: '深色' }).tap()
    const chosen = { large: '1.4', paper: 'rgb(20, 25, 23)', around: true }
    await expect.poll(look).toEqual(chosen)

    for (const tab of ['首页', '学']) {
      await page.getByRole('link', { name: tab }).tap()
      await page.getByRole('heading', { name: tab === '首页' ? '心驿' : tab, level: 1 }).waitFor()
      expect(await look()).toEqual(chosen)
    }
    await page.getByRole('button', { name: '文章' }).tap()
    await button(page, ARTICLE).tap()
    await page.getByRole('heading', { name: ARTICLE }).waitFor()
    expect(await look()).toEqual(chosen)
    await button(page, '需要帮助').tap()
    await page.getByRole('heading', { name: '求助电话' }).waitFor()
    expect(await look()).toEqual(chosen)
    await page.reload()
    await page.getByRole('heading', { name: '求助电话' }).waitFor()
    expect(await look()).toEqual(chosen)
  })

  it('hide the app quickly behind a page for notes, and a step back shows nothing', async () => {
    const page = await arrive(screens)
    await button(page, ARTICLE).tap()
    await page.getByRole('heading', { name: ARTICLE }).waitFor()
    await button(page, '需要帮助').tap()
    await button(page, '快速隐藏').tap()
    const paper = page.getByRole('textbox', { name: '记事' })
    await paper.waitFor()
    expect(await stepsBack(page)).toEqual(Array(2).fill('#/pages/notes/index 记事'))
    await open(page, `${screens.url}/#/pages/notes/index`)
    await paper.fill('买菜')
    await page.reload()
    await paper.waitFor()
    expect(await paper.inputValue()).toBe('买菜')
    await button(page, '返回首页').tap()
    await page.getByRole('heading', { name: '心驿', level: 1 }).waitFor()
  })
})

describe('what the union learns', () => {
  it('is that somebody read to the end, once the clock has done its work', async () => {
    const slug = 'when-sleep-will-not-come'
    const page = await screens.visitor(PHONE)
    await open(page, `${screens.url}/#/library/pages/piece/index?id=${slug}`)
    await words(page, '参考来源').scrollIntoViewIfNeeded()
    await expect
      .poll(() => stored(page, 'tallies'), { timeout: 30_000 })
      .toMatchObject({ open: [{ pieceId: slug, reads: 1, finishes: 1 }] })
    const sent = page.waitForRequest((request) => request.postData()?.includes('tallies.record') ?? false)
    await page.reload()
    const request = await sent
    expect(await request.headerValue('authorization')).toBeNull()
    expect(await (await request.response())?.json()).toMatchObject({ ok: true })

    await screens.tick()
    const desk = await screens.visitor()
    await desk.goto(screens.linkOf('wangjianguo'))
    await choosePassword(desk)
    await setUpSecondFactor(desk, new Date())
    await desk.getByRole('link', { name: '数据' }).click()
    const row = desk.getByRole('row').filter({ hasText: titleOf(slug) })
    await row.waitFor()
    expect((await row.getByRole('cell').allTextContents()).slice(0, 4)).toEqual([titleOf(slug), '文章', '1', '1'])
  })
})
