import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { codeId } from '../../cloudfunctions/people/branch-codes'
import { branchCodesStore } from '../../cloudfunctions/people/branches-store'
import type { Api } from '../../src/contract/client'
import { currentVersion } from '../../src/domain/consents/texts'
import { daysLater } from '../../src/domain/time'
import { seedBranches } from '../../src/server/seed/branches'
import { dataOf } from '../house/data-of'
import { allAnswered } from '../house/taking'
import { button, open, words } from './in-app'
import { wrongOn } from './in-console'
import { faultsOfLayout, findings, phoneLooks } from './looks'
import { openScreens, PHONE, type Screens } from './open-screens'
import { readerAt } from './reader'
import { signedIn } from './signed-in'

const CODE = 'ABCDE-12345'
const SURVEY = 'samplesurvey0001'
const WORKS = '拖拉机厂工会（示例）'

let screens: Screens
let works: string

beforeAll(async () => {
  screens = await openScreens()
  const { database, keys } = screens.server
  const now = new Date()
  works = seedBranches(now.toISOString()).find(({ code }) => code === 'tractor-works')?.id ?? ''
  await database.open(branchCodesStore).insert({
    id: codeId(CODE, keys) ?? '',
    branchId: works,
    madeAt: now.toISOString(),
    expiresAt: daysLater(now, 90).toISOString(),
    joined: 0,
  })
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

/** Somebody of the works, with a browser's key. */
const worker = async (agrees: boolean): Promise<{ key: string; api: Api }> => {
  const { key } = dataOf(await readerAt(screens.url).devices.enrol({}))
  const api = readerAt(screens.url, key)
  dataOf(await api.membership.proveByCode({ code: CODE }))
  if (agrees) dataOf(await api.consents.give({ purpose: 'figures', version: currentVersion('figures') }))
  return { key, api }
}

const phoneOf = async (key: string, { width, height, large, shade }: (typeof phoneLooks)[number]): Promise<Page> => {
  const page = await screens.visitor({ ...PHONE, viewport: { width, height } })
  await screens.withAxe(page)
  await page.addInitScript(
    (values) => {
      if (location.protocol !== 'http:') return
      for (const [name, data] of Object.entries(values)) localStorage.setItem(name, JSON.stringify({ data }))
    },
    { preferences: { large, shade }, deviceKey: key },
  )
  return page
}

const looksWell = async (page: Page) =>
  expect({ layout: await faultsOfLayout(page), axe: await findings(page) }).toEqual({ layout: [], axe: [] })

const choose = (page: Page, at: number) => page.getByRole('radio').filter({ visible: true }).nth(at).click()

describe('on the phone', () => {
  it('whoever joined is invited, reads first, agrees, answers, sees their own scores once and takes it back', async () => {
    const { key, api } = await worker(false)
    const page = await phoneOf(key, phoneLooks[0])
    await open(page, `${screens.url}/#/pages/tests/index`)
    await words(page, `${WORKS}邀请您答一份「近两周的状态」`).waitFor()
    await looksWell(page)
    await button(page, '先看看说明').click()
    await words(page, '工会会看到什么').waitFor()
    await looksWell(page)
    await button(page, '看看说明再决定').click()
    await words(page, '算进单位的合计').waitFor()
    await button(page, '同意').click()
    await page
      .getByRole('switch', { name: /我已满 18 岁/ })
      .filter({ visible: true })
      .click()
    await button(page, '开始').click()
    // A browser writes down whatever did not get through.
    screens.excuse(/ERR_INTERNET_DISCONNECTED/)
    for (let question = 1; question <= 5; question++) {
      await words(page, `第 ${question} 题，共 5 题`).waitFor()
      if (question === 1) await looksWell(page)
      await choose(page, 1)
      if (question === 5) await page.context().setOffline(true)
      await button(page, question === 5 ? '答完了，送出' : '下一题').click()
    }
    await words(page, '回答还在这部手机上').waitFor()
    expect(dataOf(await api.surveys.invited({})).rows).toMatchObject([{ id: SURVEY, answered: false }])
    await page.context().setOffline(false)
    await words(page, '收到了，谢谢您').waitFor()
    await words(page, '80').waitFor()
    await looksWell(page)
    expect(dataOf(await api.surveys.invited({})).rows).toMatchObject([{ id: SURVEY, answered: true }])
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('answers')
    await button(page, '收回我的回答').click()
    await page.getByRole('dialog').getByRole('button', { name: '收回', exact: true }).click()
    await words(page, `${WORKS}邀请您答一份`).waitFor()
    expect(dataOf(await api.surveys.invited({})).rows).toMatchObject([{ id: SURVEY, answered: false }])
    await screens.leave()
  })

  it('in the dark and in large letters it is whole as well', async () => {
    const { key, api } = await worker(true)
    const page = await phoneOf(key, phoneLooks[1])
    await open(page, `${screens.url}/#/tests/pages/survey/index?id=${SURVEY}`)
    await words(page, '我已满 18 岁').waitFor()
    await looksWell(page)
    dataOf(await api.surveys.submit({ surveyId: SURVEY, answers: allAnswered('who5', 1), adult: true }))
    await open(page, `${screens.url}/#/tests/pages/survey/index?id=${SURVEY}`)
    await words(page, '您已经答过了').waitFor()
    await looksWell(page)
    dataOf(await api.surveys.takeBack({ surveyId: SURVEY }))
    await open(page, `${screens.url}/#/tests/pages/survey/index?id=nosuchsurvey00001`)
    await words(page, '没有找到这份邀请').waitFor()
    await screens.leave()
  })
})

describe('in the console', () => {
  it('a manager sets one up, calls it off, and reads figures in which the few do not show', async () => {
    for (let number = 0; number < 22; number++) {
      const { api } = await worker(true)
      const answers = allAnswered('who5', number < 11 ? 1 : 5)
      dataOf(await api.surveys.submit({ surveyId: SURVEY, answers, adult: true }))
    }
    const page = await signedIn(screens, 'survey-manager', '秦岚', 'manager')
    await screens.withAxe(page)
    await page.goto(`${screens.url}/admin/#/surveys`)
    await page.getByText('还没有做过团体测评').waitFor()
    expect(await wrongOn(page)).toEqual([])
    await page.getByRole('button', { name: '发起团体测评' }).click()
    const form = page.getByRole('dialog', { name: /发起团体测评$/ })
    await form.getByRole('button', { name: '职工会看到的说明' }).click()
    await form.getByText('谁也看不到您答没答').waitFor()
    expect(await wrongOn(page)).toEqual([])
    await form.getByRole('button', { name: '发起', exact: true }).click()
    await form.getByRole('alert').filter({ hasText: '半年内已经做过或安排了同一份测评' }).waitFor()
    await form.getByRole('combobox', { name: '哪一份' }).click()
    await page.locator('.ant-select-item-option').filter({ hasText: '近一个月的心情' }).click()
    await form.getByRole('button', { name: '发起', exact: true }).click()
    const row = page.getByRole('row', { name: /近一个月的心情/ })
    await row.getByText('正在进行').waitFor()
    await row.getByRole('button', { name: /^取消/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '取消这次测评' }).click()
    await row.getByText('已取消').waitFor()

    screens.forward(31 * 24 * 60)
    await screens.tick()
    // Sessions do not live as long as surveys: another manager looks with one of today.
    screens.forward(-31 * 24 * 60)
    await page.context().close()
    const later = await signedIn(screens, 'later-manager', '王建国', 'manager')
    await screens.withAxe(later)
    await later.goto(`${screens.url}/admin/#/surveys/${SURVEY}`)
    const bands = later.getByRole('region', { name: '整体状态' })
    await bands
      .getByRole('row', { name: /很吃力/ })
      .getByText('11 人')
      .waitFor()
    await bands
      .getByRole('row', { name: /还不错/ })
      .getByText('11 人')
      .waitFor()
    await bands.getByRole('row', { name: /偏低/ }).getByText('不足 10 人，不显示').waitFor()
    expect(await wrongOn(later)).toEqual([])
    const coming = later.waitForEvent('download')
    await later.getByRole('button', { name: '导出表格' }).click()
    const file = await readFile(await (await coming).path(), 'utf8')
    expect(file.startsWith('\ufeff')).toBe(true)
    expect(file).toContain('合计,回答人数,22')
    expect(file).toContain('不足 10 人，不显示')
    await screens.leave()
  })
})
