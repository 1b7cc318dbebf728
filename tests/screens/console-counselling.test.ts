import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dataOf } from '../house/data-of'
import { told, wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { readerAt } from './reader'
import { signedIn } from './signed-in'

let screens: Screens
let lu: Page
beforeAll(async () => {
  screens = await openScreens()
  lu = await signedIn(screens, 'luming', '陆明', 'counsellor')
  await screens.withAxe(lu)
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

const arrive = async (page: Page, path: string, heading: string) => {
  await page.goto(`${screens.url}/admin/#${path}`)
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
}

describe('a counsellor', () => {
  it('draws hours with the keyboard and the mouse, and sets a day off', async () => {
    await arrive(lu, '/counselling?tab=hours', '咨询')
    await lu.getByRole('button', { name: '周一加一段' }).click()
    const dialog = lu.getByRole('dialog', { name: '周一的一段时间' })
    await dialog.getByLabel('到几点').fill('11:00')
    await dialog.getByRole('button', { name: '好', exact: true }).click()
    await lu.getByRole('button', { name: /^周一 09:00–11:00，文字/ }).waitFor()
    const tuesday = lu.getByRole('region', { name: '周二' })
    const box = await tuesday.boundingBox()
    if (!box) throw new Error('no Tuesday')
    const at = (hour: number) => box.y + (hour / 24) * box.height
    await lu.mouse.move(box.x + box.width / 2, at(10))
    await lu.mouse.down()
    await lu.mouse.move(box.x + box.width / 2, at(12), { steps: 4 })
    await lu.mouse.up()
    await lu.getByRole('dialog', { name: '周二的一段时间' }).getByRole('button', { name: '好', exact: true }).click()
    await lu.getByRole('button', { name: /^周二 1\d:\d\d–1\d:\d\d，文字/ }).waitFor()
    await lu.getByRole('button', { name: '保存排班' }).click()
    await lu.getByText('排班已保存').waitFor()
    expect(await wrongOn(lu)).toEqual([])

    await lu.getByRole('tab', { name: '日历' }).click()
    await lu.getByText('现在职工还看不到您').waitFor()
    await lu.getByRole('button', { name: '下周' }).click()
    await lu.getByText('09:00 可约').first().waitFor()
    await lu.getByRole('button', { name: /^周一 .*设例外$/ }).click()
    const away = lu.getByRole('dialog', { name: '例外的日子' })
    await away.getByRole('button', { name: '记下' }).click()
    await lu.getByText(/：不接受预约$/).waitFor()
    expect(await wrongOn(lu)).toEqual([])
  })

  it('hands in a profile, which a manager lets out', async () => {
    await arrive(lu, '/counselling?tab=profile', '咨询')
    await lu.getByLabel('职工看到的名字').fill('陆明')
    await lu.getByLabel('睡眠').check()
    await lu.getByLabel('有效期到哪天').fill('2099-12-31')
    await lu.getByRole('button', { name: '提交核对' }).click()
    await told(lu, /已提交，等一位管理员核对/)
    expect(await wrongOn(lu)).toEqual([])

    const he = await signedIn(screens, 'heping', '何平', 'manager')
    await screens.withAxe(he)
    await arrive(he, '/counsellors?show=waiting', '咨询师')
    await he.getByRole('button', { name: '核对：陆明' }).click()
    const panel = he.getByRole('dialog', { name: '陆明的资料' })
    await panel.getByText('2099-12-31').waitFor()
    expect(await wrongOn(he)).toEqual([])
    await panel.getByRole('button', { name: '核对无误，公开' }).click()
    await panel.waitFor({ state: 'detached' })
    const { rows } = dataOf(await readerAt(screens.url).counsellors.list({ field: 'sleep' }))
    expect(rows.map(({ name }) => name)).toContain('陆明')
  })
})
