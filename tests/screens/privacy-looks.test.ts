import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { open, words } from './in-app'
import { faultsOfLayout, findings, phoneLooks } from './looks'
import { openScreens, PHONE, type Screens } from './open-screens'
import { keepPicture } from './pictures'
import { furnished, openUnit } from './somebody'

const RECEIPT = {
  number: 'ABCDEFGHJKMNPQRSTUVW',
  at: '2026-11-22T07:04:00.000Z',
  kinds: [
    { title: '收藏', count: 12 },
    { title: '代号和昵称', count: 1 },
  ],
  account: true,
  backupsGoneAt: '2026-11-29T07:04:00.000Z',
  seal: 'c0ffee'.repeat(10),
}

/** Every screen of somebody about whom there is something of every kind. */
const full: [name: string, path: string, there: string][] = [
  ['mine', '/pages/mine/index', '昵称与代号'],
  ['centre', '/privacy/pages/centre/index', '谁能看到'],
  ['features', '/privacy/pages/features/index', '单位核对'],
  ['stored', '/privacy/pages/stored/index', '您收藏了哪几篇内容'],
  ['readings', '/privacy/pages/readings/index', '两位督导都同意后才能看'],
  ['consents', '/privacy/pages/consents/index', '仍然有效'],
  ['consent', '/privacy/pages/consent/index?purpose=figures', '保持不变'],
  ['asked', '/privacy/pages/consent/index?purpose=tests', '先不同意'],
  ['take-away', '/privacy/pages/take-away/index', '准备一份'],
  ['destroy', '/privacy/pages/destroy/index', '只删一部分'],
  ['receipt', '/privacy/pages/receipt/index', '这张回执里没有您的任何内容'],
  ['unit', '/privacy/pages/unit/index', '核对过了'],
  ['nickname', '/privacy/pages/nickname/index', '想怎么称呼自己都行'],
]
/** And of somebody about whom there is nothing. */
const empty: typeof full = [
  ['stored', '/privacy/pages/stored/index', '现在没有存着'],
  ['readings', '/privacy/pages/readings/index', '还没有人看过'],
  ['receipt', '/privacy/pages/receipt/index', '回执离开这一页'],
  ['unit', '/privacy/pages/unit/index', '核对一次'],
  ['nowhere', '/privacy/pages/consent/index?purpose=none', '没有找到这一项说明'],
]

let screens: Screens
let key: string

beforeAll(async () => {
  screens = await openScreens()
  await openUnit(screens)
  key = (await furnished(screens)).key
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

describe.each(phoneLooks)('at $width px, large text: $large, $shade', ({ width, height, large, shade }) => {
  let page: Page
  let stranger: Page

  const look = async (kept: Record<string, unknown>) => {
    const opened = await screens.visitor({ ...PHONE, viewport: { width, height } })
    await screens.withAxe(opened)
    await opened.addInitScript(
      (values) => {
        if (location.protocol !== 'http:') return
        for (const [name, data] of Object.entries(values)) localStorage.setItem(name, JSON.stringify({ data }))
      },
      { preferences: { large, shade }, ...kept },
    )
    return opened
  }
  const check = async (on: Page) =>
    expect({ layout: await faultsOfLayout(on), axe: await findings(on) }).toEqual({ layout: [], axe: [] })

  beforeAll(async () => {
    page = await look({ deviceKey: key, receipt: RECEIPT, unit: '和平拖拉机厂' })
    stranger = await look({})
  })
  afterAll(() => screens.leave())

  it.each(full)('shows %s whole, legible and large enough to touch', async (name, path, there) => {
    await open(page, `${screens.url}/#${path}`)
    await (name === 'nickname' ? page.getByPlaceholder(there) : words(page, there)).waitFor()
    await check(page)
    await shoot(page, `${name}-${width}${large ? '-large' : ''}-${shade}`)
    if (name === 'centre' && !large && shade === 'dark') await keepPicture(page, 'app-privacy-dark')
  })

  it.each(empty)('shows %s with nothing in it', async (_, path, there) => {
    await open(stranger, `${screens.url}/#${path}`)
    await words(stranger, there).waitFor()
    await check(stranger)
    await shoot(stranger, `${_}-empty-${width}${large ? '-large' : ''}-${shade}`)
  })

  it('shows the second step of destroying everything', async () => {
    await open(page, `${screens.url}/#/privacy/pages/destroy/index`)
    await page.getByRole('button', { name: '全部删除' }).tap()
    await words(page, '我知道删了找不回来').waitFor()
    await check(page)
    await shoot(page, `sure-${width}${large ? '-large' : ''}-${shade}`)
  })
})

describe('the picture of 隐私中心', () => {
  it('shows the three answers', async () => {
    const page = await screens.visitor(PHONE)
    await open(page, `${screens.url}/#/privacy/pages/centre/index`)
    await words(page, '什么时候清除').waitFor()
    await keepPicture(page, 'app-privacy')
    await screens.leave()
  })
})

async function shoot(on: Page, name: string) {
  if (process.env.SHOTS) await on.screenshot({ path: `${process.env.SHOTS}/${name}.png`, scale: 'css' })
}
