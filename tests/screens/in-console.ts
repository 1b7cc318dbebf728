import type { Locator, Page, Request } from 'playwright-core'
import { codeOfStep, stepAt } from '../../cloudfunctions/_kit/totp'
import { findings } from './looks'
import type { Screens } from './open-screens'

export const PASSWORD = 'quiet-river-stone'

export const choosePassword = async (page: Page, password = PASSWORD, again = password) => {
  await page.getByLabel('设一个密码').fill(password)
  await page.getByLabel('再输一次').fill(again)
  await page.getByRole('button', { name: '设好密码并登录' }).click()
}

/** What an authenticator app shows at this instant. */
export const codeAt = (secret: string, now: Date) => codeOfStep(secret, stepAt(now))

/** `code` is given when the console asks for it, after the password. */
export const signIn = async (page: Page | Locator, login: string | null, password: string, code?: string) => {
  if (login !== null) await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
  if (code !== undefined) await giveCode(page, code)
}

export const giveCode = async (page: Page | Locator, code: string) => {
  await page.getByLabel(/^(六位数字|备用码)$/).fill(code)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** As somebody does with a phone in hand: the secret goes into the app, the app's digits go back. */
export const pair = async (page: Page, now: Date): Promise<{ secret: string; recovery: string[] }> => {
  await page.getByRole('heading', { name: /，还差一步$/ }).waitFor()
  const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '')
  await page.getByLabel('六位数字').fill(codeAt(secret, now))
  await page.getByRole('button', { name: '设好第二道验证' }).click()
  const codes = page.getByRole('list', { name: '备用码' }).getByRole('listitem')
  await codes.first().waitFor()
  return { secret, recovery: await codes.allTextContents() }
}

export const setUpSecondFactor = async (page: Page, now: Date) => {
  const paired = await pair(page, now)
  await page.getByRole('checkbox', { name: '我已保存好' }).check()
  await page.getByRole('button', { name: '进入工作台' }).click()
  return paired
}

/** The n-th of the roles that are given out in a dialog. */
export const chooseRole = async (form: Locator, nth: number, role: string) => {
  await form.getByRole('combobox', { name: `第 ${nth} 个角色` }).click()
  const open = form.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
  await open
    .locator('.ant-select-item-option')
    .filter({ hasText: new RegExp(`^${role}：`) })
    .click()
  await open.waitFor({ state: 'detached' })
}

/** One of the options of a field. */
export const choose = async (form: Locator, label: string, option: string) => {
  await form.getByRole('combobox', { name: label }).click()
  const open = form.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
  await open.locator('.ant-select-item-option').filter({ hasText: option }).click()
  await open.waitFor({ state: 'detached' })
}

/** Walks down from where one may begin, and takes the last. */
export const chooseBranch = async (form: Page | Locator, label: string, ...way: string[]) => {
  const chosen = form.getByRole('button', { name: new RegExp(`^${label}：`) })
  const picker = chosen.locator('xpath=..')
  const last = way.at(-1) ?? ''
  await chosen.click()
  for (const name of way.slice(0, -1)) await picker.getByRole('button', { name: `看「${name}」的下级` }).click()
  await picker.getByRole('button', { name: last, exact: true }).click()
  await form.getByRole('button', { name: `${label}：${last.replace(/^选「(.*)」$/, '$1')}` }).waitFor()
}

/** Waits until the console says this where something was tried. */
export const told = (where: Page | Locator, text: string | RegExp) =>
  where.getByRole('alert').filter({ hasText: text }).first().waitFor()

export const actionOf = (request: Request): string =>
  request.url().includes('/api/') ? JSON.parse(request.postData() ?? '{}').action : ''

/** Puts this on the clipboard of the place, as if copied from some other page. */
export const paste = (place: Locator, html: string) =>
  place.evaluate((element, source) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', source)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)

/** What is beyond the screen of an office, and what axe finds serious; empty when nothing is. */
export const wrongOn = async (page: Page): Promise<string[]> => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return [...(wide > 0 ? [`${wide} px too wide`] : []), ...(await findings(page))]
}

/** The first manager, who has joined and set up the second factor. */
export const managerAt = async (screens: Screens): Promise<Page> => {
  const page = await screens.visitor()
  await screens.withAxe(page)
  await page.goto(screens.linkOf('wangjianguo'))
  await choosePassword(page)
  await setUpSecondFactor(page, screens.now())
  await page.getByRole('heading', { name: '数据', level: 1 }).waitFor()
  return page
}
