import type { Page } from 'playwright-core'
import { seedPieces } from '../../src/server/seed/pieces'
import { PHONE, type Screens } from './open-screens'

export const titleOf = (slug: string) => seedPieces.find((piece) => piece.slug === slug)?.title ?? slug

let opened = 0

/**
 * Opens an address as if typed: a change behind the # alone would not load the page anew, and something before it does.
 * By way of `about:blank` each time would cost a process of its own.
 */
export const open = async (page: Page, url: string) => {
  const address = new URL(url)
  address.searchParams.set('opened', String(opened++))
  await page.goto(address.href)
}

/** Pages left behind stay in the document, unseen; only what is in sight counts. */
export const words = (page: Page, text: string | RegExp) =>
  page
    .getByText(text, typeof text === 'string' ? { exact: false } : {})
    .filter({ visible: true })
    .first()

/** By the beginning of what a screen reader says. */
export const button = (page: Page, said: string) =>
  page
    .getByRole('button', { name: new RegExp(`^${said}`) })
    .filter({ visible: true })
    .first()

/** What the app keeps in this browser under a name. */
export const stored = (page: Page, name: string): Promise<unknown> =>
  page.evaluate((key) => {
    const text = localStorage.getItem(key)
    return text === null ? null : JSON.parse(text).data
  }, name)

/** A phone of one's own, with the first page open. */
export const arrive = async (screens: Screens): Promise<Page> => {
  const page = await screens.visitor(PHONE)
  await open(page, screens.url)
  await page.getByRole('heading', { name: '新近' }).waitFor()
  return page
}
