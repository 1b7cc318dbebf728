import type { Page } from 'playwright-core'
import type { Api } from '../../src/contract/client'
import { currentVersion } from '../../src/domain/consents/texts'
import { dataOf } from '../house/data-of'
import { newId } from '../house/talking'
import { button, open } from './in-app'
import { openScreens, PHONE } from './open-screens'
import { readerAt } from './reader'
import { tokenOf } from './signed-in'

export const place = (page: Page) => page.getByRole('textbox', { name: '想说的话' }).filter({ visible: true })

export const say = async (page: Page, text: string) => {
  await place(page).fill(text)
  await button(page, '发送').tap()
}

/** What was said and is in sight, in its order. */
export const bubbles = (page: Page) =>
  page.locator('.said__bubble').filter({ visible: true }).locator('.said__text').allInnerTexts()

export const answerDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click()

export const sitDown = async (...apis: Api[]) => {
  for (const api of apis) dataOf(await api.workbench.list({ available: true }))
}
export const standUp = async (...apis: Api[]) => {
  for (const api of apis) dataOf(await api.workbench.leave({}))
}
export const says = (api: Api, chatId: string, text: string) =>
  api.workbench.send({ chatId, messageId: newId(), text }).then(dataOf)

export type Chats = Awaited<ReturnType<typeof openChats>>

/** The product with two counsellors who speak through the contract, and phones of employees. */
export async function openChats() {
  const screens = await openScreens()
  const he = readerAt(screens.url, await tokenOf(screens, 'hejing', '何静', 'counsellor'))
  const gao = readerAt(screens.url, await tokenOf(screens, 'gaoyuan', '高远', 'counsellor'))

  /** A browser's key whose owner agreed to counselling. */
  const somebody = async () => {
    const { key } = dataOf(await readerAt(screens.url).devices.enrol({}))
    const api = readerAt(screens.url, key)
    dataOf(await api.consents.give({ purpose: 'counselling', version: currentVersion('counselling') }))
    return { key, api }
  }

  return {
    screens,
    he,
    gao,
    somebody,
    phone: async (viewport: { width: number; height: number } = PHONE.viewport): Promise<Page> => {
      const page = await screens.visitor({ ...PHONE, viewport, acceptDownloads: true })
      await screens.withAxe(page)
      await open(page, screens.url)
      await page.getByRole('heading', { name: '新近' }).waitFor()
      return page
    },
    toChat: (page: Page, chatId: string) => open(page, `${screens.url}/#/chat/pages/chat/index?id=${chatId}`),
    /** A conversation that was accepted, with these words of the counsellor's in it. */
    talking: async (...texts: string[]) => {
      const { key, api } = await somebody()
      const chatId = newId()
      await sitDown(he)
      dataOf(await api.chats.ask({ chatId }))
      dataOf(await he.workbench.accept({ chatId }))
      for (const text of texts) await says(he, chatId, text)
      return { key, api, chatId }
    },
  }
}
