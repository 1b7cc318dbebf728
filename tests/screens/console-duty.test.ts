import { readFile } from 'node:fs/promises'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { headsStore, shiftsStore } from '../../cloudfunctions/duty/store'
import type { Api } from '../../src/contract/client'
import { messages } from '../../src/contract/messages.zh-CN'
import { currentVersion } from '../../src/domain/consents/texts'
import { dayOf, daysLater } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { actionOf, choose, told, wrongOn } from './in-console'
import { openScreens, type Screens } from './open-screens'
import { keepPicture } from './pictures'
import { readerAt } from './reader'
import { signedIn } from './signed-in'

const PHONE = '13800138000'

let screens: Screens
/** On duty, and the head; once a call was accepted, whoever accepted it. */
let song: Page
let xu: Page
let person: Api

/** Somebody who asks to be called, as the app does it. */
const asks = async (callId: string, phone: string): Promise<Api> => {
  const { key } = dataOf(await readerAt(screens.url).devices.enrol({}))
  const api = readerAt(screens.url, key)
  dataOf(await api.consents.give({ purpose: 'call-back', version: currentVersion('call-back') }))
  dataOf(await api.calls.ask({ callId, phone }))
  return api
}

const arrive = async (page: Page, path: string, heading: string) => {
  await page.goto(`${screens.url}/admin/#${path}`)
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
}

/** Opens, fills and sends; gone when it went through. */
const inDialog = async (page: Page, name: string, fill: (form: Locator) => Promise<unknown>, ok: string) => {
  const form = page.getByRole('dialog', { name })
  await fill(form)
  await form.getByRole('button', { name: ok }).click()
  await form.waitFor({ state: 'detached' })
}

const waiting = (page: Page) => page.getByRole('region', { name: '等待接听' })
const mine = (page: Page) => page.getByRole('region', { name: '我接下的' })

beforeAll(async () => {
  screens = await openScreens()
  const { database } = screens.server
  const shifts = database.open(shiftsStore)
  for (const { id } of (await shifts.find({ index: 'byStart', limit: 100 })).rows) await shifts.remove(id)
  await database.open(headsStore).remove('head')
  song = await signedIn(screens, 'songqing', '宋青', 'supervisor')
  xu = await signedIn(screens, 'xulan', '许岚', 'supervisor')
  await song.addInitScript(() => {
    const counted = window as unknown as { tones: number }
    counted.tones = 0
    const { createOscillator } = AudioContext.prototype
    AudioContext.prototype.createOscillator = function counting() {
      counted.tones += 1
      return createOscillator.call(this)
    }
  })
  for (const page of [song, xu]) await screens.withAxe(page)
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

const tones = () => song.evaluate(() => (window as unknown as { tones: number }).tones)

describe('the rota', () => {
  it('says where nobody is there, takes a shift by keyboard, and names the head', async () => {
    await arrive(song, '/duty', '值守')
    await song.getByText('现在没有人值守。还没有指定值守负责人').waitFor()
    await song.getByRole('tab', { name: '值守表' }).click()
    const today = song.locator('.rota-day', { has: song.locator('.rota-today') })
    await today.getByText('00:00–24:00 这段时间没有人值守').waitFor()
    await choose(song.getByRole('tabpanel'), '值守负责人', '宋青')
    await song.getByText('没有人接时由宋青负责').waitFor()

    await song.getByRole('button', { name: '排班' }).press('Enter')
    const form = song.getByRole('dialog', { name: '排班' })
    await choose(form, '谁值守', '宋青')
    await form.getByLabel('从几点').fill('00:00')
    await form.getByLabel('到几点').fill('00:00')
    await form.getByRole('button', { name: '排上' }).press('Enter')
    await form.waitFor({ state: 'detached' })
    await song.getByText('现在值守：宋青').waitFor()
    await today.getByRole('button', { name: '宋青 00:00–24:00，删去' }).waitFor()
    expect(await today.locator('.rota-gap').count()).toBe(0)
  })

  it('refuses a second shift at the same time, and lets one be removed after a question', async () => {
    await song.getByRole('button', { name: '排班' }).click()
    const form = song.getByRole('dialog', { name: '排班' })
    await choose(form, '谁值守', '宋青')
    await form.getByRole('button', { name: '排上' }).click()
    await told(form, messages.SHIFT_OVERLAPS)
    await choose(form, '谁值守', '许岚')
    // One that has begun would stay on record until now.
    await form.getByLabel('哪一天开始').fill(dayOf(daysLater(screens.now(), 7)))
    await form.getByRole('button', { name: '排上' }).click()
    await form.waitFor({ state: 'detached' })
    expect(await wrongOn(song)).toEqual([])
    await song.getByRole('button', { name: '下周' }).click()
    await song.getByRole('button', { name: /^许岚 10:00–24:00/ }).press('Enter')
    await song.getByRole('dialog', { name: '删去许岚的这个班吗' }).getByRole('button', { name: '删去' }).click()
    await song.getByRole('button', { name: /^许岚/ }).waitFor({ state: 'detached' })
  })
})

describe('a call', () => {
  it('is seen within seconds, heard, and counted in the title, without a number and without whose', async () => {
    await song.getByRole('tab', { name: '回电' }).click()
    await song.getByText('现在没有人在等回电').waitFor()
    await song.getByText('提示音没有打开').waitFor()
    await song.getByRole('button', { name: '打开提示音' }).click()
    await song.getByText('有新的请求会响一声').waitFor()
    expect(await tones()).toBe(2)
    person = await asks('callcallcallcall1', PHONE)
    const row = waiting(song).getByRole('row').filter({ hasText: '轮到您' })
    await row.getByText(/^[34]:\d\d 后转给下一位$/).waitFor()
    await row.getByText('不到 1 分钟').waitFor()
    await expect.poll(() => song.title()).toBe('(1) 值守 · 心驿工作台')
    await song.getByRole('tab', { name: '回电（1 个在等）' }).waitFor()
    expect(await tones()).toBe(4)
    await song.getByRole('status').filter({ hasText: '有人在等回电，共 1 个' }).waitFor({ state: 'attached' })
    expect(await song.content()).not.toContain(PHONE)
    expect(await wrongOn(song)).toEqual([])
  })

  it('is accepted by one of two, and the other is told kindly', async () => {
    await arrive(xu, '/duty', '值守')
    await waiting(xu).getByText('轮到宋青').waitFor()
    await Promise.all([song, xu].map((page) => waiting(page).getByRole('button', { name: /^接下/ }).click()))
    const won = (page: Page) =>
      mine(page)
        .getByRole('article')
        .waitFor()
        .then(() => true)
    const lost = (page: Page) =>
      page
        .getByText(messages.CALL_TAKEN)
        .waitFor()
        .then(() => false)
    const [songWon, xuWon] = await Promise.all([song, xu].map((page) => Promise.race([won(page), lost(page)])))
    expect([songWon, xuWon].sort()).toEqual([false, true])
    // What follows is done by whoever won.
    if (xuWon) [song, xu] = [xu, song]
  })

  it('shows its number only after saying that it is written down, and the person reads it', async () => {
    const asked: string[] = []
    song.on('request', (sent) => asked.push(actionOf(sent)))
    await mine(song).getByRole('button', { name: '看号码' }).click()
    const dialog = song.getByRole('dialog', { name: /请求的回电号码$/ })
    await dialog.getByText('每看一次，本人都会在「谁看过我」里看到').waitFor()
    expect(asked.filter((action) => action === 'calls.phone' || action === 'phone')).toEqual([])
    await dialog.getByRole('button', { name: '看号码' }).click()
    await dialog.getByText(PHONE).waitFor()
    await dialog.getByRole('button', { name: '打好了，关闭' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await song.content()).not.toContain(PHONE)
    expect(dataOf(await person.privacy.readings({})).rows).toHaveLength(1)
  })

  it('keeps what was tried, and is handed to a colleague with it', async () => {
    await mine(song).getByRole('button', { name: '记一次联系' }).click()
    await inDialog(song, '记一次联系', (form) => form.getByRole('radio', { name: '没有人接' }).check(), '记下')
    await mine(song).getByRole('list', { name: '联系记录' }).getByText('没有人接').waitFor()
    await keepPicture(song, 'console-duty')
    expect(await wrongOn(song)).toEqual([])

    const other = (await xu.locator('.shell-name').textContent()) ?? ''
    await mine(song).getByRole('button', { name: '交给同事' }).click()
    await inDialog(song, '把这个请求交给同事', (form) => choose(form, '交给谁', other), '交给这位同事')
    await mine(song).getByText('您手里没有请求').waitFor()
    await song.getByRole('region', { name: '同事接下的' }).getByRole('row').filter({ hasText: other }).waitFor()
    await mine(xu).getByRole('list', { name: '联系记录' }).getByText('没有人接').waitFor()
  })

  it('ends only when the follow-ups are done, and its number is gone', async () => {
    const end = async () => {
      await mine(xu).getByRole('button', { name: '结束' }).click()
      const form = xu.getByRole('dialog', { name: '结束这个请求' })
      await form.getByRole('radio', { name: '已联系上，情况平稳' }).check()
      await form.getByRole('button', { name: '结束并清除号码' }).click()
      return form
    }
    const early = await end()
    await told(early, messages.FOLLOW_UP_OPEN)
    await early.getByRole('button', { name: '取消' }).click()
    await early.waitFor({ state: 'detached' })
    for (const [left, then] of [
      ['还有 23 小时', '还有 6 天'],
      ['还有 6 天', '两次回访都做完了'],
    ] as const) {
      await mine(xu).getByText(left).waitFor()
      await mine(xu).getByRole('button', { name: '记回访' }).click()
      await inDialog(xu, '记回访', (form) => form.getByRole('radio', { name: '联系上了' }).first().check(), '记下')
      await mine(xu).getByText(then).waitFor()
    }
    await (await end()).waitFor({ state: 'detached' })
    await mine(xu).getByText('您手里没有请求').waitFor()
    expect(dataOf(await person.calls.mine({})).call).toBeNull()
  })
})

describe('a three-colour case', () => {
  it('begins from a call, and its list says neither colour nor who', async () => {
    const api = await asks('callcallcallcall2', '13900139000')
    const { pseudonym } = dataOf(await api.profile.rename({ nickname: '夜班的风' }))
    await waiting(xu).getByRole('button', { name: /^接下/ }).click()
    await mine(xu).getByRole('button', { name: '建三色记录' }).click()
    const form = xu.getByRole('dialog', { name: '建三色记录' })
    await form.getByRole('radio', { name: '红 · 紧急' }).check()
    await choose(form, '依据', '本人在电话里说的')
    await form.getByText('红 · 紧急最多 3 天').waitFor()
    await form.getByLabel('几天内再看一次').fill('2')
    await form.getByRole('button', { name: '建好' }).click()
    await xu.getByRole('tab', { name: '三色记录', selected: true }).waitFor()
    const list = xu.getByRole('tabpanel')
    await list.getByRole('row').filter({ hasText: '还有 1 天 23 小时' }).waitFor()
    expect(await list.textContent()).not.toMatch(new RegExp(`红|紧急|夜班的风|${pseudonym ?? '代号'}`))
    expect(await wrongOn(xu)).toEqual([])
  })

  it('says that opening is written down, takes a referral and its result, and ends only from green', async () => {
    await xu.getByRole('button', { name: /建立的记录$/ }).click()
    const panel = xu.getByRole('dialog', { name: /建立的记录$/ })
    await panel.getByText('打开后，本人会在「谁看过我」里看到').waitFor()
    expect(await panel.textContent()).not.toContain('红')
    await panel.getByRole('button', { name: '知道了，打开' }).click()
    await panel.getByText('红 · 紧急').waitFor()
    await panel.getByRole('button', { name: '复制代号' }).waitFor()
    await panel.getByRole('button', { name: '转介' }).click()
    await inDialog(
      xu,
      '转介',
      async (form) => {
        await form.getByRole('radio', { name: 'L2 医院门诊' }).check()
        await form.getByLabel('转到哪里').fill('市三院 门诊')
        await form.getByLabel('几天后问一问结果').fill('1')
      },
      '记下转介',
    )
    const referrals = panel.getByRole('region', { name: '转介' })
    await referrals.getByText('市三院 门诊').waitFor()
    expect(await wrongOn(xu)).toEqual([])
    const end = async () => {
      await panel.getByRole('button', { name: '结束' }).click()
      await xu.getByRole('dialog', { name: '结束这份记录吗' }).getByRole('button', { name: '结束并清除' }).click()
    }
    await end()
    await xu.getByText(messages.NOT_GREEN).waitFor()
    await panel.getByRole('button', { name: '再看一次、定颜色' }).click()
    await inDialog(
      xu,
      '再看一次',
      async (form) => {
        await form.getByRole('radio', { name: '绿 · 平稳' }).check()
        await choose(form, '依据', '情况好转')
        await form.getByLabel('几天内再看一次').fill('30')
      },
      '记下',
    )
    await panel.getByText('绿 · 平稳').waitFor()
    await end()
    await xu.getByText(messages.REFERRAL_OPEN).waitFor()
    await referrals.getByRole('button', { name: '记结果' }).click()
    await inDialog(xu, '记转介的结果', (form) => form.getByRole('radio', { name: '去了，有人接着' }).check(), '记下')
    await referrals.getByText('结果：去了，有人接着').waitFor()
    await end()
    await panel.waitFor({ state: 'detached' })
    await xu.getByText('您没有负责的记录').waitFor()
  })
})
describe('a drill', () => {
  it('is missing until it was held, is accepted like a call, and leaves a report', async () => {
    await song.getByRole('tab', { name: '演练' }).click()
    await song.getByText('这个月还没有做过演练').waitFor()
    await song.getByRole('button', { name: '开始演练' }).click()
    await song.getByRole('dialog', { name: '现在开始一次演练吗' }).getByRole('button', { name: '开始演练' }).click()
    await song.getByText('还没有人接下').waitFor()
    await song.getByRole('tab', { name: /^回电/ }).click()
    await waiting(song).getByRole('button', { name: /^接下/ }).click()
    await mine(song).getByText('这一个是演练，没有人在等').waitFor()
    await song.getByRole('tab', { name: '演练' }).click()
    await song.getByText(/在 \d+ 秒后接下，在 5 分钟内/).waitFor()
    expect(await song.getByText('这个月还没有做过演练').count()).toBe(0)
    expect(await wrongOn(song)).toEqual([])
    const saving = song.waitForEvent('download')
    await song.getByRole('button', { name: '导出' }).click()
    const text = await readFile(await (await saving).path(), 'utf8')
    expect(text.split('\r\n')).toHaveLength(2)
    expect(text).toMatch(/在 5 分钟内/)
  })
})
