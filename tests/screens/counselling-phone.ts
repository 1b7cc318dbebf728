import type { Page } from 'playwright-core'
import type { Api } from '../../src/contract/client'
import { CITY } from '../../src/domain/branches/words'
import { currentVersion } from '../../src/domain/consents/texts'
import { dayOf, daysLater, startOfHour } from '../../src/domain/time'
import { weekdayDateOf, weekdayMinuteOf } from '../../src/miniprogram/phone/times'
import { keepCounsellor } from '../house/counsellors'
import { dataOf } from '../house/data-of'
import type { House } from '../house/open-house'
import { button } from './in-app'
import { openScreens, PHONE, type Screens } from './open-screens'
import { readerAt } from './reader'
import { tokenOf } from './signed-in'

export const LU = 'lujing'
export const TALK = '/pages/counselling/index'
export const LIST = '/counselling/pages/list/index'
export const WISH = '/counselling/pages/wish/index'
export const COUNSELLOR = `/counselling/pages/counsellor/index?id=${LU}`

export type Counselling = { screens: Screens; lu: Api }

/** The product at nine in the morning of tomorrow, with 陆静, who is there from nine to twelve every day. */
export async function openCounselling(): Promise<Counselling> {
  const screens = await openScreens()
  screens.forward((Date.parse(morning(screens, 1)) - screens.now().getTime()) / 60_000)
  const { database } = screens.server
  const house = { database, clock: { now: screens.now } } as unknown as House
  await keepCounsellor(house, { staffId: LU, branchId: CITY, name: '陆静' })
  return { screens, lu: readerAt(screens.url, await tokenOf(screens, LU, '陆静', 'counsellor')) }
}

/** So many days from now, at an hour of Shanghai time. */
export const morning = (screens: Screens, days: number, hour = 9) => {
  const start = startOfHour(`${dayOf(daysLater(screens.now(), days))}T${String(hour).padStart(2, '0')}`)
  if (!start) throw new Error('no such hour')
  return start.toISOString()
}

/** A browser's key whose owner agreed to counselling. */
export const willingReader = async ({ url }: Screens) => {
  const { key } = dataOf(await readerAt(url).devices.enrol({}))
  const api = readerAt(url, key)
  dataOf(await api.consents.give({ purpose: 'counselling', version: currentVersion('counselling') }))
  return { key, api }
}

type Held = { key?: string; kept?: Record<string, unknown>; viewport?: { width: number; height: number } }

/** A phone far from Shanghai whose clock is that of the server. */
export const phoneAbroad = async (
  screens: Screens,
  { key, kept = {}, viewport = PHONE.viewport }: Held = {},
): Promise<Page> => {
  const page = await screens.visitor({ ...PHONE, viewport, timezoneId: 'America/New_York' })
  await page.clock.setFixedTime(screens.now())
  await screens.withAxe(page)
  await page.addInitScript(
    (values) => {
      if (location.protocol !== 'http:') return
      for (const [name, data] of Object.entries(values))
        if (localStorage.getItem(name) === null) localStorage.setItem(name, JSON.stringify({ data }))
    },
    { ...kept, ...(key && { deviceKey: key }) },
  )
  return page
}

export const radio = (page: Page, start: string) =>
  page
    .getByRole('radio', { name: new RegExp(`^${start}`) })
    .filter({ visible: true })
    .first()

export const chooseTime = async (page: Page, from: string) => {
  await radio(page, `${weekdayDateOf(from)}，`).tap()
  await radio(page, `${weekdayMinuteOf(from)} 可约`).tap()
}

export const holdButton = (page: Page) => button(page, '先留 10 分钟')
