import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { choosePassword, codeAt, giveCode, PASSWORD, pair, signIn, told, wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'

let screens: Screens
let wang: Page
/** In Wang's authenticator app. */
let secret: string
let recovery: string[]

beforeAll(async () => {
  screens = await openScreens()
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

describe('the second factor', () => {
  it('is set up before anything else opens, and its recovery codes are shown once', async () => {
    wang = await screens.visitor()
    await screens.withAxe(wang)
    await wang.goto(screens.linkOf('wangjianguo'))
    await choosePassword(wang)
    await wang.getByRole('img', { name: '第二道验证的二维码' }).waitFor()
    expect(await wrongOn(wang)).toEqual([])
    await wang.getByLabel('六位数字').fill('12345')
    await wang.getByRole('button', { name: '设好第二道验证' }).click()
    await wang.getByText('请输入六位数字').waitFor()

    const paired = await pair(wang, screens.now())
    secret = paired.secret
    recovery = paired.recovery
    expect(recovery).toHaveLength(8)
    expect(await wrongOn(wang)).toEqual([])
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
    expect(await wrongOn(wang)).toEqual([])
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

  it('closes the door behind whoever signs out', async () => {
    await wang.getByRole('link', { name: '退出登录' }).click()
    await wang.getByRole('heading', { name: '登录', level: 1 }).waitFor()
    await wang.goBack()
    await wang.getByRole('heading', { name: '登录', level: 1 }).waitFor()
  })
})
