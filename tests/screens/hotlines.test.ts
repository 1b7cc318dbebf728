import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { arrive, button, open, words } from './in-app'
import { extremeLooks, faultsOfLayout, findings } from './looks'
import { openScreens, PHONE, type Screens } from './open-screens'

const TALK = '/#/pages/counselling/index'
const CUT_OFF = /Failed to load resource|ERR_/

let screens: Screens
beforeAll(async () => {
  screens = await openScreens()
})
afterEach(async () => {
  await screens.leave()
  expect(screens.complaints()).toEqual([])
})
afterAll(() => screens.close())

const numbersAreThere = async (page: Page) => {
  for (const number of ['12356', '120', '110', '12351']) await button(page, `拨打 ${number}，`).waitFor()
}

it('shows the numbers of the whole country on top, and samples that cannot be dialled', async () => {
  const page = await arrive(screens)
  await page.getByRole('link', { name: '聊' }).tap()
  await numbersAreThere(page)
  await words(page, '职工倾诉热线').waitFor()
  expect(await page.getByText('示例号码，不能拨打').count()).toBe(14)
  expect(await page.getByText(/^现在(有人接听|没有人(?!在))/).count()).toBe(14)
  expect(await page.getByRole('button', { name: /拨打 000/ }).count()).toBe(0)
})

it('is read off line as it was last fetched, and says when that was', async () => {
  const page = await arrive(screens)
  await page.getByRole('link', { name: '聊' }).tap()
  await words(page, '职工倾诉热线').waitFor()
  screens.excuse(CUT_OFF)
  await page.route('**/api/counselling', (route) => route.abort())
  await open(page, screens.url + TALK)
  await words(page, '离线内容，更新于').waitFor()
  await numbersAreThere(page)
  await words(page, '职工倾诉热线').waitFor()
})

describe.each(extremeLooks)('at $width px, large text: $large, $shade', ({ width, height, large, shade }) => {
  it('is whole, legible and large enough to touch', async () => {
    const page = await screens.visitor({ ...PHONE, viewport: { width, height } })
    await screens.withAxe(page)
    await page.addInitScript(
      (data) => {
        if (location.protocol === 'http:') localStorage.setItem('preferences', JSON.stringify({ data }))
      },
      { large, shade },
    )
    await open(page, screens.url + TALK)
    await words(page, '职工倾诉热线').waitFor()
    expect({ layout: await faultsOfLayout(page), axe: await findings(page) }).toEqual({ layout: [], axe: [] })
  })
})
