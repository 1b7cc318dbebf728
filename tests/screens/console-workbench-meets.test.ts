import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { messages } from '../../src/contract/messages.zh-CN'
import { newBookingId } from '../house/booked'
import { dataOf } from '../house/data-of'
import { heard, held, log, type Person, reply, room, texts } from './at-workbench'
import { arrive, offered, openDay } from './counselling-day'
import { phoneAbroad, willingReader } from './counselling-phone'
import { button, open, words } from './in-app'
import { bubbles, say } from './in-chat'
import { wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { signedIn } from './signed-in'

const bookingId = newBookingId()

let screens: Screens
let today: ReturnType<typeof openDay>
let lu: Page
let phone: Page
let lin: Person

beforeAll(async () => {
  screens = await openScreens()
  today = openDay(screens)
  await today.becomes(10, 40)
  lu = await signedIn(screens, 'luming', '陆明', 'counsellor')
  await screens.withAxe(lu)
  await lu.clock.setFixedTime(screens.now())
  await offered(screens, 'luming', '陆明')
  const { key, api } = await willingReader(screens)
  lin = {
    api,
    chatId: bookingId,
    pseudonym: dataOf(await api.profile.rename({ nickname: '清晨的树' })).pseudonym ?? '',
  }
  dataOf(await api.bookings.hold({ bookingId, staffId: 'luming', from: today.at(11), mode: 'text' }))
  dataOf(await api.bookings.confirm({ bookingId }))
  phone = await phoneAbroad(screens, { key })
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

describe('a booking in writing', () => {
  it('opens no conversation before ten minutes to its hour', async () => {
    await today.becomes(10, 49, lu, phone)
    await arrive(screens, lu, `/workbench?booking=${bookingId}`, '对话')
    await lu.getByText(messages.NOT_YET_TIME).waitFor()
    await expect.poll(() => lu.url()).not.toContain('booking=')
    expect(await held(lu, lin).count()).toBe(0)
  })

  it('leads the counsellor from today into its conversation ten minutes ahead, though nobody is on call', async () => {
    await today.becomes(10, 50, lu, phone)
    await arrive(screens, lu, '/counselling', '咨询')
    await lu
      .getByRole('region', { name: '下一个' })
      .getByRole('link', { name: /进入对话/ })
      .click()
    await lu.getByRole('heading', { name: '对话', level: 1 }).waitFor()
    await room(lu, lin).waitFor()
    await held(lu, lin).waitFor()
    await expect.poll(() => lu.url()).not.toContain('booking=')
    expect(dataOf(await lin.api.chats.now({})).there).toBe(false)
    expect(await wrongOn(lu)).toEqual([])
  })

  it('leads the person into the same one, and both write', async () => {
    await open(phone, `${screens.url}/#/counselling/pages/booking/index?id=${bookingId}`)
    await button(phone, '进入对话').tap()
    await words(phone, '正在和陆明聊').waitFor()
    await say(phone, '我到了，有点紧张')
    await log(lu, lin).getByText('我到了，有点紧张').waitFor()
    await reply(lu).fill('您好，不着急，慢慢说')
    await reply(lu).press('Enter')
    await expect.poll(() => bubbles(phone)).toEqual(['我到了，有点紧张', '您好，不着急，慢慢说'])
    await say(phone, '上个月开始睡不好')
    await log(lu, lin).getByText('上个月开始睡不好').waitFor()
    expect(await texts(lin)).toEqual(['我到了，有点紧张', '您好，不着急，慢慢说', '上个月开始睡不好'])
    expect((await heard(lin)).chat.state).toBe('open')
  })

  it('is in the person’s ledger: the counsellor came in', async () => {
    const { rows } = dataOf(await lin.api.privacy.readings({}))
    expect(rows).toMatchObject([{ role: 'counsellor', reason: 'counselling', what: '说过的话' }])
  })
})
