import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { resultsStore } from '../../cloudfunctions/assessments/store'
import { briefs } from '../../src/domain/instruments/briefs'
import type { Taking } from '../../src/miniprogram/phone/takings'
import { arrive, button, open, stored, words } from './in-app'
import { openScreens, type Screens } from './open-screens'
import { agreed, keep, underWay } from './under-way'

const CUT_OFF = /Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|FAILED)/
const TAKING = '/#/pages/tests/index'
let screens: Screens
let key: string

beforeAll(async () => {
  screens = await openScreens()
  key = await agreed(screens.url)
})
afterEach(async () => {
  await screens.leave()
  expect(screens.complaints()).toEqual([])
})
afterAll(() => screens.close())

const option = (page: Page, name: string) => page.getByRole('radio', { name, exact: true }).filter({ visible: true })
const progress = (page: Page, at: number, of: number) => words(page, `第 ${at} 题，共 ${of} 题`).waitFor()
const held = async (page: Page) => Object.values(((await stored(page, 'takings')) ?? {}) as Record<string, Taking>)

/** Help is what is seen, and no question is. */
const helpIsNext = async (page: Page) => {
  await page.getByRole('heading', { name: '您现在安全吗？' }).filter({ visible: true }).waitFor()
  await words(page, '谢谢您如实回答').waitFor()
  expect(await page.getByRole('radiogroup', { name: '有不如死掉' }).filter({ visible: true }).count()).toBe(0)
}

/** At item 9 of PHQ-9, with everything before it answered. */
const atNine = async (change: Partial<Taking> = {}) => {
  const page = await arrive(screens)
  await keep(page, { deviceKey: key, takings: { phq9: underWay('phq9', 9, change) } })
  await open(page, screens.url + TAKING)
  await button(page, `继续：${briefs.phq9.title}`).tap()
  return page
}

describe('PHQ-9, item 9', () => {
  it('answered by touch: help is next, though nothing that the page asks for is ever answered', async () => {
    const page = await atNine()
    await progress(page, 9, 9)
    await page.route('**/*', () => undefined)
    await option(page, '好几天').tap()
    await helpIsNext(page)
    await button(page, '继续回答').tap()
    await progress(page, 9, 9)
    expect(await option(page, '好几天').getAttribute('aria-checked')).toBe('true')
  })

  it('answered by the keyboard: help is next', async () => {
    const page = await atNine()
    await progress(page, 9, 9)
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    expect(await held(page)).toMatchObject([{ item: 9, answers: { 8: 1 } }])
    await page.keyboard.press('Enter')
    await helpIsNext(page)
  })

  it('answered by its number: help is next', async () => {
    const page = await atNine()
    await progress(page, 9, 9)
    await page.keyboard.press('2')
    await helpIsNext(page)
  })

  it('answered before the app was closed: help is next when it is opened again', async () => {
    const page = await atNine({ answers: { ...underWay('phq9', 9).answers, 9: 3 } })
    await helpIsNext(page)
  })

  it('answered and followed by help, then loaded anew: the question, and help again for another answer', async () => {
    const page = await atNine()
    await option(page, '好几天').tap()
    await helpIsNext(page)
    await button(page, '继续回答').tap()
    await progress(page, 9, 9)
    await page.reload()
    await progress(page, 9, 9)
    await button(page, '上一题').tap()
    await progress(page, 8, 9)
    await button(page, '下一题').tap()
    await option(page, '几乎每天').tap()
    await helpIsNext(page)
  })

  it('taken back and given again: help is next again', async () => {
    const page = await atNine()
    await option(page, '完全不会').tap()
    await button(page, '上一题').tap()
    await progress(page, 8, 9)
    await button(page, '下一题').tap()
    await option(page, '好几天').tap()
    await helpIsNext(page)
    await button(page, '继续回答').tap()
    await option(page, '完全不会').tap()
    await option(page, '好几天').tap()
    await helpIsNext(page)
  })

  it('answered without a network: help is next, and one may stop for today', async () => {
    const page = await atNine()
    await progress(page, 9, 9)
    screens.excuse(CUT_OFF)
    await page.context().setOffline(true)
    await option(page, '几乎每天').tap()
    await helpIsNext(page)
    await button(page, '今天先到这里').tap()
    await page.getByRole('heading', { name: '先歇一分钟' }).filter({ visible: true }).waitFor()
    expect(await held(page)).toMatchObject([{ answers: { 9: 3 } }])
  })
})

describe('from the list to the result', () => {
  it('asks first, then question by question, and shows where one stands', async () => {
    const page = await arrive(screens)
    await page.getByRole('link', { name: '测' }).filter({ visible: true }).tap()
    await button(page, briefs.phq4.title).tap()
    await words(page, '先知道这几件事').waitFor()
    await button(page, '看看说明再决定').tap()
    await button(page, '同意').tap()
    await page.getByRole('switch', { name: '我已满 18 岁' }).filter({ visible: true }).tap()
    await button(page, '开始').tap()
    for (const at of [1, 2, 3, 4]) {
      await progress(page, at, 4)
      await option(page, at < 3 ? '一半以上的天数' : '完全不会').tap()
      await button(page, at < 4 ? '下一题' : '答完了，看结果').tap()
    }
    await words(page, '这方面值得再看一看').waitFor()
    await page.getByRole('img', { name: /^紧张和担心：4 分，范围 0 到 6 分/ }).waitFor()
    await words(page, /^为什么推荐：「紧张和担心」3 分或以上/).waitFor()
    expect(await held(page)).toEqual([])
    await button(page, briefs.gad7.title).tap()
    await words(page, '七个问题').waitFor()
  })

  it('is sent once after the network was gone, and the result is destroyed on the person’s wish', async () => {
    const before = await screens.server.database.open(resultsStore).count({ index: 'byTime' })
    const page = await arrive(screens)
    await keep(page, { deviceKey: key, takings: { gad7: underWay('gad7', 7) } })
    await open(page, `${screens.url}/#/tests/pages/taking/index?of=gad7`)
    await progress(page, 7, 7)
    screens.excuse(CUT_OFF)
    // The answer is stored, and word of it is lost.
    let lost = 0
    await page.route('**/api/assessments', async (route) => {
      if (!route.request().postData()?.includes('results.submit') || lost++ > 0) return route.continue()
      await route.fetch()
      return route.abort()
    })
    await option(page, '好几天').tap()
    await button(page, '答完了，看结果').tap()
    await words(page, '现在没有送到。回答还在这部手机上').waitFor()
    await button(page, '再送一次').tap()
    await words(page, '近两周有一些紧张、担心的感受').waitFor()
    expect(await screens.server.database.open(resultsStore).count({ index: 'byTime' })).toBe(before + 1)

    const saved = page.waitForEvent('download')
    await button(page, '导出文件').tap()
    expect((await saved).suggestedFilename()).toMatch(/^gad7-.*\.fhir\.json$/)
    await button(page, '删除这次结果').tap()
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).tap()
    await words(page, '还没有结果').waitFor()
    expect(await screens.server.database.open(resultsStore).count({ index: 'byTime' })).toBe(before)
  })

  it('is gone on with after a quick hide', async () => {
    const page = await atNine()
    await progress(page, 9, 9)
    await button(page, '快速隐藏').tap()
    await words(page, '返回首页').waitFor()
    expect(await held(page)).toMatchObject([{ item: 9 }])
    await button(page, '返回首页').tap()
    await page.getByRole('link', { name: '测' }).filter({ visible: true }).tap()
    await button(page, `继续：${briefs.phq9.title}`).tap()
    await progress(page, 9, 9)
  })
})

describe('the server killed between the answer and the page', () => {
  it('changes nothing: help is next', async () => {
    const page = await atNine()
    await progress(page, 9, 9)
    screens.excuse(CUT_OFF)
    await screens.server.close()
    await option(page, '一半以上的天数').tap()
    await helpIsNext(page)
  })
})
