import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import type { Api } from '../../src/contract/client'
import { currentVersion } from '../../src/domain/consents/texts'
import { dataOf } from '../house/data-of'
import { newId } from '../house/talking'
import { actionOf, choose, told, wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { keepPicture } from './pictures'
import { readerAt } from './reader'
import { signedIn, tokenOf } from './signed-in'

const SAID = '夜里总是醒，白天在班上打瞌睡'
const QUESTION = '要不要先谈睡眠'
const ANSWER = '先陪着，等来访者自己提'

let screens: Screens
let he: Page
let song: Page
let lin: Api
let pseudonym: string

const arrive = async (page: Page, path: string, heading: string) => {
  await page.goto(`${screens.url}/admin/#${path}`)
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
}
const drawer = (page: Page) => page.locator('.ant-drawer-section')
const openFirst = async () => {
  await he.getByRole('button', { name: /^打开 .* 的记录$/ }).click()
  await drawer(he).getByRole('button', { name: '知道了，打开' }).click()
}
const shut = async () => {
  await drawer(he).getByRole('button', { name: '关闭' }).click()
  await drawer(he).waitFor({ state: 'detached' })
}
const readings = async () => dataOf(await lin.privacy.readings({})).rows.map(({ reason }) => reason)

/** A conversation that is over, of which the counsellor wrote a line. */
beforeAll(async () => {
  vi.stubEnv('XINYI_CHAT_HOURS', '0-24')
  screens = await openScreens()
  he = await signedIn(screens, 'hejing', '何静', 'counsellor')
  song = await signedIn(screens, 'songqing', '宋青', 'supervisor')
  for (const page of [he, song]) await screens.withAxe(page)
  const { key } = dataOf(await readerAt(screens.url).devices.enrol({}))
  lin = readerAt(screens.url, key)
  dataOf(await lin.consents.give({ purpose: 'counselling', version: currentVersion('counselling') }))
  pseudonym = dataOf(await lin.profile.rename({ nickname: '小林' })).pseudonym ?? ''
  const chatId = newId()
  dataOf(await lin.chats.ask({ chatId }))
  const api = readerAt(screens.url, await tokenOf(screens, 'hejing', '何静', 'counsellor'))
  dataOf(await api.workbench.accept({ chatId }))
  dataOf(
    await api.records.save({
      ...{ about: { of: 'chat', ofId: chatId }, revision: 0, saveId: newId(), template: 'note' },
      sections: [{ section: 'note', text: '睡不好' }],
    }),
  )
  dataOf(await api.workbench.end({ chatId }))
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(async () => {
  await screens.close()
  vi.unstubAllEnvs()
})

it('a book shows when and of what kind, never a word; opening is said first, and the person sees it', async () => {
  await arrive(he, '/records', '记录簿')
  const row = he.getByRole('row').filter({ hasText: pseudonym })
  await row.getByText('没写完').waitFor()
  expect(await he.getByText('睡不好').count()).toBe(0)
  await choose(he.locator('main'), '写完没有', '已写完')
  await he.getByText('没有这样的记录').waitFor()
  await choose(he.locator('main'), '写完没有', '没写完')
  await row.waitFor()
  expect(await wrongOn(he)).toEqual([])
  await he.getByRole('button', { name: /^打开 .* 的记录$/ }).click()
  await drawer(he).getByText('来访者会在「谁看过我」里看到').waitFor()
  expect(await readings()).not.toContain('own-record')
  await drawer(he).getByRole('button', { name: '知道了，打开' }).click()
  await drawer(he).getByRole('textbox', { name: '随手记' }).waitFor()
  expect(await readings()).toContain('own-record')
})

it('a draft saves by itself, says so when it could not, and keeps what was written when the drawer closes', async () => {
  await drawer(he).getByRole('radiogroup', { name: '用哪一种记录' }).getByText('后续会谈').click()
  expect(await drawer(he).getByRole('textbox', { name: '计划' }).inputValue()).toBe('随手记：睡不好')
  await drawer(he).getByRole('textbox', { name: '来访主诉' }).fill(SAID)
  await drawer(he)
    .getByText(/^已保存 /)
    .waitFor()
  expect(await wrongOn(he)).toEqual([])
  await keepPicture(he, 'console-record')

  screens.excuse(/net::ERR_FAILED/)
  await he.route('**/api/counselling', (route) =>
    actionOf(route.request()) === 'records.save' ? route.abort() : route.continue(),
  )
  await drawer(he).getByRole('textbox', { name: '观察' }).fill('说话慢')
  await drawer(he).getByText('没存上').waitFor()
  await told(drawer(he), '网络')
  await shut()
  await he.getByRole('button', { name: /^打开 .* 的记录$/ }).click()
  const kept = drawer(he).getByRole('textbox', { name: '观察' })
  await kept.waitFor()
  expect(await kept.inputValue()).toBe('说话慢')
  await he.unroute('**/api/counselling')
  await drawer(he).getByRole('button', { name: '再试一次' }).click()
  await drawer(he)
    .getByText(/^已保存 /)
    .waitFor()
})

it('is closed for good, added to, and asked about', async () => {
  await drawer(he).getByRole('button', { name: '写完' }).click()
  await he.getByRole('dialog', { name: '写完这份记录吗' }).getByRole('button', { name: '写完' }).click()
  await drawer(he).getByText('写完，不能再改').waitFor()
  expect(await drawer(he).getByRole('textbox', { name: '来访主诉' }).count()).toBe(0)
  await drawer(he).getByText(SAID).waitFor()
  await drawer(he).getByLabel('补记').fill('先谈睡眠')
  await drawer(he).getByRole('button', { name: '补记下来' }).click()
  await drawer(he).getByRole('heading', { name: /补记$/ }).waitFor()
  await drawer(he).getByText('先谈睡眠').waitFor()
  await drawer(he).getByRole('button', { name: '请教督导' }).click()
  const dialog = he.getByRole('dialog', { name: '请教督导' })
  await dialog.getByLabel('想请教什么').fill(QUESTION)
  await dialog.getByRole('button', { name: '请教' }).click()
  await dialog.waitFor({ state: 'detached' })
  await drawer(he).getByText('已请教督导，等人接下').waitFor()
  expect(await wrongOn(he)).toEqual([])
  await shut()
  await choose(he.locator('main'), '写完没有', '已写完')
  await he.getByRole('row').filter({ hasText: pseudonym }).getByText('已请教').waitFor()
})

it('a supervisor sees the question and the record, never whose, answers, and cannot come back', async () => {
  await arrive(song, '/duty?tab=supervision', '值守')
  await song.getByText('等人接下').waitFor()
  expect(await wrongOn(song)).toEqual([])
  await song.getByRole('button', { name: /^接下 .* 的请教$/ }).click()
  await drawer(song).getByRole('button', { name: '知道了，打开' }).click()
  await drawer(song).getByText(QUESTION).waitFor()
  await drawer(song).getByText(SAID).waitFor()
  expect(await song.getByText(pseudonym).count()).toBe(0)
  expect(await wrongOn(song)).toEqual([])
  expect((await readings()).filter((reason) => reason === 'supervision')).toHaveLength(2)
  await drawer(song).getByLabel('您的答复').fill(ANSWER)
  await drawer(song).getByRole('button', { name: '答复', exact: true }).click()
  await drawer(song).waitFor({ state: 'detached' })
  await song.getByText('现在没有人请教。').waitFor()

  await arrive(he, '/records', '记录簿')
  await he.reload()
  await he.getByText('督导已答复').waitFor()
  await openFirst()
  await drawer(he).getByText(ANSWER).waitFor()
})
