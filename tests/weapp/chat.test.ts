import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Api, Request } from '../../src/contract/client'
import type { FunctionName } from '../../src/contract/routes'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { asks, counsellor, opensUp, says } from '../house/talking'
import { openWeapp, type Weapp } from './runtime/open-weapp'

const dist = fileURLToPath(new URL('../../dist/weapp', import.meta.url))

describe('a conversation in the mini-program, where nothing tells when to look', () => {
  let house: House
  let weapp: Weapp
  let he: Api
  let chatId: string
  /** Answers of these actions are lost on the way. */
  const lost = new Set<string>()

  beforeAll(async () => {
    vi.stubEnv('XINYI_CHAT_HOURS', '0-24')
    house = await openHouse(new Date().toISOString())
    he = await counsellor(house, 'hejing', '何静')
    const lin = await opensUp(house, '林')
    chatId = await asks(lin)
    dataOf(await he.workbench.accept({ chatId }))
    await says(he.workbench, chatId, '您好，我在')
    const answer = house.wechat('林')
    weapp = await openWeapp({
      dist,
      page: `chat/pages/chat/index?id=${chatId}`,
      answer: async (name, data) => {
        const reply = await answer(name as FunctionName, data as Request)
        return lost.has((data as Request).action) ? { ok: false, code: 'OFFLINE' } : reply
      },
    })
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await weapp?.close()
    await house?.close()
  })

  const seen = (text: string | RegExp) => weapp.view().getByText(text).first().waitFor()
  const say = async (text: string) => {
    await weapp.view().locator('textarea').fill(text)
    await weapp.view().getByRole('button', { name: '发送' }).click()
  }
  const texts = async () => dataOf(await he.workbench.pull({ chatId, after: 0 })).messages.map(({ text }) => text)
  const pulls = () =>
    weapp.calls.filter(({ body }) => (body as { data?: Request }).data?.action === 'chats.pull').length

  it('sends, and sees the answer by looking', async () => {
    await seen('您好，我在')
    await say('最近睡不好')
    await seen('已发送')
    expect(await texts()).toEqual(['您好，我在', '最近睡不好'])
    await says(he.workbench, chatId, '慢慢说，我听着')
    await seen('慢慢说，我听着')
  })

  it('keeps on the phone what got no answer, and says it once', async () => {
    lost.add('chats.send')
    await say('刚才断了')
    await expect.poll(texts).toContain('刚才断了')
    expect(JSON.stringify(await weapp.storage())).toContain('刚才断了')
    lost.clear()
    await expect.poll(async () => JSON.stringify((await weapp.storage()).talks)).not.toContain('刚才断了')
    expect((await texts()).filter((text) => text === '刚才断了')).toHaveLength(1)
  })

  it('looks at nothing while it is in the background, and at once when it is back', async () => {
    await weapp.hide()
    await says(he.workbench, chatId, '还在吗')
    const before = pulls()
    await weapp.show()
    await seen('还在吗')
    expect(pulls()).toBeGreaterThan(before)
  })

  it('was all without an error', () => {
    expect(weapp.errors).toEqual([])
  })
})
