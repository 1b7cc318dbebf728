import type { Locator, Page } from 'playwright-core'
import type { Api } from '../../src/contract/client'
import { currentVersion } from '../../src/domain/consents/texts'
import { dataOf } from '../house/data-of'
import { newId } from '../house/talking'
import type { Screens } from './open-screens'
import { readerAt } from './reader'

export type Person = { api: Api; chatId: string; pseudonym: string }

/** Somebody who agreed to counselling, as the app does it, and has a name to be told apart by. */
export const person = async ({ url }: Screens, nickname: string): Promise<Person> => {
  const { key } = dataOf(await readerAt(url).devices.enrol({}))
  const api = readerAt(url, key)
  dataOf(await api.consents.give({ purpose: 'counselling', version: currentVersion('counselling') }))
  const { pseudonym } = dataOf(await api.profile.rename({ nickname }))
  return { api, chatId: newId(), pseudonym: pseudonym ?? '' }
}
export const asks = async ({ api, chatId }: Person) => dataOf(await api.chats.ask({ chatId }))
export const says = async ({ api, chatId }: Person, text: string) =>
  dataOf(await api.chats.send({ chatId, messageId: newId(), text }))
export const heard = async ({ api, chatId }: Person) => dataOf(await api.chats.pull({ chatId, after: 0 }))
export const texts = async (who: Person) => (await heard(who)).messages.map(({ text }) => text)

export const arrive = async (page: Page, { url }: Screens, search = '') => {
  await page.goto(`${url}/admin/#/workbench${search}`)
  await page.getByRole('heading', { name: '对话', level: 1 }).waitFor()
}
/** A second window of the same browser: a session is of one window, so hers is put into it. */
export const tokenIn = (page: Page) => page.evaluate(() => sessionStorage.getItem('xinyi.console.token'))
export const here = (page: Page) => page.getByRole('switch', { name: '我在' })
export const waiting = (page: Page) => page.getByRole('region', { name: '等人接的' })
export const held = (page: Page, { pseudonym }: Person) =>
  page.getByRole('region', { name: '我的对话' }).getByRole('button', { name: pseudonym })
export const room = (page: Page, { pseudonym }: Person) => page.getByRole('region', { name: `和${pseudonym}的对话` })
export const log = (page: Page, { pseudonym }: Person) => page.getByRole('log', { name: `和${pseudonym}的对话` })
export const reply = (page: Page) => page.getByRole('textbox', { name: '回复' })
export const answer = async (page: Page, name: string, fill: (form: Locator) => Promise<unknown>, ok: string) => {
  const form = page.getByRole('dialog', { name })
  await fill(form)
  await form.getByRole('button', { name: ok }).click()
  await form.waitFor({ state: 'detached' })
}
