import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plan } from '../../cloudfunctions/_kit/outbox/outbox'
import type { Request } from '../../src/contract/client'
import type { FunctionName } from '../../src/contract/routes'
import { type House, openHouse } from '../house/open-house'
import { openWeapp, type Weapp } from './runtime/open-weapp'

const dist = fileURLToPath(new URL('../../dist/weapp', import.meta.url))

describe('the notices of the mini-program', () => {
  let house: House
  let weapp: Weapp
  const said = '您的资料被查看过，点开看是谁、为什么'
  const openAs = async (page: string, storage: Record<string, unknown> = {}, offline = false) => {
    const answer = house.wechat('林')
    weapp = await openWeapp({
      dist,
      page,
      storage,
      offline,
      answer: (name, data) => answer(name as FunctionName, data as Request),
    })
  }
  const seen = (text: string | RegExp) => weapp.view().getByText(text).first().waitFor()
  const asked = (action: string) =>
    weapp.called('cloud.callFunction', (body) => (body as { data: Request }).data.action === action)

  beforeAll(async () => {
    house = await openHouse()
    const { database, keys, clock } = house
    const personId = keys.hash('person', '林')
    const subject = { kind: 'reading', id: 'somebodylooked01' } as const
    await plan([{ personId, kind: 'looked-at', subject, revision: 1, dueAt: clock.now() }], { database, keys })
    await house.tick()
  })
  afterAll(async () => {
    await weapp?.close()
    await house?.close()
  })

  it('put a dot on 我的, are seen once they are on the screen, and lead to what they speak of', async () => {
    await openAs('pages/mine/index')
    await weapp.called('wx.showTabBarRedDot', (body) => (body as { index: number }).index > 0)
    await seen('有 1 条没看')
    await weapp.view().getByRole('button', { name: /^通知/ }).click()
    await seen(said)
    await asked('notices.read')
    await weapp
      .view()
      .getByRole('button', { name: new RegExp(`^${said}`) })
      .click()
    await expect.poll(() => weapp.stack()).toContain('privacy/pages/readings/index')
    await weapp.back()
    await weapp.back()
    await weapp.called('wx.hideTabBarRedDot')
    expect(weapp.errors).toEqual([])
  })

  it('open off line from what was there before', async () => {
    const kept = await weapp.storage()
    await weapp.close()
    await openAs('notices/pages/inbox/index', kept, true)
    await seen(said)
    await seen(/离线内容/)
    expect(weapp.errors).toEqual([])
  })
})
