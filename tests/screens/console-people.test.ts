import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { chooseBranch, choosePassword, chooseRole, managerAt, setUpSecondFactor, told, wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { signedIn } from './signed-in'

let screens: Screens
/** The manager of the city, and the one of a district. */
let wang: Page
let li: Page

beforeAll(async () => {
  screens = await openScreens()
  wang = await managerAt(screens)
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

const hand = async (page: Page, name: string, login: string, role: string, ...way: string[]) => {
  await page.getByRole('link', { name: '人员' }).click()
  await page.getByRole('button', { name: '邀请同事' }).click()
  const form = page.getByRole('dialog', { name: '邀请同事' })
  await form.getByLabel('姓名').fill(name)
  await form.getByLabel('账号').fill(login)
  await chooseRole(form, 1, role)
  if (way.length > 0) await chooseBranch(form, '第 1 个角色的组织', ...way)
  expect(await wrongOn(page)).toEqual([])
  await form.getByRole('button', { name: '生成一次性链接' }).click()
  const shown = page.getByRole('dialog', { name: `给${name}的一次性链接` })
  const link = await shown.getByLabel('一次性链接', { exact: true }).inputValue()
  await shown.getByRole('button', { name: '我已经发给本人了' }).click()
  return link
}

const create = async (name: string, kind: string, code: string) => {
  await wang.getByRole('button', { name: '新建下级' }).click()
  const form = wang.getByRole('dialog', { name: /下面新建组织$/ })
  await form.getByRole('radio', { name: kind }).check()
  await form.getByLabel('名称').fill(name)
  await form.getByLabel('组织编码').fill(code)
  expect(await wrongOn(wang)).toEqual([])
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
      .getByRole('button', { name: '修改' })
      .click()
    const rename = wang.getByRole('dialog', { name: '修改「纺织厂工会」的名称和地址' })
    await rename.getByLabel('名称').fill('第一纺织厂工会')
    await rename.getByLabel('地址，可以不填').fill('和平路 8 号')
    expect(await wrongOn(wang)).toEqual([])
    await rename.getByRole('button', { name: '保存' }).click()
    await wang
      .getByRole('row', { name: /第一纺织厂工会/ })
      .getByText('在用')
      .waitFor()
    await rename.waitFor({ state: 'detached' })
    await wang
      .getByRole('row', { name: /第一纺织厂工会/ })
      .getByRole('button', { name: '修改' })
      .click()
    const again = wang.getByRole('dialog', { name: '修改「第一纺织厂工会」的名称和地址' })
    expect(await again.getByLabel('地址，可以不填').inputValue()).toBe('和平路 8 号')
    await again.getByRole('button', { name: '取消' }).click()
    expect(await wrongOn(wang)).toEqual([])
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
    expect(await wrongOn(wang)).toEqual([])
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
    expect(await wrongOn(li)).toEqual([])
    await li.getByRole('link', { name: '组织' }).click()
    await li.getByRole('row', { name: /第一纺织厂工会/ }).waitFor()
    expect(await li.getByRole('navigation', { name: '组织的路径' }).textContent()).toBe('新河区总工会')
    expect(await wrongOn(li)).toEqual([])
  })

  it('is asked to sign in again when a colleague ended the session', async () => {
    await wang.reload()
    await wang.getByRole('row', { name: '李静' }).getByText('已设好').waitFor()
    await wang.getByRole('button', { name: '李静的登录：1 个' }).click()
    const drawer = wang.getByRole('dialog', { name: '李静的登录' })
    await drawer.getByRole('button', { name: '结束', exact: true }).waitFor()
    expect(await wrongOn(wang)).toEqual([])
    await drawer.getByRole('button', { name: '结束', exact: true }).click()
    await drawer.getByText('现在没有登录。').waitFor()
    await drawer.getByRole('button', { name: '关闭' }).click()
    await li.getByRole('link', { name: '人员' }).click()
    await li.getByRole('dialog', { name: '登录已过期，请重新登录' }).waitFor()
    await li.context().close()
  })
})

describe('the roles', () => {
  it('the last manager cannot stop being one', async () => {
    await wang.getByRole('link', { name: '人员' }).click()
    await wang.getByRole('row', { name: '王建国' }).getByRole('button', { name: '离岗' }).click()
    const leaving = wang.getByRole('dialog', { name: '办理王建国离岗' })
    await leaving.getByRole('button', { name: '离岗', exact: true }).click()
    await told(leaving, '这是最后一位管理员，请先让另一位同事担任管理员')
    await leaving.getByRole('button', { name: '先不' }).click()
    await leaving.waitFor({ state: 'detached' })
  })

  it('nobody gives a role to themselves', async () => {
    await wang.getByRole('row', { name: '王建国' }).getByRole('button', { name: '修改' }).click()
    const form = wang.getByRole('dialog', { name: '修改 王建国' })
    await chooseRole(form, 1, '内容审核')
    await form.getByRole('button', { name: '保存修改' }).click()
    await told(form, '只能在您管理的组织范围内分配角色，自己的角色请另一位管理员来加')
    await form.getByRole('button', { name: '取消' }).click()
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
    await wang.locator('.ant-select-dropdown').waitFor({ state: 'hidden' })
    expect(await wrongOn(wang)).toEqual([])
    await leaving.getByRole('button', { name: '交接并离岗' }).click()
    const left = wang.getByRole('dialog', { name: '陈静已经离岗' })
    await expect.poll(() => left.getByRole('listitem').allTextContents()).toEqual(['内容编辑 · 市总工会（示例市）'])
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

describe('a supervisor', () => {
  it('is asked for by one manager and let in by another, who alone sees the link', async () => {
    const ask = async () => {
      await wang.getByRole('link', { name: '人员' }).click()
      await wang.getByRole('button', { name: '邀请同事' }).click()
      const form = wang.getByRole('dialog', { name: '邀请同事' })
      await form.getByLabel('姓名').fill('高远')
      await form.getByLabel('账号').fill('gaoyuan')
      await chooseRole(form, 1, '督导')
      await form.getByRole('button', { name: '生成一次性链接' }).click()
      return form
    }
    // Nobody but this manager has come in yet.
    const form = await ask()
    await told(form, /^督导、审计员要两位管理员都同意才行/)
    await form.getByRole('button', { name: '取消' }).click()
    await form.waitFor({ state: 'detached' })

    const qin = await signedIn(screens, 'bailu', '白露', 'manager')
    await (await ask()).waitFor({ state: 'detached' })
    const row = wang.getByRole('row', { name: /高远/ })
    await row.getByText('等另一位管理员确认').waitFor()
    expect(await row.getByRole('button', { name: '同意高远的申请', exact: true }).count()).toBe(0)
    await row.getByRole('button', { name: '收回高远的申请' }).waitFor()
    expect(await wrongOn(wang)).toEqual([])

    await qin.goto(`${screens.url}/admin/#/people`)
    await qin.getByRole('button', { name: '同意高远的申请', exact: true }).click()
    await qin.getByRole('button', { name: '核实过了，同意' }).click()
    const shown = qin.getByRole('dialog', { name: '给高远的一次性链接' })
    expect(await shown.getByLabel('一次性链接', { exact: true }).inputValue()).toContain('/join/')
    await shown.getByRole('button', { name: '我已经发给本人了' }).click()
    await qin.getByRole('row', { name: /高远/ }).getByText('未加入').waitFor()
    await qin.context().close()
  })
})

describe('somebody who organises events', () => {
  it('lands at them, with the way to their own sessions', async () => {
    const link = await hand(wang, '赵安', 'zhaoan', '活动组织者')
    const zhao = await screens.visitor()
    await screens.withAxe(zhao)
    await zhao.goto(link)
    await choosePassword(zhao)
    await zhao.getByRole('heading', { name: '活动', level: 1 }).waitFor()
    expect(await wrongOn(zhao)).toEqual([])
    expect(await zhao.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['活动', '老师'])
    await zhao.goto(`${screens.url}/admin/#/my-sessions`)
    await zhao.getByText('就是现在这次').waitFor()
  })
})
