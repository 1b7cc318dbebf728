import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { dataOf } from '../house/data-of'
import { newId } from '../house/talking'
import { button, open, words } from './in-app'
import { answerDialog, bubbles, type Chats, openChats, place, sitDown } from './in-chat'
import { extremeLooks, faultsOfLayout, findings } from './looks'
import { noisePng } from './noise-png'
import { keep } from './under-way'

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

describe('a picture', () => {
  it('is made small before it is sent, said what becomes of it, and shown to whoever asks for it', async () => {
    const { key, chatId } = await chats.talking('可以拍给我看看')
    const page = await chats.phone()
    await keep(page, { deviceKey: key })
    await chats.toChat(page, chatId)
    await words(page, '可以拍给我看看').waitFor()
    const chooser = page.waitForEvent('filechooser')
    await button(page, '发一张图片').tap()
    await (await chooser).setFiles({ name: 'a.png', mimeType: 'image/png', buffer: noisePng(700, 700) })
    await page.getByRole('dialog', { name: '发这张图片' }).waitFor()
    await answerDialog(page, '发送')
    await words(page, '一张图片，点开看').waitFor()
    const pulled = dataOf(await chats.he.workbench.pull({ chatId, after: 1 }))
    const [message] = pulled.messages
    expect(message).toMatchObject({ side: 'person', text: '', image: { width: 700, height: 700 } })
    expect(message?.image?.bytes).toBeLessThanOrEqual(300 * 1024)
    expect(message?.image?.pieces).toBeGreaterThan(1)
    await button(page, '一张图片，点开看').tap()
    const image = page.getByRole('img', { name: '图片' }).filter({ visible: true })
    await image.waitFor()
    await expect
      .poll(() => page.locator('img[src^="data:image/jpeg"]').evaluate((shown: HTMLImageElement) => shown.naturalWidth))
      .toBe(700)
    expect(await faultsOfLayout(page)).toEqual([])
    expect(JSON.stringify(await page.evaluate(() => Object.keys(localStorage)))).not.toContain('talk-image')
  })
})

describe('the page of help', () => {
  it('comes once, before anything else, when the counsellor thinks that it should be at hand', async () => {
    const { key, chatId } = await chats.talking('您现在安全吗')
    const page = await chats.phone()
    await keep(page, { deviceKey: key })
    await chats.toChat(page, chatId)
    await words(page, '您现在安全吗').waitFor()
    dataOf(await chats.he.workbench.offerHelp({ chatId }))
    await page.getByRole('heading', { name: '求助电话' }).filter({ visible: true }).waitFor()
    await page.getByRole('button', { name: '返回' }).filter({ visible: true }).first().tap()
    await button(page, '看求助电话').waitFor()
    await expect.poll(() => bubbles(page)).toEqual(['您现在安全吗'])
    await chats.toChat(page, chatId)
    await expect.poll(() => bubbles(page)).toEqual(['您现在安全吗'])
    await button(page, '看求助电话').waitFor()
  })
})

describe('how it looks', () => {
  it.each(extremeLooks)('nothing is cut or too small at $width, large $large, $shade', async (look) => {
    const { key, api, chatId } = await chats.talking(
      '您好，我在。',
      '这是一段长一点的话，看看在窄的手机上、字很大的时候，会不会被切掉一部分。',
    )
    dataOf(await api.chats.send({ chatId, messageId: newId(), text: '好的，谢谢您\n我慢慢说' }))
    await sitDown(chats.gao)
    dataOf(await chats.he.workbench.transfer({ chatId, staffId: 'gaoyuan', past: true }))
    const page = await chats.phone(look)
    await keep(page, { deviceKey: key, preferences: { large: look.large, shade: look.shade } })
    await chats.toChat(page, chatId)
    await words(page, '想请高远接着和您聊').waitFor()
    await button(page, '更多').tap()
    await place(page).fill('写在这里的字')
    expect(await faultsOfLayout(page)).toEqual([])
    expect(await findings(page)).toEqual([])
    dataOf(await chats.he.workbench.end({ chatId }))
    await words(page, '谢谢您愿意说出来').waitFor()
    expect(await faultsOfLayout(page)).toEqual([])
    expect(await findings(page)).toEqual([])
    await open(page, `${chats.screens.url}/#/chat/pages/chats/index`)
    await button(page, '和何静的对话').waitFor()
    expect(await faultsOfLayout(page)).toEqual([])
    await page.getByRole('button', { name: '返回' }).filter({ visible: true }).first().waitFor()
    await open(page, `${chats.screens.url}/#/pages/counselling/index`)
    await words(page, /现在有人在/).waitFor()
    expect(await faultsOfLayout(page)).toEqual([])
    expect(await findings(page)).toEqual([])
  })
})
