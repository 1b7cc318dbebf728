import { Buffer } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../../src/contract/client'
import { hourOf } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import {
  actionOf,
  chooseBranch,
  choosePassword,
  chooseRole,
  codeAt,
  PASSWORD,
  paste,
  setUpSecondFactor,
  signIn,
  told,
} from './in-console'
import { noisePng } from './noise-png'
import { openScreens, type Screens } from './open-screens'
import { readerAt } from './reader'

/** A table program would run it as a formula. */
const TITLE = '=SUM(A1) 也算不出的睡眠'
const MEGABYTE = 1024 * 1024

let screens: Screens
/** One page for each person, as if each sat at a desk of their own. */
let wang: Page
let chen: Page
let zhou: Page
let pieceId: string
/** In Wang's authenticator app. */
let secret: string
let reader: Api

beforeAll(async () => {
  screens = await openScreens()
  reader = readerAt(screens.url)
})
afterEach(() => expect(screens.complaints()).toEqual([]))
afterAll(() => screens.close())

describe('people', () => {
  it('the manager joins through the one-time link, which works once', async () => {
    wang = await screens.visitor()
    await wang.goto(screens.linkOf('wangjianguo'))
    await wang.getByRole('heading', { name: '王建国，您好' }).waitFor()
    await choosePassword(wang, 'quiet-river-stone', 'quiet-river-stones')
    await wang.getByText('两次输入的不一样').waitFor()
    await choosePassword(wang, '1234567890', '1234567890')
    await wang.getByText('这个密码太常见了，请换一个').waitFor()
    await choosePassword(wang, 'wangjianguo-2026', 'wangjianguo-2026')
    await wang.getByText('密码里不要包含账号').waitFor()
    await choosePassword(wang)
    secret = (await setUpSecondFactor(wang, screens.now())).secret
    await wang.getByRole('heading', { name: '数据', level: 1 }).waitFor()
    const links = await wang.getByRole('navigation').getByRole('link').allTextContents()
    expect(links.join('、')).toBe('数据、团体测评、咨询师、约不上、活动、老师、热线、人员、组织')

    const late = await screens.visitor()
    await late.goto(screens.linkOf('wangjianguo'))
    await told(late, '这个链接已经用过或过期了，请联系管理员再发一个')
    await late.context().close()
  })

  it('the manager invites a colleague and sees the link once', async () => {
    await wang.getByRole('link', { name: '人员' }).click()
    await wang.getByRole('button', { name: '邀请同事' }).click()
    const form = wang.getByRole('dialog', { name: '邀请同事' })
    await form.getByRole('button', { name: '生成一次性链接' }).click()
    await form.getByText('请填写姓名').waitFor()
    await form.getByText('每一行都要选角色和组织').waitFor()
    await form.getByLabel('姓名').fill('林小雨')
    await form.getByLabel('账号').fill('linxiaoyu')
    await chooseRole(form, 1, '内容编辑')
    await form.getByRole('button', { name: '生成一次性链接' }).click()
    const shown = wang.getByRole('dialog', { name: '给林小雨的一次性链接' })
    const link = await shown.getByLabel('一次性链接', { exact: true }).inputValue()
    await shown.getByRole('button', { name: '我已经发给本人了' }).click()
    await shown.waitFor({ state: 'detached' })
    await wang.getByRole('row', { name: '林小雨' }).getByText('未加入').waitFor()
    expect(await wang.content()).not.toContain(link.slice(-20))

    const lin = await screens.visitor()
    await lin.goto(link)
    await choosePassword(lin)
    await lin.getByRole('heading', { name: '内容', level: 1 }).waitFor()
    await lin.context().close()
  })

  it('the manager gives an editor a second role', async () => {
    await wang.getByRole('row', { name: '陈静' }).getByRole('button', { name: '修改' }).click()
    const form = wang.getByRole('dialog', { name: '修改 陈静' })
    await form.getByRole('button', { name: '再加一个角色' }).click()
    await chooseRole(form, 2, '内容审核')
    await chooseBranch(form, '第 2 个角色的组织', '选「市总工会（示例市）」')
    await form.getByRole('button', { name: '保存修改' }).click()
    await expect
      .poll(() => wang.getByRole('row', { name: '陈静' }).getByRole('listitem').allTextContents())
      .toEqual(['内容编辑 · 市总工会（示例市）', '内容审核 · 市总工会（示例市）'])
  })
})

describe('a piece on the desk', () => {
  it('is begun by an editor', async () => {
    chen = await screens.visitor()
    await chen.goto(screens.linkOf('chenjing'))
    await choosePassword(chen)
    await chen.getByRole('button', { name: '新建' }).click()
    const form = chen.getByRole('dialog', { name: '新建内容' })
    await form.getByLabel('标题').fill(TITLE)
    await form.getByRole('button', { name: '建好并开始写' }).click()
    await chen.getByRole('heading', { name: TITLE }).waitFor()
    pieceId = new URL(chen.url()).hash.split('/').at(-1) ?? ''
    await chen.getByLabel('摘要').fill('给刚下夜班的您')
    await chen.getByLabel('署名作者').fill('陈静')
  })

  it('takes no picture that is too large, or is none', async () => {
    const begun: string[] = []
    chen.on('request', (request) => {
      const action = actionOf(request)
      if (action.startsWith('uploads.')) begun.push(action)
    })
    const cover = chen.locator('input[aria-label="上传封面"]')
    await cover.setInputFiles({ name: 'cover.png', mimeType: 'image/png', buffer: Buffer.alloc(5 * MEGABYTE + 1) })
    await told(chen, '这个文件有 5 MB，最大 5 MB，请压缩后再上传')
    await cover.setInputFiles({ name: 'cover.exe', mimeType: 'image/png', buffer: Buffer.from('MZ') })
    await told(chen, '这里只能用 .jpg、.jpeg、.png、.webp、.gif 文件，请换一个文件')
    expect(begun).toEqual([])
    await cover.setInputFiles({ name: 'cover.png', mimeType: 'image/png', buffer: Buffer.from('<script>1</script>') })
    await told(chen, '这个文件的格式不支持，请换一个文件')
    expect(begun).toEqual(['uploads.begin', 'uploads.part', 'uploads.finish'])
  })

  it('takes a picture, and shows how far it has travelled', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await chen.route('**/api/library', async (route) => {
      const body = JSON.parse(route.request().postData() ?? '{}')
      if (body.action === 'uploads.part' && body.data.number === 1) await held
      await route.continue()
    })
    const picture = noisePng(700, 700)
    expect(picture.length).toBeGreaterThan(MEGABYTE)
    await chen
      .locator('input[aria-label="上传封面"]')
      .setInputFiles({ name: 'cover.png', mimeType: 'image/png', buffer: picture })
    const progress = chen.getByRole('progressbar', { name: 'cover.png 已上传' })
    await expect
      .poll(() => progress.getAttribute('aria-valuenow'))
      .toBe(String(Math.floor((MEGABYTE / picture.length) * 100)))
    release()
    await chen.getByText('700 × 700 像素').waitFor()
    await chen.unroute('**/api/library')
    await chen.getByLabel('封面说明').fill('拉上的窗帘')
  })

  it('lets no script in with what is pasted', async () => {
    // The editor reads it in a document apart, where nothing runs; the page's policy says so all the same.
    screens.excuse(/Executing inline event handler violates .*script-src 'self'/)
    const text = chen.getByRole('textbox', { name: '正文' })
    await text.click()
    await chen.keyboard.type('先把窗帘拉上。')
    await chen.keyboard.press('Enter')
    await paste(
      text,
      `<p onclick="window.ran = 1">再慢慢躺下。</p><script>window.ran = 2</script><style>body { display: none }</style>
       <img src="/nothing.png" onerror="window.ran = 3"><iframe src="javascript:window.ran = 4"></iframe>
       <p><a href="javascript:window.ran = 5">点这里</a> 和 <a href="https://www.who.int/">世界卫生组织</a></p>`,
    )
    const side = chen.getByLabel('手机预览')
    await side.getByText('再慢慢躺下。').waitFor()
    for (const place of [text, side])
      expect(await place.locator('script, style, iframe, [onclick], [onerror], a[href^="javascript"]').count()).toBe(0)
    await side.getByText('点这里').click()
    expect(await chen.evaluate(() => 'ran' in window)).toBe(false)
  })

  it('is saved and submitted, and not approved by its own writer', async () => {
    await chen.getByRole('button', { name: '保存', exact: true }).click()
    await expect.poll(() => chen.locator('.piece-head [role=status]').textContent()).toMatch(/^已保存 \d\d:\d\d$/)
    await chen.getByRole('button', { name: '提交审核' }).click()
    await told(chen, /通过之前，读者看不到。参与编写的人不能审核，要由另一位同事来审。/)
    expect(await chen.getByRole('button', { name: '通过', exact: true }).count()).toBe(0)
    expect(await reader.pieces.open({ pieceId })).toMatchObject({ ok: false, code: 'PIECE_NOT_FOUND' })
  })

  it('is approved by a colleague and reaches readers as it was written', async () => {
    zhou = await screens.visitor()
    await zhou.goto(screens.linkOf('zhoumin'))
    await choosePassword(zhou)
    await zhou.getByRole('tab', { name: '审核中' }).click()
    await zhou.getByRole('link', { name: TITLE }).click()
    await zhou.getByLabel('手机预览').getByText('先把窗帘拉上。').waitFor()
    expect(await zhou.getByRole('button', { name: '新建' }).count()).toBe(0)
    await zhou.getByRole('button', { name: '通过', exact: true }).click()
    await zhou.getByRole('dialog').getByRole('button', { name: '通过并发布' }).click()
    await zhou.getByText('读者正在看第 1 版').waitFor()
    const edition = dataOf(await reader.pieces.open({ pieceId }))
    expect(edition).toMatchObject({ title: TITLE, author: '陈静', reviewer: '周敏', cover: { alt: '拉上的窗帘' } })
    expect(JSON.stringify(edition.body)).not.toMatch(/script|javascript|onerror|ran/)
    expect(edition.body.flatMap((block) => ('spans' in block ? block.spans : [])).filter((span) => span.link)).toEqual([
      { text: '世界卫生组织', link: 'https://www.who.int/' },
    ])
  })

  it('stays as it was for readers while it is written anew', async () => {
    await chen.reload()
    await told(chen, /这一版已经公开。您可以直接修改/)
    await chen.getByLabel('摘要').fill('给刚下夜班、睡不着的您')
    await chen.getByRole('button', { name: '保存', exact: true }).click()
    await told(chen, '读者看到的仍是第 1 版；这里的修改在审核通过后才会公开。')
    expect(dataOf(await reader.pieces.open({ pieceId })).summary).toBe('给刚下夜班的您')
  })
})

describe('the figures', () => {
  it('are drawn and taken away, and no title becomes a formula', async () => {
    dataOf(
      await reader.tallies.record({
        batchId: 'a-batch-of-the-test-1',
        tallies: [{ pieceId, hour: hourOf(new Date()), reads: 3, finishes: 2, seconds: 240 }],
      }),
    )
    await screens.tick()
    await wang.getByRole('link', { name: '数据' }).click()
    await wang.reload()
    const row = wang.getByRole('row').filter({ hasText: TITLE })
    await row.waitFor()
    expect((await row.getByRole('cell').allTextContents()).slice(0, 5)).toEqual([TITLE, '文章', '3', '2', '4'])
    const chart = wang.getByRole('img', { name: /每天的阅读与播放/ }).locator('canvas')
    const drawn = () =>
      chart.evaluate((canvas: HTMLCanvasElement) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] }
        // The green of the first line, wherever it runs.
        for (let at = 0; at < data.length; at += 4)
          if (data[at] === 0x2e && data[at + 1] === 0x7d && data[at + 2] === 0x68) return true
        return false
      })
    await expect.poll(drawn).toBe(true)

    const taken = wang.waitForEvent('download')
    await wang.getByRole('button', { name: '导出各篇数据' }).click()
    const file = await taken
    expect(file.suggestedFilename()).toMatch(/^心驿-各篇数据-20\d\d-\d\d\.csv$/)
    const bytes = await readFile(await file.path())
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = bytes.toString('utf8').slice(1).split('\r\n')
    expect(lines[0]).toMatch(/^月份,标题,形式,阅读（次）,/)
    expect(lines[1]).toMatch(/^20\d\d-\d\d,"?'=SUM\(A1\) 也算不出的睡眠"?,文章,3,2,4,/)
  })
})

describe('recalling', () => {
  it('takes a piece away from readers, with a reason', async () => {
    await zhou.reload()
    await zhou.getByRole('button', { name: '撤回发布' }).click()
    const form = zhou.getByRole('dialog', { name: '撤回发布' })
    const ok = form.getByRole('button', { name: '撤回', exact: true })
    expect(await ok.isDisabled()).toBe(true)
    await form.getByLabel(/撤回的原因/).fill('有一处数字要核对')
    await ok.click()
    await told(zhou, '有一处数字要核对')
    await zhou.getByText('读者正在看第 1 版').waitFor({ state: 'detached' })
    expect(await reader.pieces.open({ pieceId })).toMatchObject({ ok: false, code: 'PIECE_NOT_FOUND' })
  })
})

describe('the door', () => {
  it('asks who was away too long to sign in again over the page, and nothing written is lost', async () => {
    await chen.reload()
    await chen.getByLabel('摘要').waitFor()
    screens.forward(91)
    await chen.getByLabel('摘要').fill('写到一半')
    await chen.getByRole('button', { name: '保存', exact: true }).click()
    const door = chen.getByRole('dialog', { name: '登录已过期，请重新登录' })
    await door.getByLabel('密码').fill(PASSWORD)
    await door.getByRole('button', { name: '登录', exact: true }).click()
    await door.waitFor({ state: 'detached' })
    expect(await chen.getByLabel('摘要').inputValue()).toBe('写到一半')
    await expect
      .poll(() => chen.locator('.piece-head [role=status]').textContent(), { timeout: 30_000 })
      .toMatch(/^已保存/)
  })

  it('leads back to the same page after signing in', async () => {
    screens.forward(91)
    await wang.goto(`${screens.url}/admin/#/people`)
    await wang.reload()
    await wang.getByRole('heading', { name: '登录', level: 1 }).waitFor()
    await signIn(wang, 'wangjianguo', PASSWORD, codeAt(secret, screens.now()))
    await wang.getByRole('heading', { name: '人员', level: 1 }).waitFor()
    expect(new URL(wang.url()).hash).toBe('#/people')
  })
})
