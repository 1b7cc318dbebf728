import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  actionOf,
  chooseBranch,
  choosePassword,
  chooseRole,
  codeAt,
  giveCode,
  PASSWORD,
  pair,
  setUpSecondFactor,
  signIn,
  told,
} from './in-console'
import { findings } from './looks'
import { openScreens, type Screens } from './open-screens'

const LINES = 3000
const HEAD = '组织编码,姓名,会员卡号,身份证号,手机号'

let screens: Screens
let folder: string
/** The manager of the city, and the one of a district. */
let wang: Page
let li: Page
/** In Wang's authenticator app. */
let secret: string
let recovery: string[]

beforeAll(async () => {
  screens = await openScreens()
  folder = await mkdtemp(join(tmpdir(), 'lists-'))
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(async () => {
  await screens.close()
  await rm(folder, { recursive: true, force: true })
})

/** Nothing beyond the screen of an office, and nothing axe finds serious. */
const check = async (page: Page) => {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect({ wide: Math.max(0, wide), axe: await findings(page) }).toEqual({ wide: 0, axe: [] })
}

const hand = async (page: Page, name: string, login: string, role: string, ...way: string[]) => {
  await page.getByRole('link', { name: '人员' }).click()
  await page.getByRole('button', { name: '邀请同事' }).click()
  const form = page.getByRole('dialog', { name: '邀请同事' })
  await form.getByLabel('姓名').fill(name)
  await form.getByLabel('账号').fill(login)
  await chooseRole(form, 1, role)
  if (way.length > 0) await chooseBranch(form, '第 1 个角色的组织', ...way)
  await check(page)
  await form.getByRole('button', { name: '生成一次性链接' }).click()
  const shown = page.getByRole('dialog', { name: `给${name}的一次性链接` })
  const link = await shown.getByLabel('一次性链接', { exact: true }).inputValue()
  await shown.getByRole('button', { name: '我已经发给本人了' }).click()
  return link
}

describe('the second factor', () => {
  it('is set up before anything else opens, and its recovery codes are shown once', async () => {
    wang = await screens.visitor()
    await screens.withAxe(wang)
    await wang.goto(screens.linkOf('wangjianguo'))
    await choosePassword(wang)
    await wang.getByRole('img', { name: '第二道验证的二维码' }).waitFor()
    await check(wang)
    await wang.getByLabel('六位数字').fill('12345')
    await wang.getByRole('button', { name: '设好第二道验证' }).click()
    await wang.getByText('请输入六位数字').waitFor()

    const paired = await pair(wang, screens.now())
    secret = paired.secret
    recovery = paired.recovery
    expect(recovery).toHaveLength(8)
    await check(wang)
    const enter = wang.getByRole('button', { name: '进入工作台' })
    expect(await enter.isDisabled()).toBe(true)
    await wang.getByRole('checkbox', { name: '我已保存好' }).check()
    await enter.click()
    await wang.getByRole('heading', { name: '数据', level: 1 }).waitFor()
    expect(await wang.content()).not.toContain(recovery[0])
  })

  it('is asked for after the password, says plainly that a code is wrong, and keeps what was typed', async () => {
    await wang.getByRole('link', { name: '退出登录' }).click()
    await signIn(wang, 'wangjianguo', PASSWORD)
    await wang.getByLabel('六位数字').waitFor()
    await check(wang)
    const right = [-1, 0, 1].map((step) => codeAt(secret, new Date(screens.now().getTime() + step * 30_000)))
    await giveCode(wang, ['000000', '111111', '222222', '333333'].find((code) => !right.includes(code)) ?? '')
    await told(wang, '验证码不对或已经用过，请等下一组数字再试')
    screens.forward(2)
    await giveCode(wang, codeAt(secret, screens.now()))
    await wang.getByRole('heading', { name: '数据', level: 1 }).waitFor()
  })

  it('may be replaced by a recovery code, once', async () => {
    for (const accepted of [true, false]) {
      await wang.getByRole('link', { name: '退出登录' }).click()
      await signIn(wang, 'wangjianguo', PASSWORD)
      await wang.getByRole('button', { name: '手机不在身边，用备用码' }).click()
      await giveCode(wang, recovery[0]?.toUpperCase() ?? '')
      if (accepted) await wang.getByRole('heading', { name: '数据', level: 1 }).waitFor()
      else await told(wang, '验证码不对或已经用过，请等下一组数字再试')
    }
    await wang.getByRole('button', { name: '用验证器上的六位数字' }).click()
    screens.forward(2)
    await giveCode(wang, codeAt(secret, screens.now()))
    await wang.getByRole('heading', { name: '数据', level: 1 }).waitFor()
  })

  it('is asked for again over the page of whoever was away too long', async () => {
    await wang.getByRole('link', { name: '人员' }).click()
    await wang.getByRole('row', { name: '陈静' }).waitFor()
    screens.forward(91)
    await wang.getByRole('row', { name: '陈静' }).getByRole('button', { name: '修改' }).click()
    const form = wang.getByRole('dialog', { name: '修改 陈静' })
    await form.getByRole('button', { name: '保存修改' }).click()
    const door = wang.getByRole('dialog', { name: '登录已过期，请重新登录' })
    await signIn(door, null, PASSWORD, codeAt(secret, screens.now()))
    await door.waitFor({ state: 'detached' })
    await form.getByRole('button', { name: '取消' }).click()
    await form.waitFor({ state: 'detached' })
  })
})

const create = async (name: string, kind: string, code: string) => {
  await wang.getByRole('button', { name: '新建下级' }).click()
  const form = wang.getByRole('dialog', { name: /下面新建组织$/ })
  await form.getByRole('radio', { name: kind }).check()
  await form.getByLabel('名称').fill(name)
  await form.getByLabel('组织编码').fill(code)
  await check(wang)
  await form.getByRole('button', { name: '建好' }).click()
}

describe('the branches', () => {
  it('are created one below the other, found by how their names begin, and renamed', async () => {
    await wang.getByRole('link', { name: '组织' }).click()
    await wang.getByRole('row', { name: /和平区总工会/ }).waitFor()
    await create('新河区总工会', '区工会', 'xinhe')
    await wang.getByRole('row', { name: /新河区总工会/ }).waitFor()
    await create('新湖区总工会', '区工会', 'xinhe')
    const form = wang.getByRole('dialog', { name: /下面新建组织$/ })
    await told(form, '这个组织编码已经有了，请换一个')
    await form.getByLabel('组织编码').fill('xinhu')
    await form.getByRole('button', { name: '建好' }).click()
    await wang.getByRole('row', { name: /新湖区总工会/ }).waitFor()

    await wang.getByLabel('按名称开头找下级').fill('新河')
    await wang.getByLabel('按名称开头找下级').press('Enter')
    await wang.getByRole('row', { name: /新湖区总工会/ }).waitFor({ state: 'detached' })
    await wang.getByRole('button', { name: '新河区总工会', exact: true }).click()
    await create('纺织厂工会', '单位工会', 'mill')
    await wang
      .getByRole('row', { name: /纺织厂工会/ })
      .getByRole('button', { name: '改名' })
      .click()
    const rename = wang.getByRole('dialog', { name: '修改「纺织厂工会」的名称' })
    await rename.getByLabel('名称').fill('第一纺织厂工会')
    await rename.getByRole('button', { name: '保存' }).click()
    await wang
      .getByRole('row', { name: /第一纺织厂工会/ })
      .getByText('在用')
      .waitFor()
    await check(wang)
  })

  it('have invitation codes that are shown once and can be ended', async () => {
    await wang
      .getByRole('row', { name: /第一纺织厂工会/ })
      .getByRole('button', { name: '邀请码' })
      .click()
    const drawer = wang.getByRole('dialog', { name: '「第一纺织厂工会」的邀请码' })
    await drawer.getByText('现在没有有效的邀请码。').waitFor()
    await drawer.getByRole('radio', { name: '7 天' }).check()
    await drawer.getByRole('button', { name: '生成邀请码' }).click()
    const code = (await drawer.locator('output').textContent()) ?? ''
    expect(code.length).toBeGreaterThanOrEqual(8)
    await check(wang)
    await drawer.getByRole('button', { name: '我已经记下了' }).click()
    expect(await wang.content()).not.toContain(code)
    await drawer.getByRole('row').getByText('0 人').waitFor()
    await drawer.getByRole('button', { name: '作废' }).click()
    await wang
      .getByRole('dialog', { name: '作废这个邀请码吗' })
      .getByRole('button', { name: '作废', exact: true })
      .click()
    await drawer.getByText('现在没有有效的邀请码。').waitFor()
    await drawer.getByRole('button', { name: '关闭' }).click()
    await drawer.waitFor({ state: 'detached' })
  })

  it('are closed from below, and opened again', async () => {
    const row = wang.getByRole('row', { name: /新湖区总工会/ })
    await wang.getByRole('navigation', { name: '组织的路径' }).getByRole('button', { name: '市总工会' }).click()
    await row.getByRole('button', { name: '停用' }).click()
    await wang.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click()
    await row.getByText('已停用').waitFor()
    await row.getByRole('button', { name: '恢复' }).click()
    await wang.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click()
    await row.getByText('在用').waitFor()
    await wang
      .getByRole('row', { name: /新河区总工会/ })
      .getByRole('button', { name: '停用' })
      .click()
    await wang.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click()
    await wang.getByText('它下面还有在用的组织，请先停用下级').waitFor()
  })
})

describe('a manager of one district', () => {
  it('is invited with a role that counts there, and sees no further', async () => {
    const link = await hand(wang, '李静', 'lijing', '管理员', '新河区总工会')
    await wang.getByRole('row', { name: '李静' }).getByText('新河区总工会').waitFor()
    li = await screens.visitor({ viewport: { width: 1440, height: 900 } })
    await screens.withAxe(li)
    await li.goto(link)
    await choosePassword(li)
    await setUpSecondFactor(li, screens.now())
    await li.getByRole('link', { name: '人员' }).click()
    await li.getByRole('row', { name: '李静' }).waitFor()
    expect(await li.getByRole('row').count()).toBe(2)
    await check(li)
    await li.getByRole('link', { name: '组织' }).click()
    await li.getByRole('row', { name: /第一纺织厂工会/ }).waitFor()
    expect(await li.getByRole('navigation', { name: '组织的路径' }).textContent()).toBe('新河区总工会')
    await check(li)
  })

  it('is asked to sign in again when a colleague ended the session', async () => {
    await wang.reload()
    await wang.getByRole('row', { name: '李静' }).getByText('已设好').waitFor()
    await wang.getByRole('button', { name: '李静的登录：1 个' }).click()
    const drawer = wang.getByRole('dialog', { name: '李静的登录' })
    await drawer.getByRole('button', { name: '结束', exact: true }).waitFor()
    await check(wang)
    await drawer.getByRole('button', { name: '结束', exact: true }).click()
    await drawer.getByText('现在没有登录。').waitFor()
    await drawer.getByRole('button', { name: '关闭' }).click()
    await li.getByRole('link', { name: '人员' }).click()
    await li.getByRole('dialog', { name: '登录已过期，请重新登录' }).waitFor()
    await li.context().close()
  })
})

/** 3000 people, of whom some are written wrongly: lines 7, 1000 and 2999. */
const listOf = (digit: number) => {
  const rows = Array.from({ length: LINES }, (_, at) => `mill,王${at},,,13${digit}${String(at).padStart(8, '0')}`)
  rows[6] = ',没有编码,,,13800000000'
  rows[999] = 'mill,电话不对,,,1234'
  rows[2998] = 'nowhere,没有这个组织,,,13800000001'
  return `\ufeff${HEAD}\r\n${rows.join('\r\n')}\r\n`
}

const chooseFile = async (path: string) => {
  await wang.locator('input[aria-label="名单文件"]').setInputFiles(path)
  await wang.getByText('共 3,000 行').waitFor()
}

describe('a list', () => {
  it('says what is wrong with a file before anything leaves the computer', async () => {
    await wang.getByRole('link', { name: '组织' }).click()
    await wang.getByRole('link', { name: '导入名单' }).click()
    await wang.getByText('还没有导入过名单。').waitFor()
    await check(wang)
    const asked: string[] = []
    wang.on('request', (request) => {
      if (actionOf(request).startsWith('imports.')) asked.push(actionOf(request))
    })
    const file = wang.locator('input[aria-label="名单文件"]')
    await file.setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('PK\u0003\u0004') })
    await told(wang, '这是 Excel 工作簿，请在 Excel 或 WPS 里「另存为」CSV 文件再选')
    await file.setInputFiles({ name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名,电话\n王,1') })
    await told(wang, /^没有找到表头/)
    expect(asked).toEqual([])
  })

  it('is imported through a lost network, and each line that was refused is named', async () => {
    const path = join(folder, '纺织厂.csv')
    await writeFile(path, listOf(8))
    await chooseFile(path)
    await check(wang)
    screens.excuse(/net::ERR_INTERNET_DISCONNECTED/)
    const sent: string[] = []
    await wang.route('**/api/people', async (route) => {
      const { action, data } = JSON.parse(route.request().postData() ?? '{}')
      if (action !== 'imports.piece') return route.continue()
      sent.push(JSON.stringify(data))
      if (sent.length === 3) await route.abort('internetdisconnected')
      else await route.continue()
    })
    await wang.getByRole('button', { name: '开始导入' }).click()
    await told(wang, '网络没有连上，请检查网络后再试。这里会自己等着再试，不用重新选文件。')
    await told(wang, '纺织厂.csv 导入完成。')
    await wang.unroute('**/api/people')
    expect(sent).toHaveLength(LINES / 500 + 1)
    expect(sent[2]).toBe(sent[3])
    expect(sent.join()).not.toContain('王8')
    await check(wang)

    await wang.getByRole('button', { name: '看没有处理成的行' }).click()
    const report = wang.getByRole('dialog', { name: '纺织厂.csv' })
    await report.getByRole('row').nth(3).waitFor()
    expect(await report.getByRole('row').allTextContents()).toEqual([
      '行号（表头不算）原因',
      '7没有填组织编码',
      '1000手机号应为 11 位数字',
      '2999组织编码不存在，或者不在您的管理范围内',
    ])
    await check(wang)
    const taken = wang.waitForEvent('download')
    await report.getByRole('button', { name: '下载为表格' }).click()
    const file = await taken
    expect(file.suggestedFilename()).toBe('没有处理成的行-纺织厂.csv')
    expect((await readFile(await file.path(), 'utf8')).split('\r\n').slice(0, 2)).toEqual([
      '\ufeff行号（表头不算）,原因',
      '7,没有填组织编码',
    ])
    await report.getByRole('button', { name: '关闭' }).click()
    await report.waitFor({ state: 'detached' })
  })

  it('is not imported twice by mistake', async () => {
    await wang.reload()
    await chooseFile(join(folder, '纺织厂.csv'))
    await wang.getByRole('button', { name: '开始导入' }).click()
    await told(wang, '这份文件之前已经导入完了。')
    await wang.getByRole('button', { name: '再导入一遍' }).click()
    await told(wang, '纺织厂.csv 导入完成。')
    const already = wang.locator('.counts div').filter({ hasText: '本来就有' })
    expect(await already.textContent()).toBe('本来就有2,997 行')
  })

  it('goes on where it stopped when the tab was closed on the way', async () => {
    const path = join(folder, '第二批.csv')
    await writeFile(path, listOf(9))
    await wang.reload()
    await chooseFile(path)
    let pieces = 0
    await wang.route('**/api/people', async (route) => {
      const { action } = JSON.parse(route.request().postData() ?? '{}')
      if (action === 'imports.piece') pieces += 1
      // The third is never answered: the tab is closed meanwhile.
      if (action !== 'imports.piece' || pieces < 3) await route.continue()
    })
    await wang.getByRole('button', { name: '开始导入' }).click()
    await expect.poll(() => pieces).toBe(3)
    await wang.getByText('1,000 / 3,000 行').waitFor()
    await check(wang)
    const asked = wang.waitForEvent('dialog')
    const closing = wang.reload()
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.accept()
    await closing
    await wang.unroute('**/api/people')

    await wang
      .getByRole('row', { name: /第二批\.csv/ })
      .getByText('停在 1,000 / 3,000 行')
      .waitFor()
    const sent: number[] = []
    wang.on('request', (request) => {
      if (actionOf(request) === 'imports.piece') sent.push(JSON.parse(request.postData() ?? '{}').data.number)
    })
    await chooseFile(path)
    await wang.getByRole('button', { name: '开始导入' }).click()
    await told(wang, '第二批.csv 导入完成。')
    expect(sent).toEqual([2, 3, 4, 5])
  })
})

describe('leaving', () => {
  it('asks who goes on with what only this colleague did, and says what was handed over', async () => {
    for (const login of ['chenjing', 'zhoumin']) {
      const page = await screens.visitor()
      await page.goto(screens.linkOf(login))
      await choosePassword(page)
      await page.getByRole('heading', { name: '内容', level: 1 }).waitFor()
      await page.context().close()
    }
    await wang.getByRole('link', { name: '人员' }).click()
    await wang.reload()
    await wang.getByRole('row', { name: '陈静' }).getByRole('button', { name: '离岗' }).click()
    const leaving = wang.getByRole('dialog', { name: '办理陈静离岗' })
    await leaving.getByRole('button', { name: '离岗', exact: true }).click()
    await told(leaving, '有的工作只有这位同事在做，请选一位接手的同事')
    await leaving.getByLabel('由谁接手').click()
    await wang.locator('.ant-select-item-option').filter({ hasText: '周敏' }).click()
    await check(wang)
    await leaving.getByRole('button', { name: '交接并离岗' }).click()
    const left = wang.getByRole('dialog', { name: '陈静已经离岗' })
    expect(await left.getByRole('listitem').allTextContents()).toEqual(['内容编辑 · 市总工会（示例市）'])
    await left.getByRole('button', { name: '知道了' }).click()
    await wang.getByRole('row', { name: '陈静' }).getByText('已离岗').waitFor()
    await expect
      .poll(() => wang.getByRole('row', { name: '周敏' }).getByRole('listitem').allTextContents())
      .toEqual(['内容审核 · 市总工会（示例市）', '内容编辑 · 市总工会（示例市）'])
  })

  it('can be undone: the colleague comes back with the roles that are chosen', async () => {
    const row = wang.getByRole('row', { name: '陈静' })
    await row.getByRole('button', { name: '请回来' }).click()
    await wang.getByRole('dialog', { name: '请 陈静 回来' }).getByRole('button', { name: '恢复在岗' }).click()
    await row.getByText('未加入').waitFor()
    await row.getByRole('button', { name: '新的链接' }).click()
    await wang.getByRole('dialog').getByRole('button', { name: '生成新的链接' }).click()
    await wang.getByRole('dialog', { name: '给陈静的一次性链接' }).waitFor()
    await wang.getByRole('button', { name: '我已经发给本人了' }).click()
  })
})

describe('somebody whose work has no page yet', () => {
  it('lands where it says so, with the way to their own sessions', async () => {
    const link = await hand(wang, '赵安', 'zhaoan', '咨询师')
    const zhao = await screens.visitor()
    await screens.withAxe(zhao)
    await zhao.goto(link)
    await choosePassword(zhao)
    await zhao.getByText(/^您的角色是咨询师。这个角色的工作页面还没有开放/).waitFor()
    await check(zhao)
    expect(await zhao.getByRole('navigation').getByRole('link').count()).toBe(0)
    await zhao.getByRole('button', { name: '我的登录' }).click()
    await zhao.getByText('就是现在这次').waitFor()
  })
})
