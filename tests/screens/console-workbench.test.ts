import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { outOfQuiet } from '../../src/domain/notices/quiet'
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
  texts,
  tokenIn,
  waiting,
} from './at-workbench'
import { actionOf, wrongOn } from './in-console'
import { noisePng } from './noise-png'
import { openScreens, type Screens } from './open-screens'
import { keepPicture } from './pictures'
import { signedIn } from './signed-in'

/** What a browser writes down when the network is gone. */
const CUT_OFF = /net::ERR_INTERNET_DISCONNECTED|net::ERR_FAILED|net::ERR_NETWORK/

let screens: Screens
let he: Page
/** Every answer to a look at what waits and what is held. */
const lists: string[] = []
let lin: Person
let zhou: Person

beforeAll(async () => {
  vi.stubEnv('XINYI_CHAT_HOURS', '0-24')
  screens = await openScreens()
  he = await signedIn(screens, 'hejing', '何静', 'counsellor')
  await screens.withAxe(he)
  he.on('response', async (got) => {
    if (actionOf(got.request()) === 'workbench.list') lists.push(await got.text().catch(() => ''))
  })
  lin = await person(screens, '清晨的树')
  zhou = await person(screens, '夜班的风')
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(async () => {
  vi.unstubAllEnvs()
  await screens.close()
})

describe('being there', () => {
  it('is said only while the switch is on, and by every window of hers', async () => {
    const there = async () => dataOf(await lin.api.chats.now({})).there
    await arrive(he, screens)
    await he.getByText('没有打开，新的对话不会派给您').waitFor()
    expect(await there()).toBe(false)
    await here(he).press('Space')
    await he.getByText(/新的对话会派给您，手里满 3 段先不派。开放到 00:00；.*最迟 \d\d:\d\d 起不再派/).waitFor()
    expect(await there()).toBe(true)

    const other = await he.context().newPage()
    await other.addInitScript((kept) => sessionStorage.setItem('xinyi.console.token', kept ?? ''), await tokenIn(he))
    await arrive(other, screens)
    await other.getByText('您在另一个窗口里开着「我在」').waitFor()
    await other.close()
    expect(await there()).toBe(true)
    await here(he).press('Space')
    await he.getByText('没有打开，新的对话不会派给您').waitFor()
    expect(await there()).toBe(false)
    await here(he).click()
    await expect.poll(there).toBe(true)
  })
})

describe('two conversations at once', () => {
  it('wait without a name or a word, and are taken by keyboard', async () => {
    await asks(lin)
    await says(lin, '最近总是睡不好')
    await waiting(he)
      .getByText(/^轮到您，1:\d\d 后转给下一位$/)
      .waitFor()
    await expect.poll(() => he.title()).toBe('(1) 对话 · 心驿工作台')
    await he.getByRole('status').filter({ hasText: '有一条新的消息' }).waitFor({ state: 'attached' })
    expect(await he.content()).not.toMatch(/睡不好|清晨的树/)
    expect(await wrongOn(he)).toEqual([])
    await he.keyboard.press('Alt+a')
    await log(he, lin).getByText('最近总是睡不好').waitFor()
    await waiting(he).getByText('现在没有人在等').waitFor()
    await expect.poll(async () => (await heard(lin)).chat.readUpTo).toBe(1)

    await asks(zhou)
    await says(zhou, '家里的事想说一说')
    await waiting(he).getByRole('button', { name: /^接下/ }).click()
    await log(he, zhou).getByText('家里的事想说一说').waitFor()
  })

  it('keep a draft each, count what is unread, and say who types', async () => {
    await reply(he).fill('写给周')
    await he.keyboard.press('Alt+ArrowUp')
    await log(he, lin).waitFor()
    await reply(he).fill('写给林')
    await says(zhou, '您在吗')
    await held(he, zhou).getByText('1 条未读').waitFor()
    await expect.poll(() => he.title()).toBe('(1) 对话 · 心驿工作台')
    dataOf(await zhou.api.chats.typing({ chatId: zhou.chatId }))
    await says(zhou, '不急')
    await held(he, zhou).getByText('对方正在输入').waitFor()
    expect(await held(he, zhou).textContent()).not.toMatch(/在吗|不急/)
    await he.keyboard.press('Alt+ArrowDown')
    await log(he, zhou).getByText('不急').waitFor()
    expect(await reply(he).inputValue()).toBe('写给周')
    await expect.poll(async () => (await heard(zhou)).chat.readUpTo).toBe(3)
    await he.keyboard.press('Alt+ArrowUp')
    expect(await reply(he).inputValue()).toBe('写给林')
    expect(await wrongOn(he)).toEqual([])
  })

  it('send with Enter, never while an input method is at work, and show what was read', async () => {
    await reply(he).fill('您好')
    await reply(he).evaluate((field) =>
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true })),
    )
    expect(await reply(he).inputValue()).toBe('您好')
    await reply(he).press('Shift+Enter')
    await reply(he).pressSequentially('我在')
    await reply(he).press('Enter')
    await log(he, lin).getByText('您好 我在').waitFor()
    expect(await reply(he).inputValue()).toBe('')
    expect(await texts(lin)).toEqual(['最近总是睡不好', '您好\n我在'])
    dataOf(await lin.api.chats.read({ chatId: lin.chatId, number: 2 }))
    await log(he, lin).getByText('已读').waitFor()
  })

  it('take a quick reply by stroke and arrows, and a new one of her own', async () => {
    await reply(he).fill('/')
    await he.getByRole('option').first().waitFor()
    await he.getByRole('button', { name: '改常用语' }).click()
    await answer(
      he,
      '我的常用语',
      async (form) => {
        await form.getByRole('button', { name: '加一句' }).click()
        await form.getByRole('textbox').last().fill('我们先把今晚安排好，好吗')
      },
      '保存',
    )
    await reply(he).fill('/今晚')
    const only = he.getByRole('option', { name: '我们先把今晚安排好，好吗', selected: true })
    await only.waitFor()
    expect(await wrongOn(he)).toEqual([])
    await reply(he).press('ArrowDown')
    await reply(he).press('Enter')
    expect(await reply(he).inputValue()).toBe('我们先把今晚安排好，好吗')
    await reply(he).press('Enter')
    await log(he, lin).getByText('我们先把今晚安排好').waitFor()
    await he.getByRole('button', { name: '快捷键' }).click()
    await he.getByRole('dialog', { name: '快捷键' }).getByText('接下轮到您的那一段').waitFor()
    expect(await wrongOn(he)).toEqual([])
    await he.getByRole('button', { name: '知道了' }).click()
    await he.getByRole('dialog', { name: '快捷键' }).waitFor({ state: 'detached' })
  })

  it('send a picture in pieces small enough for any request, and show it as it was sent', async () => {
    await room(he, lin)
      .getByLabel('选一张图片')
      .setInputFiles({ name: '便签.png', mimeType: 'image/png', buffer: noisePng(640, 480) })
    await log(he, lin).getByRole('link', { name: '我发的图片，在新窗口看大图' }).waitFor()
    const sent = (await heard(lin)).messages.at(-1)
    expect(sent?.image?.bytes).toBeLessThanOrEqual(300 * 1024)
    expect(sent?.image?.pieces).toBeGreaterThan(1)
    const shown = log(he, lin).locator('img')
    await expect
      .poll(() => shown.evaluateAll((all) => all.map((one) => (one as HTMLImageElement).naturalWidth)))
      .toEqual([sent?.image?.width])
  })
})

describe('a network that goes', () => {
  it('is said, loses nothing and sends nothing twice', async () => {
    screens.excuse(CUT_OFF)
    await he.context().setOffline(true)
    await reply(he).fill('慢慢说，不着急')
    await reply(he).press('Enter')
    await reply(he).fill('我听着')
    await reply(he).press('Enter')
    await log(he, lin).getByText('正在发送，连上后自动接着发').first().waitFor()
    await he.getByText('您写的会留在这里，连上后自动接着发').waitFor()
    expect(await wrongOn(he)).toEqual([])
    await says(lin, '刚才断了一下')
    await he.context().setOffline(false)
    await log(he, lin).getByText('刚才断了一下').waitFor()
    await expect
      .poll(async () => (await texts(lin)).slice(-3).sort())
      .toEqual(['刚才断了一下', '慢慢说，不着急', '我听着'].sort())
    const order = (await texts(lin)).filter((text) => text !== '刚才断了一下').slice(-2)
    expect(order).toEqual(['慢慢说，不着急', '我听着'])
    await log(he, lin).getByText('正在发送').first().waitFor({ state: 'detached' })
    await he.getByText('您写的会留在这里').waitFor({ state: 'detached' })
  })
})

describe('a sentence to take care with', () => {
  it('has a quiet mark for the counsellor alone, and what can be done stands near', async () => {
    await says(lin, '有时候觉得不想活了')
    await log(he, lin).getByText('留意', { exact: true }).waitFor()
    expect(JSON.stringify(await heard(lin))).not.toContain('hint')
    expect(await wrongOn(he)).toEqual([])
    await keepPicture(he, 'console-workbench')
    await log(he, lin).getByRole('button', { name: '怎么应对' }).click()
    const guidance = he.getByRole('dialog', { name: '听到想伤害自己的话，怎么应对' })
    await guidance.getByText('12356').first().waitFor()
    expect(await wrongOn(he)).toEqual([])
    await guidance.getByRole('button', { name: '回到对话' }).click()
    await guidance.waitFor({ state: 'detached' })

    await log(he, lin).getByRole('button', { name: '请对方看求助页' }).click()
    await answer(he, '请对方看求助页吗', async (form) => form.getByText('不会通知任何人').waitFor(), '请对方看')
    expect((await heard(lin)).chat.helpOfferedAt).not.toBeNull()
  })

  it('is referred to those on duty, and the person reads of it', async () => {
    await log(he, lin).getByRole('button', { name: '转给值守' }).click()
    await answer(
      he,
      '转给值守',
      async (form) => {
        await form.getByText('会写进对方的「谁看过我」').waitFor()
        await form.getByRole('radio', { name: '本人同意转给值守' }).check()
        await form.getByLabel('值守的同事需要知道的').fill('夜里一个人在家')
      },
      '转给值守',
    )
    await he.getByText('已转给值守').waitFor()
    // Said in the morning where this runs at night.
    const said = outOfQuiet('call-referred', screens.now(), '')
    screens.forward((said.getTime() - screens.now().getTime()) / 60_000)
    await screens.tick()
    const { rows } = dataOf(await lin.api.notices.list({}))
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/不想活|一个人在家/)
  })
})

it('never has a word of what was said in what waits and what is held', () => {
  expect(lists.length).toBeGreaterThan(5)
  for (const list of lists) expect(list).not.toMatch(/睡不好|家里的事|在吗|不急|断了一下|不想活|您好/)
})
