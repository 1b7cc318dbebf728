import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { CITY } from '../../src/domain/branches/words'
import { monthToCount, spanOf } from '../../src/domain/figures/counselled-people'
import { daysLater } from '../../src/domain/time'
import { keepMember, keepSession, keepTalk } from '../house/counselled'
import { chooseBranch, wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { signedIn } from './signed-in'

const HEPING = `${CITY}.heping`
const WITHHELD = '不足 10 人或没有'

let screens: Screens
let month: string
let wang: Page
beforeAll(async () => {
  screens = await openScreens()
  month = monthToCount(screens.now())
  const { from } = spanOf(month)
  const at = daysLater(new Date(from), 10).toISOString()
  const here = screens.server
  const uses = async (branchId: string, people: number, how: (personId: string) => Promise<unknown>) => {
    for (let one = 0; one < people; one++) {
      const personId = here.keys.hash('person', `${branchId} ${how.name} ${one}`)
      await keepMember(here, personId, branchId, from)
      await how(personId)
    }
  }
  const booked = (personId: string) => keepSession(here, personId, at, 'attended')
  const conversed = (personId: string) => keepTalk(here, personId, at)
  await uses(`${HEPING}.tuolaj`, 16, booked)
  await uses(`${HEPING}.tuolaj`, 11, conversed)
  await uses(`${HEPING}.gongjt`, 12, booked)
  await uses(`${HEPING}.diyixx`, 3, conversed)
  await uses(`${CITY}.dadong.renmyy`, 14, booked)
  await uses(`${CITY}.dadong.renmyy`, 10, conversed)
  wang = await signedIn(screens, 'wangbranches', '王建国', 'manager')
  await screens.withAxe(wang)
}, 60_000)
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

const told = async (page: Page) => {
  const rows = await page.locator('.totals .total').allInnerTexts()
  return rows.map((row) => row.split('\n').filter((line) => line !== '')[1])
}
const below = async (page: Page) => {
  const rows = page.getByRole('region', { name: '下级' }).locator('tbody tr:not(.ant-table-measure-row)')
  await rows.filter({ hasText: '本级' }).waitFor()
  return Promise.all((await rows.all()).map((row) => row.getByRole('cell').allInnerTexts()))
}

describe('数据：单位', () => {
  it('says that a month is not published before it is counted', async () => {
    await wang.goto(`${screens.url}/admin/#/insights?tab=branches&month=${month}`)
    await wang.getByText('还没有公布').waitFor()
    expect(await wrongOn(wang)).toEqual([])
  })

  it('shows the city and its districts, each number with how it is counted', async () => {
    await screens.tick()
    await wang.reload()
    await wang.getByText('公布。').waitFor()
    expect(await told(wang)).toEqual(['66 人', '42 人', '24 人'])
    for (const how of await wang.locator('.total-how').allInnerTexts()) expect(how.length).toBeGreaterThan(10)
    expect((await below(wang)).slice(0, 3)).toEqual([
      ['本级', WITHHELD, WITHHELD, WITHHELD],
      ['和平区总工会（示例）', '42 人', '28 人', '14 人'],
      ['大东区总工会（示例）', '24 人', '14 人', '10 人'],
    ])
    const thisMonth = wang.getByRole('region', { name: '十二个月' }).getByRole('row').first()
    expect(await thisMonth.innerText()).toContain('66 人')
    expect(await wrongOn(wang)).toEqual([])
  })

  it('withholds a unit of three, and another beside it, in the words for nobody; the file says the same', async () => {
    await chooseBranch(wang, '组织', '和平区总工会（示例）')
    await wang.getByRole('cell', { name: '公交集团工会（示例）' }).waitFor()
    const rows = await below(wang)
    expect(rows.map(([name, used]) => [name, used]).sort()).toEqual(
      [
        ['公交集团工会（示例）', WITHHELD],
        ['拖拉机厂工会（示例）', '27 人'],
        ['本级', WITHHELD],
        ['第一小学工会（示例）', WITHHELD],
      ].sort(),
    )
    const coming = wang.waitForEvent('download')
    await wang.getByRole('button', { name: '导出 CSV' }).click()
    const file = await readFile(await (await coming).path(), 'utf8')
    expect(file.startsWith('\ufeff组织,用过咨询的人（人）,约了咨询（人）,只用了文字对话（人）\r\n')).toBe(true)
    expect(file).toContain('和平区总工会（示例）,42,28,14')
    expect(file).toContain(`第一小学工会（示例）,${WITHHELD},${WITHHELD},${WITHHELD}`)
    expect(await wrongOn(wang)).toEqual([])
  })

  it('is not there for those who manage no organisation', async () => {
    const chen = await signedIn(screens, 'chenbranches', '陈静', 'editor')
    await chen.goto(`${screens.url}/admin/#/insights?tab=branches`)
    await chen.getByRole('tab', { name: '内容' }).waitFor()
    expect(await chen.getByRole('tab', { name: '单位' }).count()).toBe(0)
  })
})
