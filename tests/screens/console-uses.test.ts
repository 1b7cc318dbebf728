import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { hourOf } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { readerAt } from './reader'
import { signedIn } from './signed-in'

let screens: Screens
let he: Page
beforeAll(async () => {
  screens = await openScreens()
  he = await signedIn(screens, 'hejing', '何静', 'supervisor')
  await screens.withAxe(he)
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

it('a supervisor sees how tests and the way to help are used, and nothing of single pieces', async () => {
  const reader = readerAt(screens.url)
  const hour = hourOf(new Date())
  const uses = (['tests.started.phq9', 'tests.left.phq9.4', 'help.opened'] as const).map((use) => ({
    use,
    hour,
    times: 2,
  }))
  dataOf(await reader.uses.record({ batchId: 'a-batch-of-the-test-1', uses }))
  await screens.tick()
  await he.goto(`${screens.url}/admin/`)
  await he.getByRole('link', { name: '数据' }).click()

  await he.getByText('次数，不是人数；由手机按小时汇总后发来，不带身份。').waitFor()
  const phq9 = he.getByRole('row').filter({ hasText: 'PHQ-9' })
  expect((await phq9.getByRole('cell').allTextContents()).slice(1)).toEqual(['2', '0', '2', '0%'])
  const leftAt = he.getByRole('table', { name: /在第几题离开/ })
  expect(await leftAt.getByRole('cell').allTextContents()).toEqual(['0', '0', '0', '2', '0', '0', '0', '0', '0'])
  await he.getByText(/合计的求助页出现和打开的次数。最多的是.+，2 次。/).waitFor()
  expect(await wrongOn(he)).toEqual([])
  expect(await he.getByRole('tab', { name: '内容' }).count()).toBe(0)
})
