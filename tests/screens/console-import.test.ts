import { Buffer } from 'node:buffer'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { actionOf, managerAt, told, wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'

const LINES = 3000
const HEAD = '组织编码,姓名,会员卡号,身份证号,手机号'

let screens: Screens
let folder: string
let wang: Page

beforeAll(async () => {
  screens = await openScreens()
  folder = await mkdtemp(join(tmpdir(), 'lists-'))
  wang = await managerAt(screens)
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(async () => {
  await screens.close()
  await rm(folder, { recursive: true, force: true })
})

/** 3000 people, of whom some are written wrongly: lines 7, 1000 and 2999. */
const listOf = (digit: number) => {
  const rows = Array.from(
    { length: LINES },
    (_, at) => `machine-tools,王${at},,,13${digit}${String(at).padStart(8, '0')}`,
  )
  rows[6] = ',没有编码,,,13800000000'
  rows[999] = 'machine-tools,电话不对,,,1234'
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
    expect(await wrongOn(wang)).toEqual([])
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
    expect(await wrongOn(wang)).toEqual([])
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
    expect(await wrongOn(wang)).toEqual([])

    await wang.getByRole('button', { name: '看没有处理成的行' }).click()
    const report = wang.getByRole('dialog', { name: '纺织厂.csv' })
    await report.getByRole('row').nth(3).waitFor()
    expect(await report.getByRole('row').allTextContents()).toEqual([
      '行号（表头不算）原因',
      '7没有填组织编码',
      '1000手机号应为 11 位数字',
      '2999组织编码不存在，或者不在您的管理范围内',
    ])
    expect(await wrongOn(wang)).toEqual([])
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
    expect(await wrongOn(wang)).toEqual([])
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
