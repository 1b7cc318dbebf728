import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { sessionsStore } from '../../cloudfunctions/_kit/identity'
import { messages } from '../../src/contract/messages.zh-CN'
import { dataOf } from '../house/data-of'
import {
  answer,
  arrive,
  asks,
  heard,
  held,
  here,
  log,
  type Person,
  person,
  reply,
  room,
  says,
  waiting,
} from './at-workbench'
import { choose, wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { signedIn } from './signed-in'

let screens: Screens
let he: Page
let gao: Page
let lin: Person
let zhou: Person

beforeAll(async () => {
  vi.stubEnv('XINYI_CHAT_HOURS', '0-24')
  screens = await openScreens()
  he = await signedIn(screens, 'hejing', '何静', 'counsellor')
  gao = await signedIn(screens, 'gaoyuan', '高远', 'counsellor')
  for (const page of [he, gao]) await screens.withAxe(page)
  lin = await person(screens, '清晨的树')
  zhou = await person(screens, '夜班的风')
  await arrive(he, screens)
  await here(he).click()
  for (const [who, text] of [
    [lin, '最近总是睡不好'],
    [zhou, '家里的事想说一说'],
  ] as const) {
    await asks(who)
    await says(who, text)
    await waiting(he).getByRole('button', { name: /^接下/ }).click()
    await log(he, who).getByText(text).waitFor()
  }
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(async () => {
  vi.unstubAllEnvs()
  await screens.close()
})

describe('an end', () => {
  it('by a hand-over waits for the person, who says yes', async () => {
    await arrive(gao, screens)
    await here(gao).click()
    await gao.getByText(/新的对话会派给您/).waitFor()
    await held(he, lin).click()
    await room(he, lin).getByRole('button', { name: '转给同事' }).click()
    await answer(he, '转给同事', (form) => choose(form, '转给谁', '高远'), '请对方答复')
    await room(he, lin).getByText('在等对方同意转交').waitFor()
    expect((await heard(lin)).chat.transfer).toEqual({ toName: '高远', past: false })
    dataOf(await lin.api.chats.answerTransfer({ chatId: lin.chatId, agreed: true }))
    await room(he, lin).getByText('这段对话不在这里了').waitFor()
    expect(await he.content()).not.toContain('睡不好')
    await held(gao, lin).click()
    await gao.getByText('您从这里接手，之前说过的这里看不到').waitFor()
    expect(await gao.content()).not.toContain('睡不好')
    await room(he, lin).getByRole('button', { name: '知道了，收起' }).click()
  })

  it('by the person, who destroys it, leaves nothing on the desk', async () => {
    await says(lin, '我想删掉这一段')
    await log(gao, lin).getByText('我想删掉这一段').waitFor()
    dataOf(await lin.api.chats.destroy({ chatId: lin.chatId }))
    await room(gao, lin).getByText('这段对话不在这里了').waitFor()
    expect(await gao.content()).not.toContain('我想删掉')
    expect(await wrongOn(gao)).toEqual([])
  })

  it('by the counsellor is asked about first, and keeps no word here', async () => {
    await log(he, zhou).getByText('家里的事想说一说').waitFor()
    await room(he, zhou).getByRole('button', { name: '结束', exact: true }).click()
    await answer(he, `结束和${zhou.pseudonym}的对话吗`, async (form) => form.getByText('只留给对方').waitFor(), '结束')
    await room(he, zhou).getByText('这段对话结束了').waitFor()
    expect(await he.content()).not.toContain('家里的事')
    expect((await heard(zhou)).chat.state).toBe('ended')
  })

  it('of a booking that is not hers is said kindly', async () => {
    await arrive(he, screens, '?booking=nobodysbooking01')
    await he.getByText(messages.BOOKING_NOT_FOUND).waitFor()
    await expect.poll(() => he.url()).not.toContain('booking=')
  })

  it('of the page stands up', async () => {
    await he.goto(`${screens.url}/admin/#/counselling`)
    await he.getByRole('heading', { name: '咨询', level: 1 }).waitFor()
    await gao.goto(`${screens.url}/`)
    await expect.poll(async () => dataOf(await lin.api.chats.now({})).there).toBe(false)
  })

  it('of the session leaves what was written where it is', async () => {
    const wu = await person(screens, '山脚的路')
    await arrive(he, screens)
    await here(he).click()
    await asks(wu)
    await waiting(he)
      .getByText(/^轮到您/)
      .waitFor()
    await he.keyboard.press('Alt+a')
    await log(he, wu).waitFor()
    await reply(he).fill('写到一半')
    const sessions = screens.server.database.open(sessionsStore)
    for (const { id } of (await sessions.find({ index: 'byStaff', where: { staffId: 'hejing' }, limit: 10 })).rows)
      await sessions.remove(id)
    await he.getByRole('dialog').getByLabel('密码').waitFor({ timeout: 40_000 })
    expect(await reply(he).inputValue()).toBe('写到一半')
  })
})
