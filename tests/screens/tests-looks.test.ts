import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { open, words } from './in-app'
import { extremeLooks, faultsOfLayout, findings } from './looks'
import { openScreens, PHONE, type Screens } from './open-screens'
import { keepPicture } from './pictures'
import { agreed, takenBy, underWay } from './under-way'

let screens: Screens
let key: string
let shown: { phq9: string; cbi: string }

beforeAll(async () => {
  screens = await openScreens()
  key = await agreed(screens.url)
  const { url } = screens
  for (const option of [1, 2, 3]) {
    await takenBy(url, key, 'phq9', option, { 9: 0 })
    screens.forward(15 * 24 * 60)
  }
  const phq9 = await takenBy(url, key, 'phq9', 1, { 9: 0 })
  const cbi = await takenBy(url, key, 'cbi', 1)
  shown = { phq9: phq9.id, cbi: cbi.id }
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

const screensOf = (): [name: string, path: string, there: string][] => [
  ['list', '/pages/tests/index', '停在第 4 题'],
  ['intro', '/tests/pages/instrument/index?of=swls', '我已满 18 岁'],
  ['intro with sex', '/tests/pages/instrument/index?of=audit-c', '不想说'],
  ['again', '/tests/pages/instrument/index?of=cbi', '变化不大'],
  ['question', '/tests/pages/taking/index?of=phq9', '第 4 题，共 9 题'],
  ['long question', '/tests/pages/taking/index?of=srq20', '第 1 题，共 20 题'],
  ['result', `/tests/pages/result/index?id=${shown.phq9}&of=phq9`, '一次一次看过来'],
  ['result with help', `/tests/pages/result/index?id=${shown.cbi}&of=cbi&soft=1`, '有几题看起来不轻松'],
  ['results', '/tests/pages/results/index', '全部删除'],
  ['sheet', `/tests/pages/sheet/index?id=${shown.phq9}`, '打印，或存成 PDF'],
  ['nothing under way', '/tests/pages/taking/index?of=k6', '没有找到没答完的测评'],
  ['no such result', '/tests/pages/result/index?id=none&of=k6', '没有找到这次结果'],
]

describe.each(extremeLooks)('at $width px, large text: $large, $shade', ({ width, height, large, shade }) => {
  let page: Page

  beforeAll(async () => {
    page = await screens.visitor({ ...PHONE, viewport: { width, height } })
    await screens.withAxe(page)
    await page.addInitScript(
      (values) => {
        if (location.protocol !== 'http:') return
        for (const [name, data] of Object.entries(values)) localStorage.setItem(name, JSON.stringify({ data }))
      },
      {
        preferences: { large, shade },
        deviceKey: key,
        takings: { phq9: underWay('phq9', 4), srq20: underWay('srq20', 1) },
      },
    )
  })
  afterAll(() => screens.leave())

  it.each(Array.from({ length: 12 }, (_, at) => at))(
    'shows screen %i whole, legible and large enough to touch',
    async (at) => {
      const [name, path, there] = screensOf()[at] ?? ['', '', '']
      await open(page, `${screens.url}/#${path}`)
      await words(page, there).waitFor()
      expect({ name, layout: await faultsOfLayout(page), axe: await findings(page) }).toEqual({
        name,
        layout: [],
        axe: [],
      })
      if (!large && (name === 'result' || name === 'question' || name === 'list'))
        await keepPicture(page, `app-tests-${name}`)
      if (process.env.LOOK) await page.screenshot({ path: `${process.env.LOOK}/${at}-${width}.png`, fullPage: true })
    },
  )
})
