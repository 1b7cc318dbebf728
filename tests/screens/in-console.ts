import type { Locator, Page, Request } from 'playwright-core'

export const PASSWORD = 'quiet-river-stone'

export const choosePassword = async (page: Page, password = PASSWORD, again = password) => {
  await page.getByLabel('设一个密码').fill(password)
  await page.getByLabel('再输一次').fill(again)
  await page.getByRole('button', { name: '设好密码并登录' }).click()
}

export const signIn = async (page: Page, login: string, password: string) => {
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
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
