import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../browser/find-chromium'
import { type OpenOptions, openWeapp, type Weapp } from './runtime/open-weapp'

const HERE = path.dirname(fileURLToPath(import.meta.url))
const FIXTURE = path.join(HERE, 'fixture')
const CLIP = path.join(HERE, 'fixture-media/clip.webm')

let chromium: Browser
let weapp: Weapp

const open = async (options: Partial<OpenOptions> = {}) => {
  weapp = await openWeapp({ dist: FIXTURE, chromium, files: () => CLIP, ...options })
  return weapp
}
const text = (id: string) => weapp.view().locator(`#${id}`).innerText()

beforeAll(async () => {
  chromium = await launchChromium()
})
afterEach(() => weapp.close())
afterAll(() => chromium.close())

describe('a built mini-program in a browser', () => {
  it('draws its first page without a fault', async () => {
    await open()
    expect(await weapp.stack()).toEqual(['pages/list/index'])
    expect(await weapp.title()).toBe('列表')
    expect(await weapp.view().innerText()).toContain('第一篇')
    expect(weapp.errors).toEqual([])
    expect(weapp.notFound).toEqual([])
  })

  it('hides what WeChat hides and tells window, theme, font size and storage', async () => {
    await open({ storage: { draft: { text: '草稿' } }, fontSizeSetting: 20, viewport: { width: 360, height: 640 } })
    expect(await text('facts')).toBe('true 360 546 light 20 草稿')
  })

  it('measures rpx and vh by the window', async () => {
    await open({ viewport: { width: 360, height: 640 } })
    const card = weapp.view().locator('.card').first()
    expect(await card.evaluate((element) => getComputedStyle(element).marginLeft)).toBe('9.6px')
    await card.evaluate((element) => element.classList.add('half'))
    expect(await card.evaluate((element) => getComputedStyle(element).width)).toBe('180px')
    expect(await card.evaluate((element) => getComputedStyle(element).height)).toBe('546px')
  })

  it('keeps a fixed foot above the tab bar', async () => {
    await open({ viewport: { width: 360, height: 640 }, safeArea: { bottom: 34 } })
    const box = await weapp.view().locator('#foot').boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBe(640 - 50 - 34)
  })

  it('opens a page by a tap, leaves its query encoded and comes back', async () => {
    await open()
    await weapp.page.getByRole('button', { name: '第一篇，可阅读' }).click()
    await weapp.called('wx.navigateTo')
    await expect.poll(() => weapp.title()).toBe('读 物')
    expect(await text('query')).toBe('1 %E8%AF%BB%20%E7%89%A9 读 物 2')
    await weapp.back()
    expect(await weapp.stack()).toEqual(['pages/list/index'])
  })

  it('opens on the page it is asked for', async () => {
    await open({ page: '/reading/detail/index?id=7&name=x' })
    await expect.poll(() => text('query')).toBe('7 x x 1')
  })

  it('keeps tab pages alive behind each other', async () => {
    await open()
    await weapp.tab('我的')
    expect(await text('visits')).toBe('1')
    await weapp.tab('列表')
    await weapp.tab('我的')
    expect(await text('visits')).toBe('2')
    expect(await weapp.stack()).toEqual(['pages/mine/index'])
  })

  it('tells app and page when it is hidden and shown', async () => {
    await open({ page: 'pages/mine/index' })
    expect(await text('lifecycle')).toBe('launch show')
    await weapp.hide()
    await weapp.show()
    expect(await text('lifecycle')).toBe('launch show mine hidden hide show')
  })

  it('refreshes by pulling down', async () => {
    await open()
    await weapp.pullDown()
    await expect.poll(() => text('message')).toBe('已刷新')
  })

  it('carries values, checks and aria states to the built-in components', async () => {
    await open()
    await weapp.view().locator('#name input').fill('小明')
    await expect.poll(() => text('greeting')).toBe('小明，您好')
    const flip = weapp.view().locator('#switch')
    expect(await flip.getAttribute('aria-checked')).toBe('false')
    await flip.click()
    await expect.poll(() => flip.getAttribute('aria-checked')).toBe('true')
  })

  it('keeps what the app stores', async () => {
    await open()
    await weapp.view().locator('#name input').fill('小明')
    await weapp.view().locator('#foot').click()
    await expect.poll(() => text('message')).toBe('已存')
    expect(await weapp.storage()).toEqual({ draft: { text: '小明' } })
  })
})

describe('the cloud and the phone behind it', () => {
  it('forwards cloud calls to the test and shows what it answers', async () => {
    await open({ answer: (name, body) => ({ items: [{ id: 2, title: `${name} ${JSON.stringify(body)}` }] }) })
    await weapp.view().locator('#load').click()
    await expect.poll(() => weapp.view().locator('.card').innerText()).toBe('library {"action":"pieces.find"}')
    expect((await weapp.called('cloud.callFunction')).body).toEqual({
      name: 'library',
      data: { action: 'pieces.find' },
    })
  })

  it('reports a fault of a function with the platform’s code', async () => {
    await open({
      answer: () => {
        throw new Error('broken')
      },
    })
    await weapp.view().locator('#load').click()
    await expect.poll(() => text('message')).toMatch(/^-504002 cloud\.callFunction:fail .*broken/)
  })

  it('fails cloud calls off line and lets them through again', async () => {
    await open({ answer: () => ({ items: [{ id: 3, title: '回来了' }] }) })
    await weapp.goOffline()
    await expect.poll(() => text('message')).toBe('网络 none')
    await weapp.view().locator('#load').click()
    await expect.poll(() => text('message')).toBe('-1 cloud.callFunction:fail request:fail')
    await weapp.goOnline()
    await weapp.view().locator('#load').click()
    await expect.poll(() => weapp.view().locator('.card').innerText()).toBe('回来了')
  })

  it('switches to the dark theme', async () => {
    await open()
    await weapp.setTheme('dark')
    await expect.poll(() => text('message')).toBe('主题 dark')
    const background = (selector: string) =>
      weapp.page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor)
    expect(await background('.card')).toBe('rgb(28, 35, 32)')
    expect(await background('#weapp-navigation')).toBe('rgb(20, 25, 23)')
  })

  it('draws dialogs that can be tapped', async () => {
    await open()
    await weapp.view().locator('#ask').click()
    await weapp.page.getByRole('dialog', { name: '确认' }).getByText('取消').click()
    await expect.poll(() => text('message')).toBe('不继续')
    await weapp.page.getByRole('status', { name: '好的' }).waitFor()
    expect((await weapp.called('wx.showToast')).body).toMatchObject({ title: '好的' })
  })

  it('lets the test answer for the phone', async () => {
    await open({
      platform: (api) => {
        if (api === 'showModal') return { confirm: true, cancel: false }
        throw new Error('cancel')
      },
    })
    await weapp.view().locator('#ask').click()
    await expect.poll(() => text('message')).toBe('继续')
    await weapp.view().locator('#call').click()
    await expect.poll(() => text('message')).toBe('makePhoneCall:fail cancel')
    expect((await weapp.called('wx.makePhoneCall')).body).toEqual({ phoneNumber: '12356' })
  })
})

describe('what plays and what is drawn', () => {
  it('plays, seeks and ends a sound', async () => {
    await open()
    await weapp.view().locator('#play').click()
    await expect.poll(() => text('sound')).toBe('play moving')
    await weapp.view().locator('#skip').click()
    await expect.poll(() => text('sound'), { timeout: 5000 }).toBe('play moving seeked ended 1.6')
  })

  it('plays a video and tells its size, progress and end', async () => {
    await open({ page: 'reading/detail/index?id=1&name=x' })
    await expect.poll(() => text('video')).toBe('64x36 1.0')
    await weapp.view().locator('#start').click()
    await expect.poll(() => text('video'), { timeout: 5000 }).toBe('64x36 1.0 moving ended')
    expect(weapp.errors).toEqual([])
  })

  it('hands out the canvas to draw on', async () => {
    await open({ page: 'reading/detail/index?id=1&name=x', viewport: { width: 375, height: 700 } })
    await expect.poll(() => text('drawn')).toBe('150 100 46,125,104')
  })
})

describe('what scrolls', () => {
  it('tells what comes into sight and where the page ends', async () => {
    await open({ page: 'reading/detail/index?id=1&name=x' })
    await expect.poll(() => text('drawn')).not.toBe('')
    expect(await text('seen')).toBe('')
    await weapp.view().locator('#far').scrollIntoViewIfNeeded()
    await expect.poll(() => text('seen')).toBe('看到了')
    await expect.poll(() => text('query')).toBe('到底了')
  })
})

describe('what it reports', () => {
  it('names files that are not there', async () => {
    await open({ files: () => undefined, page: 'reading/detail/index?id=1&name=x' })
    await expect.poll(() => weapp.notFound).toContain('https://media.example/clip.webm')
  })

  it('names unknown tags, what a script throws and what the browser has but WeChat has not', async () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'weapp-faulty-'))
    try {
      cpSync(FIXTURE, copy, { recursive: true })
      appendFileSync(path.join(copy, 'pages/mine/index.wxml'), '<div>这里</div>')
      appendFileSync(
        path.join(copy, 'pages/mine/index.js'),
        "\nsetTimeout(() => { throw new Error('late') })\nsetTimeout(() => localStorage.getItem('a'))\nsetTimeout(() => new Function('return 1'))",
      )
      await open({ dist: copy, page: 'pages/mine/index' })
      await expect.poll(() => weapp.errors.length).toBe(4)
      const errors = weapp.errors.join('\n')
      expect(errors).toContain('unknown tag <div>')
      expect(errors).toContain('Error: late')
      expect(errors).toMatch(/TypeError: .*undefined/)
      expect(errors).toContain('new Function() is not allowed')
    } finally {
      rmSync(copy, { recursive: true, force: true })
    }
  })
})
