import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { devicesStore, membershipsStore } from '../../cloudfunctions/_kit/identity'
import { favouritesStore } from '../../cloudfunctions/library/store'
import { technicalWords } from '../../src/miniprogram/privacy/parts/technical-words'
import { arrive, button, open, stored, titleOf, words } from './in-app'
import { openScreens, PHONE, type Screens } from './open-screens'
import { CODE, furnished, IDENTITY, openUnit, UNIT } from './somebody'

const ARTICLE = titleOf('sleep-after-shifts')
const CUT_OFF = /Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)/
let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
  await openUnit(screens)
})
afterEach(async () => {
  await screens.leave()
  expect(screens.complaints()).toEqual([])
})
afterAll(() => screens.close())

const at = (path: string) => `${screens.url}/#${path}`

/** A browser that shows this key from its first page on, and none once the app has dropped it. */
const bearing = async ({ key }: { key: string }): Promise<Page> => {
  const page = await screens.visitor(PHONE)
  await open(page, screens.url)
  await page.evaluate((data) => localStorage.setItem('deviceKey', JSON.stringify({ data })), key)
  return page
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 }).filter({ visible: true })

const keptNames = (page: Page) => page.evaluate(() => Object.keys(localStorage).sort())

/** The other pages are fetched a second after the first one; nothing more comes once two seconds were quiet. */
const pagesAtHand = (page: Page) =>
  page.waitForFunction(
    () => {
      const seen = window as unknown as { fetched?: number; since?: number }
      const fetched = performance.getEntriesByType('resource').length
      if (seen.fetched !== fetched) Object.assign(seen, { fetched, since: performance.now() })
      return performance.now() - (seen.since ?? 0) > 2_000
    },
    undefined,
    { polling: 200 },
  )

describe('隐私中心', () => {
  it.each([
    [390, 844],
    [360, 640],
  ])('answers who, how and when on the first screen of %i × %i, in everybody’s words', async (width, height) => {
    const page = await screens.visitor({ ...PHONE, viewport: { width, height } })
    await open(page, at('/privacy/pages/centre/index'))
    await heading(page, '隐私中心').waitFor()
    for (const question of ['谁能看到', '怎么保管', '什么时候清除']) {
      const answer = page.locator('.centre__answer').filter({ has: page.getByRole('heading', { name: question }) })
      const box = await answer.boundingBox()
      expect(box?.y).toBeGreaterThan(0)
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
    }
    const said = (await page.locator('body').innerText()).toLowerCase()
    expect(technicalWords.filter((word) => said.includes(word))).toEqual([])
  })

  it('is reached from 我的 without asking the cloud anything, and explains off line', async () => {
    const page = await arrive(screens)
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/api/')) asked.push(request.postData() ?? '')
    })
    await pagesAtHand(page)
    screens.excuse(CUT_OFF)
    await page.context().setOffline(true)
    await page.getByRole('link', { name: '我的' }).tap()
    await button(page, '隐私中心').tap()
    await heading(page, '隐私中心').waitFor()
    await button(page, '分功能说明').tap()
    await words(page, '看文章、听音频、做练习都不记名').waitFor()
    expect(asked).toEqual([])
    await page.goto('about:blank')
    await page.context().setOffline(false)
    expect(await screens.server.database.open(devicesStore).count({ index: 'bySeen' })).toBe(0)
  })

  it('gives no key to somebody who only looks', async () => {
    const page = await screens.visitor(PHONE)
    for (const [path, there] of [
      ['stored', '现在没有存着任何关于您的东西'],
      ['readings', '还没有人看过'],
      ['consents', '算进单位的合计'],
      ['take-away', '没有可以带走的'],
      ['destroy', '不需要删除'],
      ['unit', '不核对也没关系'],
      ['nickname', '最多 12 个字'],
    ]) {
      await open(page, at(`/privacy/pages/${path}/index`))
      await words(page, there ?? '').waitFor()
    }
    expect(await stored(page, 'deviceKey')).toBeNull()
  })

  it('says what happened and where to find a person when the network is gone', async () => {
    const page = await bearing(await furnished(screens))
    await open(page, at('/privacy/pages/stored/index'))
    await words(page, '您收藏了哪几篇内容').waitFor()
    screens.excuse(CUT_OFF)
    await button(page, '带走一份').tap()
    await heading(page, '带走一份').waitFor()
    await page.context().setOffline(true)
    await button(page, '准备一份').tap()
    await page.getByRole('alert').filter({ hasText: '网络没有连上' }).waitFor()
    await page.context().setOffline(false)
    await button(page, '再试一次').tap()
    await words(page, '准备好了').waitFor()
  })
})

describe('what is a person’s own', () => {
  it('is proved, named, agreed to, and taken back again', async () => {
    const page = await screens.visitor(PHONE)
    await open(page, at('/privacy/pages/unit/index'))
    await page.getByRole('radio', { name: '身份证号' }).tap()
    await page.getByLabel('身份证号').fill('110105194912310021')
    await button(page, '核对').tap()
    await page.getByRole('alert').filter({ hasText: '好像有一位不对' }).waitFor()
    await page.getByLabel('身份证号').fill(IDENTITY)
    await button(page, '核对').tap()
    await words(page, UNIT).waitFor()
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(IDENTITY)
    await open(page, at('/pages/mine/index'))
    await button(page, `我的单位，${UNIT}`).tap()
    await button(page, '退出单位').tap()
    await page.getByRole('dialog').getByRole('button', { name: '退出', exact: true }).tap()
    await page.getByLabel('邀请码').fill('00000-00000')
    await button(page, '核对').tap()
    await page.getByRole('alert').filter({ hasText: '可以向单位工会要一个邀请码' }).waitFor()
    expect(await page.getByLabel('邀请码').inputValue()).toBe('')
    await page.getByLabel('邀请码').fill(CODE.toLowerCase())
    await button(page, '核对').tap()
    await words(page, '核对过了').waitFor()

    await open(page, at('/privacy/pages/nickname/index'))
    await page.getByLabel('昵称').fill('13800138000')
    await button(page, '存下昵称').tap()
    await page.getByRole('alert').filter({ hasText: '昵称最多 12 个字' }).waitFor()
    await page.getByLabel('昵称').fill('夜班的风')
    await button(page, '存下昵称').tap()
    await words(page, '存好了').waitFor()

    await open(page, at('/privacy/pages/consents/index'))
    await button(page, '算进单位的合计，没有同意').tap()
    await button(page, '同意').tap()
    await words(page, '仍然有效').waitFor()
    await button(page, '算进单位的合计').tap()
    await button(page, '撤回同意').tap()
    await button(page, '先不同意').tap()
    await words(page, '撤回了').waitFor()
  })

  it('goes home with the person, in a file that can be opened', async () => {
    const page = await bearing(await furnished(screens))
    await open(page, at('/privacy/pages/take-away/index'))
    await words(page, '谁拿到这个文件，谁就能看到里面写的').waitFor()
    await button(page, '准备一份').tap()
    const coming = page.waitForEvent('download')
    await button(page, '保存到这台设备').tap()
    const file = await coming
    expect(file.suggestedFilename()).toMatch(/\.zip$/)
    const inside = Object.values(unzipSync(await readFile(await file.path()))).map((each) => strFromU8(each))
    expect(inside).toHaveLength(2)
    for (const text of inside) expect(text).toContain('夜班的风')
  })

  it('shows who looked, in what role and why', async () => {
    const page = await bearing(await furnished(screens))
    await open(page, at('/privacy/pages/readings/index'))
    await words(page, '的督导').waitFor()
    await words(page, '有生命危险，需要尽快联系到您').waitFor()
    await words(page, '两位督导都同意后才能看').waitFor()
    expect(await words(page, '这份记录需要核对').count()).toBe(0)
  })
})

describe('destroying', () => {
  /** The same two steps for one kind and for all. */
  const sure = async (page: Page, name: string) => {
    await page.getByRole('switch', { name: '我知道删了找不回来' }).tap()
    await page.getByRole('button', { name, exact: true }).filter({ visible: true }).tap()
  }
  /** How many of a few kinds there are under a person. */
  const counts = async (personId: string) => {
    const { database } = screens.server
    const own = { index: 'byPerson', where: { personId } } as const
    return {
      favourites: await database.open(favouritesStore).count(own),
      members: await database.open(membershipsStore).count(own),
      devices: await database.open(devicesStore).count(own),
    }
  }

  it('takes the favourites alone and leaves the rest, then everything, and the browser is a new visitor', async () => {
    const somebody = await furnished(screens)
    const page = await bearing(somebody)
    expect(await counts(somebody.personId)).toEqual({ favourites: 1, members: 1, devices: 1 })

    await open(page, at('/library/pages/piece/index?id=sleep-after-shifts'))
    await button(page, '已收藏').waitFor()
    await open(page, at('/privacy/pages/stored/index'))
    await button(page, '删除这一类：收藏').tap()
    await button(page, '下一步').tap()
    await words(page, '删了就找不回来').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('删除：收藏')
    await sure(page, '现在删除')
    await heading(page, '删除回执').waitFor()
    await words(page, '收藏 1 条').waitFor()
    await words(page, '这张回执里没有您的任何内容').waitFor()
    expect(await counts(somebody.personId)).toEqual({ favourites: 0, members: 1, devices: 1 })
    await open(page, at('/library/pages/piece/index?id=sleep-after-shifts'))
    await page.getByRole('button', { name: '收藏', exact: true }).filter({ visible: true }).waitFor()

    await open(page, at('/privacy/pages/destroy/index'))
    await button(page, '全部删除').tap()
    await sure(page, '全部删除')
    await words(page, '都删除了，账户也注销了').waitFor()
    const number = await page.locator('.paper__answer').filter({ visible: true }).first().innerText()
    expect(number).toMatch(/^[A-Z0-9]{20}$/)
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await button(page, '复制成文字').tap()
    await words(page, '已经复制好了').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`编号：${number}`)
    expect(await counts(somebody.personId)).toEqual({ favourites: 0, members: 0, devices: 0 })
    expect(await keptNames(page)).toEqual(['receipt'])
    await page.reload()
    await words(page, number).waitFor()
    await button(page, '完成，回到首页').tap()
    await page.getByRole('heading', { name: '新近' }).waitFor()
    expect(await stored(page, 'deviceKey')).toBeNull()
    expect(await stored(page, 'receipt')).toBeNull()
    await open(page, at('/privacy/pages/stored/index'))
    await words(page, '现在没有存着任何关于您的东西').waitFor()
    await open(page, at('/library/pages/favourites/index'))
    await words(page, '还没有收藏').waitFor()
    expect(await words(page, ARTICLE).count()).toBe(0)
  })

  it('tells the truth about an answer that never came, and fetches the receipt of what was done', async () => {
    const page = await bearing(await furnished(screens))
    await open(page, at('/privacy/pages/destroy/index'))
    await button(page, '全部删除').tap()
    screens.excuse(CUT_OFF)
    const numbers: string[] = []
    await page.route('**/api/people', async (route) => {
      const { action, data } = JSON.parse(route.request().postData() ?? '{}')
      if (action !== 'privacy.destroy') return route.continue()
      numbers.push(data.number)
      if (numbers.length > 1) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await sure(page, '全部删除')
    await words(page, '还不知道有没有删成').waitFor()
    await button(page, '再问一次').tap()
    await words(page, '都删除了，账户也注销了').waitFor()
    expect(new Set(numbers).size).toBe(1)
    await words(page, numbers[0] ?? '').waitFor()
    await button(page, '完成，回到首页').tap()
    await page.getByRole('heading', { name: '新近' }).waitFor()
    expect(await stored(page, 'deviceKey')).toBeNull()
    expect(await stored(page, 'receipt')).toBeNull()
    // What was opened on the way home is what every visitor opens.
    expect((await keptNames(page)).filter((name) => !name.startsWith('shelf'))).toEqual([])
  })
})
