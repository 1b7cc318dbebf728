import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { plan } from '../../cloudfunctions/_kit/outbox/outbox'
import { dayOf, daysLater, startOfHour } from '../../src/domain/time'
import { open, words } from './in-app'
import { extremeLooks, faultsOfLayout, findings } from './looks'
import { openScreens, PHONE, type Screens } from './open-screens'
import { keepPicture } from './pictures'
import { furnished, openUnit } from './somebody'

const MINE = '/#/pages/mine/index'
const INBOX = '/#/notices/pages/inbox/index'
const SAID = '您的资料被查看过，点开看是谁、为什么'

let screens: Screens
let who: { key: string; personId: string }
beforeAll(async () => {
  screens = await openScreens()
  await openUnit(screens)
  who = await furnished(screens)
})
afterEach(async () => {
  await screens.leave()
  expect(screens.complaints()).toEqual([])
})
afterAll(() => screens.close())

const said = async (id: string) => {
  const { database, keys } = screens.server
  const subject = { kind: 'reading', id } as const
  await plan([{ personId: who.personId, kind: 'looked-at', subject, revision: 1, dueAt: screens.now() }], {
    database,
    keys,
  })
  // At night nothing is said, so it is said the next morning, whatever the hour at which this runs.
  const morning = startOfHour(`${dayOf(daysLater(screens.now(), 1))}T09`)
  if (!morning) throw new Error('a day without a morning')
  screens.forward((morning.getTime() - screens.now().getTime()) / 60_000)
  await screens.tick()
}

const phoneOf = async (kept: Record<string, unknown>, viewport = PHONE.viewport) => {
  const page = await screens.visitor({ ...PHONE, viewport })
  await screens.withAxe(page)
  await page.addInitScript((values) => {
    if (location.protocol !== 'http:') return
    for (const [name, data] of Object.entries(values)) localStorage.setItem(name, JSON.stringify({ data }))
  }, kept)
  return page
}

describe('the notices in a browser', () => {
  it('are nothing yet for somebody whom nobody knows, and that is said', async () => {
    const page = await phoneOf({})
    await open(page, `${screens.url}${MINE}`)
    await page.getByRole('button', { name: /^通知/ }).filter({ visible: true }).tap()
    await words(page, '还没有通知').waitFor()
    expect(await findings(page)).toEqual([])
    expect(await faultsOfLayout(page)).toEqual([])
  })

  it('put a dot on 我的 until they are seen, and lead on', async () => {
    await said('somebodylooked01')
    const page = await phoneOf({ deviceKey: who.key })
    await open(page, `${screens.url}${MINE}`)
    await words(page, '有 1 条没看').waitFor()
    await page.getByRole('link', { name: '我的，有新的通知' }).filter({ visible: true }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: /^通知/ }).filter({ visible: true }).tap()
    await words(page, SAID).waitFor()
    await page.getByRole('button', { name: '返回' }).filter({ visible: true }).tap()
    await page.getByRole('link', { name: '我的', exact: true }).filter({ visible: true }).waitFor()
    expect(await words(page, '条没看').count()).toBe(0)
  })

  it.each(extremeLooks)('fit at $width px, large text: $large, $shade', async ({ width, height, large, shade }) => {
    await said(`somebodylooked${width}`)
    const page = await phoneOf({ deviceKey: who.key, preferences: { large, shade } }, { width, height })
    await open(page, `${screens.url}${INBOX}`)
    await words(page, SAID).waitFor()
    expect(await findings(page)).toEqual([])
    expect(await faultsOfLayout(page)).toEqual([])
    await keepPicture(page, `notices-${width}-${shade}`)
  })
})
