import { fileURLToPath } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tallyBatchesStore } from '../../cloudfunctions/insights/store'
import type { Request } from '../../src/contract/client'
import type { FunctionName } from '../../src/contract/routes'
import { seedMediaFolder } from '../../src/server/seed/media'
import { seed } from '../../src/server/seed/seed'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { openWeapp, type Weapp } from './runtime/open-weapp'

const dist = fileURLToPath(new URL('../../dist/weapp', import.meta.url))

describe('the mini-program, built and answered by the real functions', () => {
  let house: House
  let weapp: Weapp
  const title = '倒班以后怎么睡'
  type Shared = { fileName: string; contents: string }
  const shared: Shared[] = []

  beforeAll(async () => {
    house = await openHouse(new Date().toISOString())
    await seed({
      database: house.database,
      files: house.files,
      media: seedMediaFolder,
      now: house.clock.now(),
      tell: () => {},
    })
    const answer = house.wechat('林')
    weapp = await openWeapp({
      dist,
      answer: (name, data) => answer(name as FunctionName, data as Request),
      platform: (api, options) => {
        if (api === 'shareFileMessage') shared.push(options as Shared)
        return undefined
      },
    })
  })
  afterAll(async () => {
    await weapp?.close()
    await house?.close()
  })

  /** What pages ask for; how many notices there are is asked a moment later, whatever the page. */
  const actions = () =>
    weapp.calls
      .flatMap(({ name, body }) => (name === 'cloud.callFunction' ? [(body as { data: Request }).data.action] : []))
      .filter((action) => action !== 'notices.count')

  it('opens with one call and shows what is there', async () => {
    await weapp.view().getByText('新近').waitFor()
    expect(actions()).toEqual(['pieces.home'])
  })

  it('lists the articles of a topic', async () => {
    await weapp.tab('学')
    await weapp.view().getByText('睡眠', { exact: true }).first().click()
    await weapp.view().getByText(title).first().waitFor()
    expect(actions().at(-1)).toBe('pieces.list')
  })

  it('opens an article, with who wrote and who checked it', async () => {
    await weapp.view().getByText(title).first().click()
    await weapp.view().getByRole('heading', { name: title }).waitFor()
    await weapp.view().getByText('审核').first().waitFor()
    expect(actions().at(-1)).toBe('pieces.open')
  })

  it('keeps it among the favourites, as the functions confirm', async () => {
    await weapp.view().getByRole('button', { name: '收藏', exact: true }).click()
    await weapp
      .view()
      .getByRole('button', { name: /已收藏/ })
      .waitFor()
    const kept = dataOf(await house.employee('林').favourites.list({}))
    expect(kept.cards.map((card) => card.title)).toEqual([title])
  })

  it('sends what it counted when it goes into the background, without saying who', async () => {
    await weapp.view().getByRole('heading', { name: title }).waitFor()
    await weapp.page.waitForTimeout(5_500)
    await weapp.hide()
    await weapp.called('cloud.callFunction', (body) => (body as { data: Request }).data.action === 'tallies.record')
    await expect
      .poll(async () => await house.database.open(tallyBatchesStore).count({ index: 'byStep', where: { rolledIn: 0 } }))
      .toBe(1)
    await weapp.show()
  })

  it('opens the help page without any network, and what was read before stays readable', async () => {
    await weapp.goOffline()
    await weapp.view().getByText('需要帮助').first().click()
    await weapp.view().getByText('12356').first().waitFor()
    await weapp.back()
    await weapp.view().getByRole('heading', { name: title }).waitFor()
    await weapp.goOnline()
  })

  const tap = (name: string | RegExp) => weapp.view().getByRole('button', { name }).first().click()
  const seen = (text: string | RegExp) => weapp.view().getByText(text).first().waitFor()

  it('opens 我的 and 隐私中心 without asking the cloud', async () => {
    while ((await weapp.stack()).length > 1) await weapp.back()
    await weapp.tab('我的')
    const before = weapp.calls.length
    await tap(/^隐私中心/)
    for (const question of ['谁能看到', '怎么保管', '什么时候清除']) await seen(question)
    await tap(/^分功能说明/)
    await seen('微信身份')
    expect(weapp.calls.slice(before).map(({ name }) => name)).not.toContain('cloud.callFunction')
    await weapp.back()
  })

  it('is given a nickname that is too telling for no one, and another one for itself', async () => {
    await weapp.back()
    await tap('昵称与代号')
    await weapp.view().locator('input').fill('13800138000')
    await tap('存下昵称')
    await seen(/昵称最多 12 个字，为了保护您/)
    await weapp.view().locator('input').fill('夜班的风')
    await tap('存下昵称')
    await seen('存好了。')
    expect(dataOf(await house.employee('林').profile.show({})).nickname).toBe('夜班的风')
    await weapp.back()
  })

  it('says what to do when a number proves nothing, and keeps it nowhere', async () => {
    await tap('我的单位')
    await weapp.view().getByRole('radio', { name: '手机号' }).click()
    // These words come with the field of the number; what is typed before lands in the field of the code, which is going.
    await seen(/只用来核对这一次/)
    await weapp.view().locator('input').fill('13800138000')
    await tap('核对')
    await seen(/可以向单位工会要一个邀请码/)
    expect(await weapp.view().locator('input').inputValue()).toBe('')
    expect(JSON.stringify(await weapp.storage())).not.toContain('13800138000')
    await weapp.back()
  })

  it('shows what is stored, who looked and what was agreed to', async () => {
    await tap(/^隐私中心/)
    await tap(/^存了什么/)
    await seen('代号和昵称')
    await weapp.back()
    await tap(/^谁看过我/)
    await seen(/还没有人看过/)
    await weapp.back()
    await tap(/^我同意过的/)
    await tap(/^算进单位的合计/)
    await tap('同意')
    await seen(/仍然有效/)
    await weapp.back()
  })

  it('hands everything over as a file of a chat, and keeps no copy', async () => {
    await tap(/^带走一份/)
    await tap('准备一份')
    await tap('发到一个聊天里')
    await seen('发好了。这里不留副本。')
    const [file] = shared
    expect(file?.fileName).toMatch(/\.zip$/)
    const inside = Object.values(unzipSync(Buffer.from(file?.contents ?? '', 'base64'))).map((each) => strFromU8(each))
    for (const text of inside) expect(text).toContain('夜班的风')
    expect(await weapp.files()).toEqual([])
    await weapp.back()
  })

  it('destroys the favourites alone, then everything, and starts anew', async () => {
    const sure = async (name: string) => {
      await weapp.view().getByRole('switch').click()
      await tap(name)
    }
    await tap(/^删除/)
    await weapp.view().getByRole('checkbox', { name: /^收藏/ }).click()
    await tap('下一步')
    await sure('现在删除')
    await seen('收藏 1 条')
    expect(dataOf(await house.employee('林').favourites.list({})).cards).toEqual([])
    expect(dataOf(await house.employee('林').profile.show({})).nickname).toBe('夜班的风')
    await weapp.back()
    await tap(/^删除/)
    await tap('全部删除')
    await sure('全部删除')
    await seen('都删除了，账户也注销了')
    expect(await weapp.stack()).toEqual(['privacy/pages/receipt/index'])
    await tap('完成，回到首页')
    await seen('新近')
    const rows = dataOf(await house.employee('林').privacy.stored({})).rows
    expect(rows.filter(({ count }) => count > 0)).toEqual([])
    expect(Object.keys(await weapp.storage()).filter((name) => !name.startsWith('shelf'))).toEqual([])
  })

  it('went through all that without an error or a missing file', () => {
    expect(weapp.errors).toEqual([])
    expect(weapp.notFound).toEqual([])
  })
})
