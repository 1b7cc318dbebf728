import { readFile } from 'node:fs/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Talk } from '../../src/miniprogram/phone/talks'
import { dataOf } from '../house/data-of'
import { newId } from '../house/talking'
import { button, open, stored, words } from './in-app'
import { answerDialog, bubbles, type Chats, openChats, place, say, says, sitDown, standUp } from './in-chat'
import { keepPicture } from './pictures'
import { keep } from './under-way'

const CUT_OFF = /Failed to load resource|net::ERR_/

let chats: Chats

beforeAll(async () => {
  vi.stubEnv('XINYI_CHAT_HOURS', '0-24')
  chats = await openChats()
})
afterEach(async () => {
  await chats.screens.leave()
  expect(chats.screens.complaints()).toEqual([])
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await chats.screens.close()
})

describe('writing with whoever is there', () => {
  it('goes from the tab by the words to agree to into the queue, is accepted, and both hear each other', async () => {
    await sitDown(chats.he)
    const page = await chats.phone()
    await page.getByRole('link', { name: '聊' }).filter({ visible: true }).tap()
    await words(page, /现在有人在，一般 5 分钟内有人回复/).waitFor()
    await button(page, '开始文字聊').tap()
    await words(page, '预约和咨询').waitFor()
    await button(page, '同意').tap()
    await words(page, '下一位就是您').waitFor()
    await say(page, '最近睡不好')
    await words(page, '已发送').waitFor()
    await keepPicture(page, 'app-chat-waiting')

    const { waiting } = dataOf(await chats.he.workbench.list({ available: true }))
    const chatId = waiting[0]?.id ?? ''
    dataOf(await chats.he.workbench.accept({ chatId }))
    await words(page, '正在和何静聊').waitFor()
    const { messages } = dataOf(await chats.he.workbench.pull({ chatId, after: 0 }))
    expect(messages.map(({ text }) => text)).toEqual(['最近睡不好'])
    dataOf(await chats.he.workbench.read({ chatId, number: 1 }))
    await words(page, '已读').waitFor()

    dataOf(await chats.he.workbench.typing({ chatId }))
    await words(page, '何静正在输入').waitFor()
    await says(chats.he, chatId, '您好，我在。慢慢说')
    await expect.poll(() => bubbles(page)).toEqual(['最近睡不好', '您好，我在。慢慢说'])
    await place(page).fill('从上个月换了夜班')
    await expect
      .poll(async () => dataOf(await chats.he.workbench.pull({ chatId, after: 2 })).chat.otherTyping)
      .toBe(true)
    await button(page, '发送').tap()
    await expect
      .poll(async () => dataOf(await chats.he.workbench.pull({ chatId, after: 2 })).messages.map(({ text }) => text))
      .toEqual(['从上个月换了夜班'])
    expect(dataOf(await chats.he.workbench.pull({ chatId, after: 3 })).chat.readUpTo).toBe(3)
    await keepPicture(page, 'app-chat')
    dataOf(await chats.he.workbench.end({ chatId }))
    await words(page, '这段对话结束了').waitFor()
  })

  it('is a message with a promised time where nobody is there, and the numbers to call are one step away', async () => {
    await standUp(chats.he, chats.gao)
    const { key } = await chats.somebody()
    const page = await chats.phone()
    await keep(page, { deviceKey: key })
    await page.getByRole('link', { name: '聊' }).filter({ visible: true }).tap()
    await words(page, /现在没有人在，您可以留言/).waitFor()
    await button(page, '写一条留言').tap()
    await words(page, /现在没有人能接，您可以留言，.*前回复/).waitFor()
    await say(page, '想说说孩子的事')
    await words(page, '已发送').waitFor()
    await button(page, '等不及的话').tap()
    await button(page, '拨打 12356').waitFor()
    await button(page, '接着上次的聊').tap()
    await expect.poll(() => bubbles(page)).toEqual(['想说说孩子的事'])
  })
})

describe('a network that breaks', () => {
  it('loses nothing and says nothing twice: each once, in the order in which it was said', async () => {
    chats.screens.excuse(CUT_OFF)
    const { key, chatId } = await chats.talking('您好')
    const page = await chats.phone()
    await keep(page, { deviceKey: key })
    await chats.toChat(page, chatId)
    await expect.poll(() => bubbles(page)).toEqual(['您好'])

    // The request arrives and its answer is lost.
    await page.route('**/api/counselling', async (route) => {
      if (route.request().postDataJSON()?.action === 'chats.send') await route.fetch()
      await route.abort()
    })
    await say(page, '第一句')
    await say(page, '第二句')
    await words(page, '没发出去，点一下再试').waitFor()
    await words(page, '没有连上').waitFor()
    await says(chats.he, chatId, '我在听')
    const kept = (await stored(page, 'talks')) as Record<string, Talk>
    expect(kept[chatId]?.unsent.map(({ text }) => text)).toEqual(['第一句', '第二句'])

    // The app is closed meanwhile, and opened again.
    await page.unroute('**/api/counselling')
    await chats.toChat(page, chatId)
    await expect.poll(() => bubbles(page)).toEqual(['您好', '第一句', '我在听', '第二句'])
    const { messages } = dataOf(await chats.he.workbench.pull({ chatId, after: 0 }))
    expect(messages.map(({ text }) => text)).toEqual(['您好', '第一句', '我在听', '第二句'])
    expect(((await stored(page, 'talks')) as Record<string, Talk>)[chatId]?.unsent).toEqual([])
  })

  it('keeps what is being written, and goes on by looking where the doorbell is broken', async () => {
    chats.screens.excuse(CUT_OFF)
    const { key, chatId } = await chats.talking('您好')
    const page = await chats.phone()
    await keep(page, { deviceKey: key })
    await page.route('**/api/doorbell', (route) => route.abort())
    await chats.toChat(page, chatId)
    await place(page).fill('写到一半')
    await expect
      .poll(async () => ((await stored(page, 'talks')) as Record<string, Talk>)[chatId]?.draft)
      .toBe('写到一半')
    await chats.toChat(page, chatId)
    await expect.poll(() => place(page).inputValue()).toBe('写到一半')
    await says(chats.he, chatId, '在吗')
    await expect.poll(() => bubbles(page)).toEqual(['您好', '在吗'])
  })
})

describe('a conversation', () => {
  it('is handed on only when the person says yes, ends, is taken away as a text, and is gone for both when destroyed', async () => {
    const { key, api, chatId } = await chats.talking('您好，我是何静')
    await sitDown(chats.gao)
    const page = await chats.phone()
    await keep(page, { deviceKey: key })
    await chats.toChat(page, chatId)
    await say(page, '我想聊聊工作')
    await words(page, '已发送').waitFor()

    dataOf(await chats.he.workbench.transfer({ chatId, staffId: 'gaoyuan', past: false }))
    await words(page, '想请高远接着和您聊').waitFor()
    await words(page, /看不到前面说过的话/).waitFor()
    await button(page, '不同意').tap()
    await expect.poll(async () => dataOf(await api.chats.pull({ chatId, after: 0 })).chat.transfer).toBeNull()
    dataOf(await chats.he.workbench.transfer({ chatId, staffId: 'gaoyuan', past: true }))
    await words(page, /能看到前面说过的话/).waitFor()
    await button(page, '同意').tap()
    await words(page, '正在和高远聊').waitFor()

    await button(page, '更多').tap()
    await button(page, '结束这段对话').tap()
    await answerDialog(page, '结束')
    await words(page, '谢谢您愿意说出来').waitFor()
    expect(await place(page).count()).toBe(0)
    await keepPicture(page, 'app-chat-ended')

    const [download] = await Promise.all([page.waitForEvent('download'), button(page, '把这段对话存成文字').tap()])
    expect(download.suggestedFilename()).toMatch(/^对话-\d{4}-\d\d-\d\d\.txt$/)
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toContain('您好，我是何静')
    expect(text).toContain('我想聊聊工作')
    await words(page, '已经交给浏览器保存').waitFor()

    await button(page, '删除这段对话').tap()
    await answerDialog(page, '删除')
    await words(page, '两边都不再有').waitFor()
    expect(await api.chats.pull({ chatId, after: 0 })).toMatchObject({ code: 'CHAT_NOT_FOUND' })
    expect((await stored(page, 'talks')) ?? {}).not.toHaveProperty(chatId)
  })

  it('stands in a list that shows not a word of it, and what is over can be read again', async () => {
    const { key, api, chatId } = await chats.talking('悄悄告诉您一句')
    dataOf(await chats.he.workbench.end({ chatId }))
    await standUp(chats.he, chats.gao)
    dataOf(await api.chats.ask({ chatId: newId() }))
    const page = await chats.phone()
    await keep(page, { deviceKey: key })
    await open(page, `${chats.screens.url}/#/chat/pages/chats/index`)
    await words(page, '您有一条新的回复').waitFor()
    expect(await page.locator('body').innerText()).not.toContain('悄悄')
    await button(page, '和何静的对话').tap()
    await expect.poll(() => bubbles(page)).toEqual(['悄悄告诉您一句'])
    await words(page, '这段对话结束了').waitFor()
  })

  it('of a thousand words opens at its end, and is read back to the first', async () => {
    const { key, chatId } = await chats.talking()
    for (let count = 1; count <= 130; count++) await says(chats.he, chatId, `第${count}句`)
    const page = await chats.phone()
    await keep(page, { deviceKey: key })
    await chats.toChat(page, chatId)
    await words(page, '第130句').waitFor()
    await page.locator('#said-130').waitFor()
    for (;;) {
      const more = page.getByRole('button', { name: '看更早的' }).filter({ visible: true })
      const top = await page.locator('.said').first().getAttribute('id')
      if (top === 'said-1') break
      await more.tap()
      await expect.poll(() => page.locator('.said').first().getAttribute('id')).not.toBe(top)
    }
    expect(await page.locator('.said').count()).toBeLessThanOrEqual(120)
    await button(page, '回到最新').tap()
    await words(page, '第130句').waitFor()
  })
})
