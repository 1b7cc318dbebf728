import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { messages } from '../../src/contract/messages.zh-CN'
import { arrive, openDay } from './counselling-day'
import { choose, told, wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { signedIn } from './signed-in'

let screens: Screens
let today: ReturnType<typeof openDay>
let he: Page

const form = () => he.getByRole('region', { name: /^(记一通|更正)$/ })
const logged = () => he.getByRole('region', { name: '我记的' })
const rows = () =>
  logged()
    .getByRole('row')
    .filter({ has: he.getByRole('button', { name: '更正' }) })
const startsAt = async (clock: string) => {
  await form().getByLabel('开始时间').fill(`${today.day} ${clock}`)
  await form().getByLabel('开始时间').press('Tab')
}
const writeDown = () => form().getByRole('button', { name: '记下' }).click()

beforeAll(async () => {
  screens = await openScreens()
  today = openDay(screens)
  await today.becomes(10, 0)
  he = await signedIn(screens, 'hejing', '何静', 'counsellor')
  await screens.withAxe(he)
  await he.clock.setFixedTime(screens.now())
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

describe('whoever answers the phone', () => {
  it('is told what lacks, and that a call cannot begin later than now; nothing is written down', async () => {
    await arrive(screens, he, '/answering', '接听记录')
    await logged().getByText('还没有记过').waitFor()
    expect(await form().getByLabel('开始时间').inputValue()).toBe(`${today.day} 10:00`)
    await form().getByLabel('几分钟').fill('')
    await writeDown()
    for (const lack of ['请写分钟', '请选一类', '请选结果']) await form().getByText(lack).waitFor()
    expect(await wrongOn(he)).toEqual([])
    await form().getByLabel('几分钟').fill('12')
    await choose(form(), '哪一类', '睡眠')
    await choose(form(), '结果', '听对方说完，给了建议')
    await startsAt('10:30')
    await writeDown()
    await told(form(), messages.TIME_NOT_FIT)
    expect(await form().getByLabel('几分钟').inputValue()).toBe('12')
    await logged().getByText('还没有记过').waitFor()
  })

  it('writes a call down by keyboard, and has an empty row for the next', async () => {
    await startsAt('09:40')
    await form().getByLabel('几分钟').press('Enter')
    await rows().first().waitFor()
    expect((await rows().first().getByRole('cell').allTextContents()).slice(0, 5)).toEqual([
      `${today.day} 09:40`,
      '工会职工服务热线',
      '12',
      '睡眠',
      '听对方说完，给了建议 ',
    ])
    await form().getByRole('alert').waitFor({ state: 'detached' })
    expect(await form().getByLabel('几分钟').inputValue()).toBe('10')
    expect(await form().getByText('工会职工服务热线').count()).toBe(1)
    expect(await wrongOn(he)).toEqual([])
  })

  it('puts a slip right, strikes out what was no call, and takes that back', async () => {
    await rows().first().getByRole('button', { name: '更正' }).click()
    await form().getByRole('heading', { name: '更正这一通' }).waitFor()
    await form().getByLabel('几分钟').fill('15')
    await form().getByRole('button', { name: '改好了' }).click()
    await rows().first().getByRole('cell', { name: '15', exact: true }).waitFor()

    await choose(form(), '哪一类', '其他')
    await choose(form(), '结果', '打错了')
    await writeDown()
    await expect.poll(() => rows().count()).toBe(2)
    for (const [act, then] of [
      ['作废', '恢复'],
      ['恢复', '作废'],
      ['作废', '恢复'],
    ] as const) {
      await rows().first().getByRole('button', { name: act }).click()
      await rows().first().getByRole('button', { name: then }).waitFor()
    }
    await rows().first().getByText('已作废').waitFor()
    expect(await rows().nth(1).getByText('已作废').count()).toBe(0)
    expect(await wrongOn(he)).toEqual([])
  })

  it('is counted in a column of its own, also in the file, without what was struck out', async () => {
    const wang = await signedIn(screens, 'wanglan', '王岚', 'manager')
    await wang.clock.setFixedTime(screens.now())
    await arrive(screens, wang, `/insights?tab=hotlines&month=${today.day.slice(0, 7)}`, '数据')
    await wang.getByRole('row').filter({ hasText: '工会职工服务热线' }).getByText('1 通，15 分钟').waitFor()
    const [file] = await Promise.all([
      wang.waitForEvent('download'),
      wang.getByRole('button', { name: '导出 CSV' }).first().click(),
    ])
    const lines = (await readFile(await file.path(), 'utf8')).replace('\uFEFF', '').split('\r\n')
    expect(lines[0]).toBe(
      '热线,机构,点了拨打（次）,接听记录（通）,接听记录（分钟）,话单（通）,话单（分钟）,话单最忙的钟点',
    )
    expect(lines.find((line) => line.startsWith('工会职工服务热线'))).toMatch(/,0,1,15,,,$/)
  })
})
