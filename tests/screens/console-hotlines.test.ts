import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { signedIn } from './signed-in'

const BILL = `主叫号码,开始时间,通话时长(秒)
13812345678,2026-01-20 21:05:09,125
13812345678,2026-01-21 09:05:09,65
13812345678,昨天,65
`
let screens: Screens
let tang: Page
beforeAll(async () => {
  screens = await openScreens()
  tang = await signedIn(screens, 'tangli', '唐丽', 'manager')
  await screens.withAxe(tang)
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

it('a manager writes a real number in once it was dialled, and it is a sample no longer', async () => {
  await tang.goto(`${screens.url}/admin/#/hotlines`)
  await tang.getByRole('button', { name: '修改职工倾诉热线' }).click()
  const drawer = tang.getByRole('dialog')
  await drawer.getByLabel('号码').press('Backspace')
  await drawer.getByLabel('号码').fill('024-22334455')
  await drawer.getByLabel('号码').press('Enter')
  await drawer.getByRole('button', { name: '保存' }).click()
  await drawer.getByRole('alert').filter({ hasText: '请先拨一次' }).waitFor()
  await drawer.getByLabel('我拨过，确实是这家机构').check()
  await drawer.getByRole('button', { name: '保存' }).click()
  await drawer.waitFor({ state: 'detached' })
  const row = tang.getByRole('row').filter({ hasText: '024-22334455' })
  await row.waitFor()
  expect(await row.getByText('示例').count()).toBe(0)
  expect(await wrongOn(tang)).toEqual([])
})

it('imports a bill without the callers’ numbers, and shows it in a column of its own', async () => {
  await tang.getByRole('tab', { name: '话单' }).click()
  const file = { name: '一月.csv', mimeType: 'text/csv', buffer: Buffer.from(BILL) }
  await tang.getByLabel('话单文件').setInputFiles(file)
  const sent: string[] = []
  tang.on('request', (request) => sent.push(request.postData() ?? ''))
  await tang.getByRole('button', { name: '开始导入' }).click()
  await tang.getByText('导入完成，算进 2 通。').waitFor()
  await tang.getByRole('cell', { name: '开始时间看不懂' }).waitFor()
  expect(sent.join('')).toContain('hotlines.billPiece')
  expect(sent.join('')).not.toContain('13812345678')
  await tang.goto(`${screens.url}/admin/#/insights?tab=hotlines&month=2026-01`)
  const row = tang.getByRole('row').filter({ hasText: '工会职工服务热线' })
  await row.getByText('2 通，3 分钟').waitFor()
  expect((await row.getByRole('cell').allTextContents()).slice(2, 5)).toEqual(['0 次', '没有记录', '2 通，3 分钟'])
})
