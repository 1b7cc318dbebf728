import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { ledgerStore } from '../../cloudfunctions/_kit/ledger'
import type { Api } from '../../src/contract/client'
import { messages } from '../../src/contract/messages.zh-CN'
import { done } from '../../src/domain/result'
import { receiptText } from '../../src/domain/retention/receipt-text'
import { dataOf } from '../house/data-of'
import { actionOf, told } from './in-console'
import { findings } from './looks'
import { openScreens, type Screens } from './open-screens'
import { keepPicture } from './pictures'
import { readerAt } from './reader'
import { signedIn } from './signed-in'

const NICKNAME = '夜班的老王'
const REASON = '有生命危险，需要尽快联系到您'

let screens: Screens
let person: Api
let pseudonym: string
/** Who asks, who agrees, and who looks at it afterwards. */
let song: Page
let xu: Page
let he: Page

const somebody = async (nickname: string) => {
  const { key } = dataOf(await readerAt(screens.url).devices.enrol({}))
  const api = readerAt(screens.url, key)
  const shown = dataOf(await api.profile.rename({ nickname }))
  return { api, pseudonym: shown.pseudonym ?? '' }
}

const arrive = async (page: Page, path: string, heading: string) => {
  await page.goto(`${screens.url}/admin/#${path}`)
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor()
}

/** Everything a browser keeps of a page: what it shows, where it is, what it stored. */
const keptIn = (page: Page) =>
  page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify({ ...localStorage }),
    ].join('\n'),
  )

const request = async (page: Page, whom: string) => {
  await page.getByRole('button', { name: '申请查看' }).click()
  const form = page.getByRole('dialog', { name: '申请查看身份' })
  await form.getByLabel('代号').fill(whom)
  await form.getByRole('radio', { name: REASON }).check()
  await form.getByRole('button', { name: '提交申请' }).click()
  return form
}

beforeAll(async () => {
  screens = await openScreens()
  const one = await somebody(NICKNAME)
  person = one.api
  pseudonym = one.pseudonym
  song = await signedIn(screens, 'songqing', '宋青', 'supervisor')
  await song.clock.install()
  xu = await signedIn(screens, 'xulan', '许岚', 'supervisor')
  he = await signedIn(screens, 'hewei', '何伟', 'auditor')
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

describe('who stands behind a pseudonym', () => {
  it('is asked for with a reason, and nobody is found by guessing', async () => {
    await arrive(song, '/unsealings', '身份查看')
    await song.getByText('现在没有申请').waitFor()
    await song.getByRole('button', { name: '申请查看' }).click()
    const form = song.getByRole('dialog', { name: '申请查看身份' })
    await form.getByRole('button', { name: '提交申请' }).click()
    await form.getByText('请填写代号').waitFor()
    await form.getByText('请选一个原因').waitFor()
    await form.getByRole('button', { name: '取消' }).click()
    await form.waitFor({ state: 'detached' })
    await told(await request(song, '没有这个人'), messages.PERSON_NOT_FOUND)
    await form.getByRole('button', { name: '取消' }).click()
    await form.waitFor({ state: 'detached' })

    await (await request(song, pseudonym)).waitFor({ state: 'detached' })
    const row = song.getByRole('row').filter({ hasText: pseudonym })
    await row.getByText('等另一位督导同意').waitFor()
    await row.getByText('宋青（您）').waitFor()
    expect(await row.getByRole('button').allTextContents()).toEqual(['撤回'])
  })

  it('is agreed to by another supervisor, who is told once more who asks and why', async () => {
    await arrive(xu, '/unsealings', '身份查看')
    const row = xu.getByRole('row').filter({ hasText: pseudonym })
    await row.getByText('等您决定').waitFor()
    await row.getByRole('button', { name: '同意', exact: true }).click()
    const asked = xu.getByRole('dialog', { name: '同意宋青查看这个身份吗' })
    await asked.getByText(`宋青申请查看「${pseudonym}」，原因：${REASON}。`).waitFor()
    await asked.getByRole('button', { name: '核实过了，同意' }).click()
    await row.getByText('已同意').waitFor()
    expect(await row.getByRole('button').allTextContents()).toEqual(['收回同意'])
  })

  it('is shown to whoever asked, without asking again by hand, and closes by itself after five minutes', async () => {
    const row = song.getByRole('row').filter({ hasText: pseudonym })
    await song.clock.runFor(20_000)
    await row.getByText('已同意').waitFor()
    await row
      .getByText('还有 1 小时')
      .or(row.getByText(/还有 \d\d 分钟/))
      .waitFor()
    await row.getByRole('button', { name: '查看', exact: true }).click()
    const shown = song.getByRole('dialog', { name: `「${pseudonym}」的身份` })
    await shown.getByText(NICKNAME).waitFor()
    await shown.getByText('没有核对过单位').waitFor()
    expect(song.url()).not.toContain(encodeURIComponent(pseudonym))
    await keepPicture(song, 'console-identity')
    await song.clock.runFor(4 * 60_000)
    await shown.getByText(NICKNAME).waitFor()
    await song.clock.runFor(60_000)
    await shown.waitFor({ state: 'detached' })
    expect(await keptIn(song)).not.toContain(NICKNAME)
  })

  it('is gone when the page is left', async () => {
    const row = song.getByRole('row').filter({ hasText: pseudonym })
    await row.getByRole('button', { name: '查看', exact: true }).click()
    await song.getByRole('dialog').getByText(NICKNAME).waitFor()
    await song.evaluate(() => {
      location.hash = '#/my-sessions'
    })
    await song.getByRole('heading', { name: '我的登录', level: 1 }).waitFor()
    expect(await keptIn(song)).not.toContain(NICKNAME)
    await song.goBack()
    await row.waitFor()
    expect(await keptIn(song)).not.toContain(NICKNAME)
  })

  it('can be taken back by whoever agreed', async () => {
    await xu.reload()
    const row = xu.getByRole('row').filter({ hasText: pseudonym })
    await row.getByRole('button', { name: '收回同意' }).click()
    await xu.getByRole('dialog', { name: '收回同意吗' }).getByRole('button', { name: '收回同意' }).click()
    await row.waitFor({ state: 'detached' })
    await song
      .getByRole('row')
      .filter({ hasText: pseudonym })
      .getByRole('button', { name: '查看', exact: true })
      .click()
    await song.getByText(messages.UNSEALING_NOT_FOUND).waitFor()
  })

  it('is known to the person it is about', async () => {
    const { rows, whole } = dataOf(await person.privacy.readings({}))
    expect(rows.map(({ role, reason, twoPeople }) => ({ role, reason, twoPeople }))).toEqual(
      Array(2).fill({ role: 'supervisor', reason: 'danger-to-life', twoPeople: true }),
    )
    expect(whole).toBe(true)
  })
})

describe('the auditor', () => {
  it('sees who looked, why and who agreed, and neither whose it was nor what it said', async () => {
    await arrive(he, '/audit', '审计')
    const row = he.getByRole('row').filter({ hasText: '宋青' }).first()
    await row.waitFor()
    expect((await row.getByRole('cell').allTextContents()).slice(1)).toEqual([
      '宋青',
      '督导',
      expect.any(String),
      '代号和昵称',
      REASON,
      '许岚',
    ])
    expect(await he.getByRole('row').filter({ hasText: '宋青' }).count()).toBe(2)
    await keepPicture(he, 'console-audit')
    const all = await keptIn(he)
    expect(all).not.toContain(NICKNAME)
    expect(all).not.toContain(pseudonym)
  })

  it('takes the records away as a table', async () => {
    const saving = he.waitForEvent('download')
    await he.getByRole('button', { name: '导出这 2 条' }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toMatch(/^心驿-查看记录-20\d\d-\d\d-\d\d\.csv$/)
    const text = await readFile(await saved.path(), 'utf8')
    expect(text.startsWith('\ufeff时间（北京时间）,谁,角色,组织,看的是什么,原因（写给本人的原话）,谁同意\r\n')).toBe(
      true,
    )
    expect(text.split('\r\n')).toHaveLength(3)
    expect(text).toContain('许岚')
  })

  it('sees what colleagues did', async () => {
    await he.getByRole('tab', { name: '操作记录' }).click()
    const table = he.getByRole('region', { name: '操作记录' }).getByRole('row')
    for (const [who, what] of [
      ['宋青', '申请查看身份'],
      ['许岚', '同意查看身份'],
      ['许岚', '结束查看身份的申请'],
    ] as const)
      await table.filter({ hasText: who }).filter({ hasText: what }).first().waitFor()
    await he.getByLabel('哪位同事').click()
    await he.locator('.ant-select-item-option').filter({ hasText: '许岚' }).click()
    await he.getByRole('button', { name: '导出这 2 条' }).waitFor()
    expect(await keptIn(he)).not.toContain(pseudonym)
  })

  it('goes through the ledgers, and hears of one that was changed', async () => {
    await he.getByRole('tab', { name: '核对账本' }).click()
    await he.getByRole('button', { name: '开始核对' }).click()
    await he.getByRole('status').filter({ hasText: '共核对不到 10 本账本、不到 10 条记录，没有发现缺改' }).waitFor()

    const ledger = screens.server.database.open(ledgerStore)
    const [entry] = (await ledger.find({ index: 'byHash', limit: 1 })).rows
    if (!entry) throw new Error('the ledger is empty')
    await ledger.change(entry.id, () => done({ write: { ...entry, reason: 'asked-by-person' }, reply: true }))
    await he.getByRole('button', { name: '再核对一遍' }).click()
    await told(he, /对不上.*npm run verify-ledger/)
    await ledger.change(entry.id, () => done({ write: entry, reply: true }))
  })

  it('tells a genuine receipt from one that was changed, and from none', async () => {
    const { api } = await somebody('小林')
    const receipt = dataOf(await api.privacy.destroy({ number: 'A'.repeat(20), kinds: [], account: true }))
    const text = receiptText(receipt)
    await he.getByRole('tab', { name: '核对回执' }).click()
    const place = he.getByLabel('回执全文')
    const check = async (pasted: string) => {
      await place.fill(pasted)
      await he.getByRole('button', { name: '核对', exact: true }).click()
    }
    await check(`您好，这是我的回执\n${text}`)
    await he.getByText('这份回执是真的').waitFor()
    await he.getByText(receipt.number).last().waitFor()
    await keepPicture(he, 'console-receipt')
    await check(text.replace('账号：已注销', '账号：没有注销'))
    await told(he, '这份回执对不上')
    const asked: string[] = []
    he.on('request', (sent) => asked.push(actionOf(sent)))
    await check('我已经删除了')
    await told(he, '这段文字不是一份完整的回执')
    expect(asked).toEqual([])
  })

  it('sees how much was destroyed this month, and by what', async () => {
    await screens.tick()
    await he.getByRole('tab', { name: '销毁记录' }).click()
    await he.getByRole('row').filter({ hasText: '代号和昵称' }).filter({ hasText: '本人要求销毁' }).waitFor()
    await he.getByRole('row').filter({ hasText: '这个月合计' }).waitFor()
  })
})

describe('everybody', () => {
  it.each(['/audit', '/audit?tab=destructions', '/audit?tab=verify', '/audit?tab=receipt'])(
    'can use %s with a screen reader',
    async (path) => {
      await screens.withAxe(he)
      await arrive(he, path, '审计')
      await he.reload()
      await he.getByRole('tabpanel').waitFor()
      expect(await findings(he)).toEqual([])
    },
  )

  it('can use the page for supervisors with a screen reader', async () => {
    await screens.withAxe(xu)
    await xu.reload()
    await xu.getByText('现在没有申请').waitFor()
    expect(await findings(xu)).toEqual([])
  })
})
