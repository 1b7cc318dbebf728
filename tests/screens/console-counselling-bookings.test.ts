import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { counsellorsStore } from '../../cloudfunctions/counselling/counsellors-store'
import { withShown } from '../../cloudfunctions/counselling/offered'
import type { Api } from '../../src/contract/client'
import type { Mode } from '../../src/domain/counsellors/words'
import { done } from '../../src/domain/result'
import { dayOf, daysLater } from '../../src/domain/time'
import { newBookingId } from '../house/booked'
import { dataOf } from '../house/data-of'
import { arrive, offered, openDay, willingAt } from './counselling-day'
import { told, wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { keepPicture } from './pictures'
import { signedIn } from './signed-in'

const CARD = '最近总是睡不好，想先听听您的建议'
const PHONE = '13812345678'

let screens: Screens
let lu: Page
let [lin, zhao] = [] as unknown as [Api, Api]
const ids = { phone: newBookingId(), text: newBookingId() }

let today: ReturnType<typeof openDay>

async function book(api: Api, bookingId: string, from: string, mode: Mode) {
  dataOf(await api.bookings.hold({ bookingId, staffId: 'luming', from, mode }))
  if (mode === 'phone') dataOf(await api.bookings.setPhone({ bookingId, phone: PHONE }))
  dataOf(await api.bookings.confirm({ bookingId }))
}

const pseudonymOf = async (api: Api) => dataOf(await api.profile.show({})).pseudonym ?? 'nobody'

beforeAll(async () => {
  screens = await openScreens()
  today = openDay(screens)
  await today.becomes(8, 0)
  lu = await signedIn(screens, 'luming', '陆明', 'counsellor')
  await screens.withAxe(lu)
  await lu.clock.setFixedTime(screens.now())
  await offered(screens, 'luming', '陆明')
  ;[lin, zhao] = [await willingAt(screens), await willingAt(screens)]
  await book(lin, ids.phone, today.at(9), 'phone')
  dataOf(await lin.bookings.setCard({ bookingId: ids.phone, card: CARD }))
  await book(zhao, ids.text, today.at(11), 'text')
  await screens.tick()
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

describe('today', () => {
  const looksOf = async (api: Api) => dataOf(await api.privacy.readings({})).rows.length

  it('has the next booking first, by pseudonym', async () => {
    await today.becomes(8, 50, lu)
    await arrive(screens, lu, '/counselling', '咨询')
    const next = lu.getByRole('region', { name: '下一个' }).getByRole('article')
    await next.getByText('09:00–09:50').waitFor()
    await next
      .getByText(await pseudonymOf(lin))
      .first()
      .waitFor()
    await lu.getByRole('region', { name: '今天接下来的' }).getByText('11:00–11:50').waitFor()
    expect(await next.getByRole('button', { name: '见上了' }).count()).toBe(0)
    expect(await lu.getByText(CARD).count()).toBe(0)
    await keepPicture(lu, 'console-counselling-today')
    expect(await wrongOn(lu)).toEqual([])
  })

  it('shows the card and the number only after saying that each look is written down', async () => {
    await lu.getByRole('button', { name: '09:00 看对方写的' }).click()
    const card = lu.getByRole('dialog', { name: /对方想让您知道的/ })
    await card.getByText('本人都会在「谁看过我」里看到').waitFor()
    expect(await looksOf(lin)).toBe(0)
    await card.getByRole('button', { name: '知道了，打开' }).click()
    await card.getByText(CARD).waitFor()
    expect(await looksOf(lin)).toBe(1)
    expect(await wrongOn(lu)).toEqual([])
    await card.getByRole('button', { name: '看好了，关闭' }).click()
    await card.waitFor({ state: 'detached' })

    await lu.getByRole('button', { name: '09:00 看号码' }).click()
    const number = lu.getByRole('dialog', { name: /电话咨询/ })
    await number.getByRole('button', { name: '看号码' }).click()
    await number.getByText(PHONE).waitFor()
    expect(await looksOf(lin)).toBe(2)
    await number.getByRole('button', { name: '看好了，关闭' }).click()
    await number.waitFor({ state: 'detached' })
  })

  it('marks how it went from when it has begun, and puts a slip right', async () => {
    await today.becomes(9, 20, lu)
    await lu.reload()
    const now = lu.getByRole('region', { name: '正在进行' })
    await now.getByRole('button', { name: '09:00 没有见上' }).click()
    await lu.getByText('记下了，一天之内可以改').first().waitFor()
    await lu.getByRole('button', { name: '改成见上了' }).click()
    await lu.getByRole('region', { name: '今天已过的' }).getByText('见上了').first().waitFor()
    expect(dataOf(await lin.bookings.open({ bookingId: ids.phone })).state).toBe('attended')
  })

  it('has a place to write about it', async () => {
    await lu.getByRole('button', { name: '09:00 写记录' }).click()
    const record = lu.getByRole('dialog', { name: /09:00 的记录$/ })
    await record.getByRole('textbox').first().waitFor()
    await lu.keyboard.press('Escape')
    await record.waitFor({ state: 'detached' })
  })

  it('says in time that a certificate runs out, to the counsellor and to managers', async () => {
    const until = dayOf(daysLater(screens.now(), 20))
    await screens.server.database.open(counsellorsStore).change('luming', (found) => {
      if (!found?.live) throw new Error('nobody is offered')
      const live = { ...found.live, qualification: { ...found.live.qualification, until } }
      return done({ write: withShown({ ...found, live }), reply: true })
    })
    await lu.reload()
    await told(lu, `您的资质证书 ${until} 到期`)
    const he = await signedIn(screens, 'wanglan', '王岚', 'manager')
    await screens.withAxe(he)
    await he.clock.setFixedTime(screens.now())
    await arrive(screens, he, '/counsellors', '咨询师')
    await told(he, '有 1 位咨询师的资质一个月内到期')
    expect(await wrongOn(he)).toEqual([])
    await he.getByRole('button', { name: '看是哪几位' }).click()
    await he.waitForURL(/show=running-out/)
    await he.getByRole('cell', { name: until }).waitFor()
  })

  it('leads into a conversation in writing shortly before it', async () => {
    await lu.getByText('开始前 10 分钟可以进入对话').waitFor()
    await today.becomes(10, 30, lu)
    await lu.reload()
    await lu.getByRole('region', { name: '下一个' }).waitFor()
    await today.becomes(10, 50, lu)
    await lu.reload()
    const into = lu.locator(`a[href$="/workbench?booking=${ids.text}"]`)
    await into.waitFor()
    expect(await wrongOn(lu)).toEqual([])
  })
})

describe('the calendar', () => {
  it('shows bookings over the hours, keeps its week in the address, and opens one', async () => {
    await arrive(screens, lu, '/counselling?tab=calendar', '咨询')
    const block = lu.getByRole('button', { name: /^11:00 文字 .*，到 11:50，约好了，打开$/ })
    await block.waitFor()
    await lu.getByRole('button', { name: /^09:00 电话 .*，到 09:50，见上了，打开$/ }).waitFor()
    await keepPicture(lu, 'console-counselling-calendar')
    expect(await wrongOn(lu)).toEqual([])
    await lu.getByRole('button', { name: '下周' }).click()
    await lu.waitForURL(/week=20/)
    const monday = new URL(lu.url().replace('#/', '')).searchParams.get('week') ?? ''
    await lu.reload()
    await lu.getByText(`${monday} 至`).waitFor()
    await lu.goBack()
    await block.click()
    const drawer = lu.getByRole('dialog', { name: /11:00–11:50/ })
    await drawer.getByText('单次').waitFor()
    expect(lu.url()).toContain(`booking=${ids.text}`)
    expect(await wrongOn(lu)).toEqual([])
    await lu.reload()
    await drawer.getByRole('button', { name: '11:00 取消预约' }).waitFor()
  })

  it('calls one off with a reason that the person is told', async () => {
    await lu
      .getByRole('dialog', { name: /11:00–11:50/ })
      .getByRole('button', { name: '11:00 取消预约' })
      .click()
    const why = lu.getByRole('dialog', { name: /^取消 .*的预约$/ })
    await why.getByText('咨询师身体不适').click()
    await why.getByRole('button', { name: '取消这个预约' }).click()
    await lu.getByText('已取消，对方会收到通知').waitFor()
    await lu
      .getByRole('dialog', { name: /11:00–11:50/ })
      .getByText('您取消了')
      .waitFor()
    expect(dataOf(await zhao.bookings.open({ bookingId: ids.text }))).toMatchObject({
      state: 'cancelled-by-counsellor',
      reason: 'ill',
    })
    await today.minutesPass(2)
    expect(dataOf(await zhao.notices.list({})).rows.map(({ kind }) => kind)).toContain('booking-cancelled')
  })
})

describe('the list', () => {
  it('is filtered in the address, and taken away as a file without anybody in it', async () => {
    await arrive(screens, lu, '/counselling?tab=bookings', '咨询')
    const rows = lu.getByRole('table').getByRole('row')
    // The drawer of the calendar that is being left has cells with the same words.
    await expect.poll(() => rows.count()).toBe(3)
    await lu.getByRole('cell', { name: '您取消了' }).waitFor()
    await lu.getByRole('combobox', { name: '状态' }).click()
    await lu.locator('.ant-select-item-option').filter({ hasText: '见上了' }).first().click()
    await lu.waitForURL(/state=attended/)
    await lu.getByRole('cell', { name: '您取消了' }).waitFor({ state: 'detached' })
    await lu.getByRole('cell', { name: '见上了' }).waitFor()
    expect(await wrongOn(lu)).toEqual([])
    await lu.reload()
    await lu.getByRole('cell', { name: '见上了' }).waitFor()
    expect(await rows.count()).toBe(2)
    const [file] = await Promise.all([
      lu.waitForEvent('download'),
      lu.getByRole('button', { name: '导出 CSV' }).click(),
    ])
    const text = await readFile(await file.path(), 'utf8')
    expect(text).toContain(`${today.day},09:00,09:50,电话,见上了,单次`)
    expect(text).not.toContain(await pseudonymOf(lin))
  })
})
