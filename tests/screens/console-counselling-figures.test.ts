import { readFile } from 'node:fs/promises'
import { nanoid } from 'nanoid'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { counsellingTalliesStore } from '../../cloudfunctions/insights/store'
import type { Counts } from '../../src/domain/figures/counselling'
import { hourOf } from '../../src/domain/time'
import { wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { signedIn } from './signed-in'

let screens: Screens
let wang: Page
beforeAll(async () => {
  screens = await openScreens()
  wang = await signedIn(screens, 'wangfigures', '王建国', 'manager')
  await screens.withAxe(wang)
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

/** As the functions tell it when it happens. */
async function happened(counts: Counts, staffId = '') {
  const hour = hourOf(screens.now())
  const tally = { id: nanoid(), hour, staffId, counts, receivedAt: screens.now().toISOString(), rolledIn: 0 }
  await screens.server.database.open(counsellingTalliesStore).insert(tally)
}

const shown = async (page: Page, part: string) => {
  const rows = await page.getByRole('region', { name: part }).locator('.total').allInnerTexts()
  return Object.fromEntries(
    rows.map((row) => row.split('\n').filter((line) => line !== '')).map(([name, n]) => [name, n]),
  )
}

describe('数据：咨询', () => {
  it('says before anything was counted that nothing was, and what is withheld', async () => {
    await wang.goto(`${screens.url}/admin/#/insights?tab=counselling`)
    await wang.getByText('这个月还没有统计过').waitFor()
    expect(await shown(wang, '评分')).toEqual({ 评分个数: '—', 平均分: '—' })
    expect(await shown(wang, '等多久')).toMatchObject({ 从约好到见上: '—', 候补等了: '—' })
    await wang.getByText('这个月还没有人发起对话。').waitFor()
  })

  it('shows what was booked, how it went, how long people waited and whether a promise was kept', async () => {
    for (let turn = 0; turn < 12; turn++) await happened({ booked: 1, lead: 2 * 24 * 60 })
    for (let turn = 0; turn < 8; turn++) await happened({ attended: 1, minutes: 50, leadMet: 3 * 24 * 60 }, 'he')
    await happened({ missed: 1 }, 'he')
    await happened({ lapsed: 1 })
    await happened({ cancelledLate: 1 })
    await happened({ waitsJoined: 1 })
    await happened({ waitsOffered: 1 })
    await happened({ booked: 1, lead: 24 * 60, fromWaits: 1, waited: 12 * 60 })
    await happened({ wishesAsked: 1 })
    await happened({ wishesKept: 1 })
    for (let turn = 0; turn < 3; turn++) await happened({ chatsAsked: 1 })
    await happened({ chatsAccepted: 1, chatWait: 90 }, 'he')
    for (let turn = 0; turn < 2; turn++) await happened({ chatsMet: 1 }, 'he')
    await happened({ chatsEnded: 1, chatMinutes: 34 }, 'he')
    await happened({ ratings: 1, ratingSum: 1 })
    for (let turn = 0; turn < 3; turn++) await screens.tick()
    await wang.reload()
    await wang
      .getByText(/统计到/)
      .first()
      .waitFor()
    expect(await shown(wang, '预约和结果')).toMatchObject({
      ...{ 选了时间: '14次', 约好: '13次', 没有确认: '1次', 已完成: '8次', 没有见上: '1次' },
      ...{ 临近取消: '1次', 提前取消: '0次', 咨询时长: '7小时' },
    })
    expect(await shown(wang, '等多久')).toMatchObject({
      从约好到约定时间: '1.9天',
      从约好到见上: '3天',
      候补等了: '0.5天',
    })
    expect(await shown(wang, '没有合适的时间')).toEqual({ 提出: '1次', 按时答复: '1次', 没有按时: '0次' })
    expect(await shown(wang, '文字对话')).toMatchObject({
      发起: '3次',
      接上: '1次',
      等到接上: '1.5分钟',
      按约开始: '2段',
      对话时长: '34分钟',
    })
    expect(await shown(wang, '评分')).toEqual({ 评分个数: '—', 平均分: '—' })
    expect(await wrongOn(wang)).toEqual([])
  })

  it('is taken away as a file, with how each number is counted', async () => {
    const [file] = await Promise.all([
      wang.waitForEvent('download'),
      wang.getByRole('button', { name: '导出 CSV' }).click(),
    ])
    const text = await readFile(await file.path(), 'utf8')
    expect(text).toContain('预约和结果,约好,13,次,确认了的预约，记在确认那天')
    expect(text).toContain('评分,平均分,—,,')
    expect(text.split('\r\n').length).toBeGreaterThan(25)
    await wang.locator('.ant-segmented-item').filter({ hasText: '表格' }).click()
    await wang.getByRole('cell', { name: '13' }).first().waitFor()
  })
})

describe('咨询：我的数字', () => {
  it('shows a counsellor the own year, and nobody else’s', async () => {
    const he = await signedIn(screens, 'he', '何静', 'counsellor')
    await screens.withAxe(he)
    await he.goto(`${screens.url}/admin/#/counselling?tab=numbers`)
    const rows = he.getByRole('region', { name: '我的数字' }).locator('tbody tr:not(.ant-table-measure-row)')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(12)
    const first = await rows.first().getByRole('cell').allInnerTexts()
    expect(first.slice(1)).toEqual(['8', '6.7', '3', '1', '11', '0', '1', '1.5', '2', '34'])
    expect(await wrongOn(he)).toEqual([])

    const gao = await signedIn(screens, 'gao', '高远', 'counsellor')
    await gao.goto(`${screens.url}/admin/#/counselling?tab=numbers`)
    const others = gao.getByRole('region', { name: '我的数字' }).locator('tbody tr:not(.ant-table-measure-row)')
    await others.first().waitFor()
    expect((await others.first().getByRole('cell').allInnerTexts())[1]).toBe('0')
  })
})
