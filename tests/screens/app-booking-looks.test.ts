import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newBookingId } from '../house/booked'
import { dataOf } from '../house/data-of'
import {
  COUNSELLOR,
  chooseTime,
  holdButton,
  LIST,
  LU,
  morning,
  openCounselling,
  phoneAbroad,
  TALK,
  WISH,
  willingReader,
} from './counselling-phone'
import { button, open, words } from './in-app'
import { extremeLooks, faultsOfLayout, findings } from './looks'
import type { Screens } from './open-screens'
import { keepPicture } from './pictures'

let screens: Screens

const at = (path: string) => `${screens.url}/#${path}`

beforeAll(async () => {
  screens = (await openCounselling()).screens
})
afterEach(async () => {
  await screens.leave()
  expect(screens.complaints()).toEqual([])
})
afterAll(() => screens.close())

describe.each(extremeLooks)('at $width px, large text: $large, $shade', ({ width, height, large, shade }) => {
  it('shows everything whole, legible and large enough to touch', async () => {
    const { key, api } = await willingReader(screens)
    const days = 6 + extremeLooks.findIndex((look) => look.width === width)
    const bookingId = newBookingId()
    dataOf(await api.bookings.hold({ bookingId, staffId: LU, from: morning(screens, days), mode: 'phone' }))
    const seriesId = newBookingId()
    const weekly = { seriesId, staffId: LU, from: morning(screens, days, 10), mode: 'text' as const, sessions: 3 }
    dataOf(await api.bookings.series(weekly))
    const page = await phoneAbroad(screens, {
      key,
      kept: { preferences: { large, shade } },
      viewport: { width, height },
    })
    const look = async (name: string, path: string, there: string | RegExp, then?: () => Promise<void>) => {
      await open(page, at(path))
      await words(page, there).waitFor()
      await then?.()
      const seen = { name, layout: await faultsOfLayout(page), axe: await findings(page) }
      expect(seen).toEqual({ name, layout: [], axe: [] })
      await keepPicture(page, `${name}-${width}-${shade}`)
    }
    await look('talk', TALK, '约咨询师')
    await look('counsellors', LIST, '都不合适的话')
    await look('counsellors-filter', LIST, '都不合适的话', () => button(page, '方向，不限').tap())
    await look('counsellor', COUNSELLOR, '选一个时间')
    await look('counsellor-chosen', COUNSELLOR, '选一个时间', async () => {
      await chooseTime(page, morning(screens, days, 11))
      const box = await holdButton(page).boundingBox()
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height)
    })
    await look('confirm', `/counselling/pages/confirm/index?id=${bookingId}`, /还有 \d+ 分/)
    await look('confirm-series', `/counselling/pages/confirm/index?series=${seriesId}`, '留到了 3 次')
    await look('wish', WISH, '告诉我们您什么时候方便')
  })
})
