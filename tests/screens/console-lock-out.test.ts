import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { actionOf, signIn } from './in-console'
import { openScreens, type Screens } from './open-screens'

let screens: Screens

beforeAll(async () => {
  screens = await openScreens()
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

it('the door says plainly that a password is wrong, and after many tries until when it is closed', async () => {
  const page = await screens.visitor()
  await page.goto(`${screens.url}/admin/`)
  const tries: string[] = []
  while (tries.length < 8 && !tries.at(-1)?.includes('暂时不能登录')) {
    const answered = page.waitForResponse((response) => actionOf(response.request()) === 'sessions.signIn')
    await signIn(page, 'zhoumin', `wrong-password-${tries.length}`)
    await answered
    tries.push(
      (await page.getByRole('alert').filter({ hasText: '。' }).or(page.getByRole('alert')).first().textContent()) ?? '',
    )
  }
  expect(tries[0]).toBe('账号或密码不对，请再试一次')
  expect(tries.at(-1)).toMatch(
    /^连续输错的次数较多，暂时不能登录，请稍后再试或联系管理员。20\d\d-\d\d-\d\d \d\d:\d\d 以后可以再试$/,
  )
})
