import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../../src/contract/client'
import { inShanghai, minutesLater } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { arrive, offered, openDay, willingAt } from './counselling-day'
import { told, wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { signedIn } from './signed-in'

const WORDS = '只有下了晚班才有空'

let screens: Screens
let lu: Page
let [lin, zhao] = [] as unknown as [Api, Api]

beforeAll(async () => {
  screens = await openScreens()
  await openDay(screens).becomes(8, 0)
  lu = await signedIn(screens, 'luming', '陆明', 'counsellor')
  await screens.withAxe(lu)
  await lu.clock.setFixedTime(screens.now())
  await offered(screens, 'luming', '陆明')
  ;[lin, zhao] = [await willingAt(screens), await willingAt(screens)]
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

describe('somebody who found no time', () => {
  const ask = (api: Api, wishId: string) =>
    api.wishes.ask({ wishId, mode: null, field: 'sleep', times: ['evening'], words: WORDS })

  it('is told three times that are free, by a counsellor who may read their words', async () => {
    dataOf(await ask(lin, 'wishonthescreen001'))
    await arrive(screens, lu, '/wishes', '约不上')
    await lu.getByRole('link', { name: /约不上\s*1 个在等/ }).waitFor()
    expect(await wrongOn(lu)).toEqual([])
    await lu.getByRole('button', { name: /^答复 / }).click()
    const panel = lu.getByRole('dialog', { name: /说约不上的$/ })
    await panel.getByRole('button', { name: '看对方写的话' }).click()
    const words = lu.getByRole('dialog', { name: '对方写的话' })
    await words.getByRole('button', { name: '知道了，打开' }).click()
    await words.getByText(WORDS).waitFor()
    await words.getByRole('button', { name: '看好了，关闭' }).click()
    await words.waitFor({ state: 'detached' })
    for (const hour of ['18:00', '19:00', '20:00'])
      await panel
        .getByRole('button', { name: new RegExp(`^选 陆明 .* ${hour}$`) })
        .first()
        .click()
    await panel
      .getByRole('button', { name: /^选 陆明 .* 21:00$/ })
      .first()
      .waitFor()
    expect(
      await panel
        .getByRole('button', { name: /^选 陆明 .* 21:00$/ })
        .first()
        .isDisabled(),
    ).toBe(true)
    expect(await wrongOn(lu)).toEqual([])
    await panel.getByRole('button', { name: '把这 3 个时间告诉对方' }).click()
    await panel.waitFor({ state: 'detached' })
    await lu.getByText('现在没有人在等答复').waitFor()
    const [wish] = dataOf(await lin.wishes.mine({})).rows
    expect(wish?.proposals.map(({ from }) => inShanghai(from).format('HH:mm'))).toEqual(['18:00', '19:00', '20:00'])
  })

  it('is overdue after three days, and a manager may say that there is none without reading a word', async () => {
    dataOf(await ask(zhao, 'wishonthescreen002'))
    screens.forward(60)
    dataOf(await ask(lin, 'wishonthescreen003'))
    screens.forward(71 * 60 + 30)
    const he = await signedIn(screens, 'heping', '何平', 'manager')
    await screens.withAxe(he)
    await he.clock.setFixedTime(minutesLater(screens.now(), 1))
    await arrive(screens, he, '', '数据')
    await told(he, /^有 1 位职工约不上，.*最久的已过期 3\d 分钟/)
    expect(await wrongOn(he)).toEqual([])
    await he.getByRole('link', { name: '去答复' }).click()
    await he.getByRole('link', { name: /约不上\s*1 个过期/ }).waitFor()
    const rows = he.getByRole('row').filter({ has: he.getByRole('button', { name: /^答复 / }) })
    await rows.nth(1).waitFor()
    expect(await rows.allTextContents()).toEqual([
      expect.stringContaining('过期未答复'),
      expect.not.stringContaining('过期未答复'),
    ])
    expect(await wrongOn(he)).toEqual([])
    await rows
      .first()
      .getByRole('button', { name: /^答复 / })
      .click()
    const panel = he.getByRole('dialog', { name: /说约不上的$/ })
    await panel.getByRole('button', { name: '没有找到合适的' }).click()
    expect(await panel.getByRole('button', { name: '看对方写的话' }).count()).toBe(0)
    await told(panel, '对方会收到通知')
    await panel.getByRole('button', { name: '就这样答复' }).click()
    await panel.waitFor({ state: 'detached' })
    expect(dataOf(await zhao.wishes.mine({})).rows).toMatchObject([{ proposals: [], overdue: false }])
    await he.getByRole('alert').filter({ hasText: '位职工约不上' }).waitFor({ state: 'detached' })
    await he.getByRole('link', { name: /约不上\s*1 个在等/ }).waitFor()
  })
})
