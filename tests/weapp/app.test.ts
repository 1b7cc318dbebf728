import { fileURLToPath } from 'node:url'
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
    weapp = await openWeapp({ dist, answer: (name, data) => answer(name as FunctionName, data as Request) })
  })
  afterAll(async () => {
    await weapp?.close()
    await house?.close()
  })

  const actions = () =>
    weapp.calls.flatMap(({ name, body }) =>
      name === 'cloud.callFunction' ? [(body as { data: Request }).data.action] : [],
    )

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

  it('went through all that without an error or a missing file', () => {
    expect(weapp.errors).toEqual([])
    expect(weapp.notFound).toEqual([])
  })
})
