import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Request } from '../../src/contract/client'
import type { FunctionName } from '../../src/contract/routes'
import { newest } from '../../src/domain/instruments/all'
import { seedMediaFolder } from '../../src/server/seed/media'
import { seed } from '../../src/server/seed/seed'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { openWeapp, type Weapp } from './runtime/open-weapp'

const dist = fileURLToPath(new URL('../../dist/weapp', import.meta.url))

describe('a test taken in the mini-program, answered by the real functions', () => {
  let house: House
  let weapp: Weapp
  const shared: { fileName: string; contents: string }[] = []

  beforeAll(async () => {
    house = await openHouse(new Date().toISOString())
    const { database, files, clock } = house
    await seed({ database, files, media: seedMediaFolder, now: clock.now(), tell: () => {} })
    const answer = house.wechat('林')
    weapp = await openWeapp({
      dist,
      answer: (name, data) => answer(name as FunctionName, data as Request),
      platform: (api, options) => {
        if (api === 'shareFileMessage') shared.push(options as (typeof shared)[number])
        return undefined
      },
    })
  })
  afterAll(async () => {
    await weapp?.close()
    await house?.close()
  })

  const tap = (name: string | RegExp) => weapp.view().getByRole('button', { name }).first().click()
  const seen = (text: string | RegExp) => weapp.view().getByText(text).first().waitFor()
  const choose = (name: string) => weapp.view().getByRole('radio', { name, exact: true }).click()
  const actions = () =>
    weapp.calls.flatMap(({ name, body }) =>
      name === 'cloud.callFunction' ? [(body as { data: Request }).data.action] : [],
    )
  const helpIsNext = async () => {
    await weapp.view().getByRole('heading', { name: '您现在安全吗？' }).waitFor()
    expect((await weapp.stack()).at(-1)).toBe('pages/help/index')
  }

  it('is found on its tab, which asks the cloud once', async () => {
    await weapp.view().getByText('新近').waitFor()
    const before = actions().length
    await weapp.tab('测')
    await tap(new RegExp(`^${newest('phq9').title}`))
    await seen('先知道这几件事')
    expect(
      actions()
        .slice(before)
        .filter((action) => action === 'instruments.offered'),
    ).toHaveLength(1)
  })

  it('asks for consent first, and whether one is of age', async () => {
    await tap('看看说明再决定')
    await tap('同意')
    await weapp.view().getByRole('switch', { name: '我已满 18 岁' }).click()
    await tap('开始')
    await seen('第 1 题，共 9 题')
  })

  it('shows help after item 9, before anything else, with no network and nothing asked of the cloud', async () => {
    for (const at of [1, 2, 3, 4, 5, 6, 7, 8]) {
      await seen(`第 ${at} 题，共 9 题`)
      await choose('完全不会')
      await tap('下一题')
    }
    await seen('第 9 题，共 9 题')
    await weapp.goOffline()
    const before = actions().filter((action) => action.startsWith('results.')).length
    await choose('好几天')
    await helpIsNext()
    expect(actions().filter((action) => action.startsWith('results.'))).toHaveLength(before)
    await weapp.goOnline()
  })

  it('shows one help page however quick the fingers were', async () => {
    await weapp.back()
    await seen('第 9 题，共 9 题')
    await choose('完全不会')
    const deep = (await weapp.stack()).length
    const answer = weapp.view().getByRole('radio', { name: '几乎每天', exact: true })
    await answer.dblclick()
    await helpIsNext()
    expect(await weapp.stack()).toHaveLength(deep + 1)
    await tap('继续回答')
    await seen('第 9 题，共 9 题')
    await choose('完全不会')
  })

  it('shows help in the place of the questions when WeChat opens no more pages, with a way back to them', async () => {
    await weapp.back()
    const beneath = (await weapp.stack()).length
    for (let deep = beneath; deep < 9; deep++) await weapp.open('/privacy/pages/centre/index')
    await weapp.open('/tests/pages/taking/index?of=phq9')
    await seen('第 9 题，共 9 题')
    expect(await weapp.stack()).toHaveLength(10)
    await choose('好几天')
    await helpIsNext()
    expect(await weapp.stack()).toHaveLength(10)
    await tap('继续回答')
    await seen('第 9 题，共 9 题')
  })

  it('lets the person go on, shows help again for another answer, and sends the whole once', async () => {
    await choose('几乎每天')
    await helpIsNext()
    await tap('继续回答')
    await seen('第 9 题，共 9 题')
    await tap('答完了，看结果')
    await seen('有几题看起来不轻松')
    await seen(/低落、没劲的感受很少/)
    expect(actions().filter((action) => action === 'results.submit')).toHaveLength(1)
    expect(dataOf(await house.employee('林').results.list({})).rows).toHaveLength(1)
    expect(await weapp.storage()).not.toHaveProperty('takings')
  })

  it('hands the result over as a file, and keeps no copy', async () => {
    await tap(/^导出文件/)
    await seen('发好了。这里不留副本。')
    expect(shared[0]?.fileName).toMatch(/^phq9-.*\.fhir\.json$/)
    const file = JSON.parse(Buffer.from(shared[0]?.contents ?? '', 'base64').toString())
    expect(file).toMatchObject({ resourceType: 'QuestionnaireResponse', status: 'completed' })
    expect(await weapp.files()).toEqual([])
  })

  it('shows it in my results and destroys it there', async () => {
    await tap('删除这次结果')
    await weapp.page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
    await seen('还没有结果')
    expect(dataOf(await house.employee('林').results.list({})).rows).toEqual([])
  })

  it('was all without an error', () => {
    expect(weapp.errors).toEqual([])
  })
})
