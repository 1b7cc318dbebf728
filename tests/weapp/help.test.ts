import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Request } from '../../src/contract/client'
import { openWeapp, type Weapp } from './runtime/open-weapp'

const dist = fileURLToPath(new URL('../../dist/weapp', import.meta.url))

describe('the mini-program, whose cloud never answers', () => {
  let weapp: Weapp
  const dialled: unknown[] = []
  const openSilent = (page?: string) =>
    openWeapp({
      dist,
      ...(page === undefined ? {} : { page }),
      answer: () => new Promise<never>(() => undefined),
      platform: (api, options) => {
        if (api === 'makePhoneCall') dialled.push((options as { phoneNumber: string }).phoneNumber)
        return undefined
      },
    })

  beforeAll(async () => {
    weapp = await openSilent()
  })
  afterAll(() => weapp?.close())

  const helpIsThere = async () => {
    await weapp.view().getByRole('heading', { name: '您现在安全吗？' }).waitFor()
    for (const number of ['12356', '120', '110', '12351'])
      await weapp
        .view()
        .getByRole('button', { name: new RegExp(`^拨打 ${number}，`) })
        .waitFor()
  }
  const actions = () =>
    weapp.calls.flatMap(({ name, body }) =>
      name === 'cloud.callFunction' ? [(body as { data: Request }).data.action] : [],
    )

  it('paints help from every tab', async () => {
    for (const tab of await weapp.page.locator('#weapp-tab-bar button').allInnerTexts()) {
      await weapp.tab(tab)
      await weapp.view().getByText('需要帮助').first().click()
      await helpIsThere()
      await weapp.view().getByText('正在查现在有没有同事值守').first().waitFor()
      await weapp.back()
    }
  })

  it('dials with one tap', async () => {
    await weapp.view().getByText('需要帮助').first().click()
    await weapp
      .view()
      .getByRole('button', { name: /^拨打 12356，/ })
      .click()
    await expect.poll(() => dialled).toEqual(['12356'])
  })

  it('says the next step to somebody who is not safe, and tells nobody', async () => {
    const before = weapp.calls.length
    const stored = JSON.stringify(await weapp.storage())
    await weapp.view().getByRole('radio', { name: '不太安全' }).click()
    await weapp.view().getByText('请现在就打 120 或 110').waitFor()
    expect(weapp.calls.slice(before)).toEqual([])
    expect(JSON.stringify(await weapp.storage())).toBe(stored)
    expect(weapp.errors).toEqual([])
  })

  it('paints it after an answer, asks the cloud only afterwards, and leads on', async () => {
    await weapp.close()
    weapp = await openSilent('pages/help/index?from=answer')
    await helpIsThere()
    await weapp.view().getByText('谢谢您如实回答').first().waitFor()
    await weapp.called('cloud.callFunction', (body) => (body as { data: Request }).data.action === 'calls.mine')
    expect(actions()).toEqual(['duty.now', 'calls.mine'])
    await weapp.view().getByRole('button', { name: '继续回答' }).click()
    await expect.poll(() => weapp.stack()).toEqual(['pages/home/index'])
    expect(weapp.errors).toEqual([])
  })
})
