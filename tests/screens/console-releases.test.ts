import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { dataOf } from '../house/data-of'
import { wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { readerAt } from './reader'
import { signedIn } from './signed-in'

let screens: Screens
let song: Page
beforeAll(async () => {
  screens = await openScreens()
  song = await signedIn(screens, 'songqing', '宋青', 'supervisor')
  await screens.withAxe(song)
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

const arrive = async (page: Page, path: string, heading: string) => {
  await page.goto(`${screens.url}/admin/#${path}`)
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
}

describe('an instrument', () => {
  const row = (page: Page) => page.getByRole('row').filter({ hasText: 'PHQ-9' })
  const read = async (page: Page) => {
    await page.getByRole('button', { name: '阅读「情绪低落」' }).click()
    const panel = page.getByRole('dialog', { name: '情绪低落 · 第 1 版' })
    await panel.getByText('有不如死掉或用某种方式伤害自己的念头').waitFor()
    const release = panel.getByRole('button', { name: '放行' })
    expect(await release.isDisabled()).toBe(true)
    return { panel, release }
  }

  /** By keyboard; a drawer that is still sliding in may stop what scrolls. */
  const readToTheEnd = (panel: Locator) =>
    expect
      .poll(
        async () => {
          await panel.getByRole('region', { name: '全文' }).press('End')
          return panel.getByText('放行表示您读过全部文字').isVisible()
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(true)

  it('is withdrawn after a question, and offered again when two have read it', async () => {
    await arrive(song, '/releases', '测评放行')
    await row(song).waitFor()
    if (await row(song).getByRole('button', { name: /^撤回/ }).count()) {
      await row(song).getByRole('button', { name: /^撤回/ }).click()
      await song.getByRole('dialog', { name: '撤回「情绪低落」吗' }).getByRole('button', { name: '撤回' }).click()
    }
    await row(song).getByText('没有开放').waitFor()
    expect(await wrongOn(song)).toEqual([])

    const one = await read(song)
    await readToTheEnd(one.panel)
    expect(await wrongOn(song)).toEqual([])
    await one.release.click()
    await one.panel.waitFor({ state: 'detached' })
    await row(song).getByText('还要另一位同意').waitFor()
    const again = await read(song)
    await again.panel.getByText('您已经同意过这一版').waitFor()
    expect(await again.release.isDisabled()).toBe(true)
    await again.panel.getByRole('button', { name: '关闭' }).last().click()

    const zhou = await signedIn(screens, 'zhouqi', '周琪', 'reviewer')
    await arrive(zhou, '/releases', '测评放行')
    const other = await read(zhou)
    await readToTheEnd(other.panel)
    await other.release.click()
    await row(zhou).getByText('开放中').waitFor()
    const { rows } = dataOf(await readerAt(screens.url).instruments.offered({}))
    expect(rows.map(({ instrumentId }) => instrumentId)).toContain('phq9')
  })
})
