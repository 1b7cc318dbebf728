import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOfStep, stepAt } from '../../cloudfunctions/_kit/totp'
import type { Api } from '../../src/contract/client'
import { CITY } from '../../src/domain/branches/words'
import { hourOf } from '../../src/domain/time'
import { type CloudHouse, NOTHING_ODD, openCloudHouse } from '../house/cloud-house'
import { dataOf } from '../house/data-of'
import { draftOf } from '../house/pieces'
import { pixelPng } from '../house/samples'
import { uploadWhole } from '../house/upload'

const run = promisify(execFile)
const script = fileURLToPath(new URL('../../scripts/first-manager.mjs', import.meta.url))
const PASSWORD = '江边的灯塔照着夜航船'

describe('the uploaded functions carry a piece from the first manager to the reader', () => {
  let house: CloudHouse
  let wang: Api
  let chen: Api
  let zhou: Api
  let lin: Api
  const secrets: string[] = [PASSWORD, 'o-lin', 'o-zhao']
  const pieceId = 'sleepaftershifts'
  /** Long enough for three parts. */
  const picture = Buffer.concat([pixelPng, randomBytes(2_300_000)])
  let file: string

  const joining = async (code: string): Promise<Api> => {
    const { token } = dataOf(await house.bearing().invitations.accept({ code, password: PASSWORD }))
    secrets.push(code, token)
    return house.bearing(token)
  }

  beforeAll(async () => {
    house = await openCloudHouse()
    lin = house.employee('o-lin')
  })
  afterAll(() => house.close())

  it('the first manager is imported without a password and joins by a link that works once', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'first-manager-'))
    const { stdout } = await run(process.execPath, [
      script,
      'wangjianguo',
      '王建国',
      'https://console.example.cn',
      folder,
    ])
    const code = /https:\/\/console\.example\.cn\/admin\/#\/join\/(i_[\w-]{43})\n/.exec(stdout)?.[1] ?? ''
    for (const name of await readdir(folder)) {
      const lines = await readFile(join(folder, name), 'utf8')
      expect(lines).not.toContain(code)
      await house.standIn.load(name.replace('.json', ''), [JSON.parse(lines)])
    }
    await rm(folder, { recursive: true })
    expect(house.standIn.dump('staff')).toMatchObject([{ _id: 'wangjianguo', passwordHash: '' }])
    expect(house.standIn.dump('staff')).toMatchObject([{ grants: [{ role: 'manager', branchId: CITY }] }])

    const visitor = house.bearing()
    expect(await visitor.sessions.signIn({ login: 'wangjianguo', password: ' ' })).toMatchObject({
      code: 'WRONG_LOGIN',
    })
    expect(dataOf(await visitor.invitations.open({ code }))).toEqual({ name: '王建国', login: 'wangjianguo' })
    expect(await visitor.invitations.accept({ code, password: '12345' })).toMatchObject({ code: 'WEAK_PASSWORD' })
    wang = await joining(code)
    expect(await wang.staff.list({})).toMatchObject({ code: 'NOT_ALLOWED' })
    const { secret } = dataOf(await wang.secondFactor.begin({}))
    dataOf(await wang.secondFactor.confirm({ code: codeOfStep(secret, stepAt(new Date())) }))
    secrets.push(secret)
    expect(dataOf(await wang.sessions.me({}))).toMatchObject({ name: '王建国', roles: ['manager'] })
    const again = await visitor.invitations.accept({ code, password: PASSWORD })
    expect(again).toMatchObject({ ok: false, code: 'INVITATION_NOT_VALID' })
  })

  it('wang invites chen and zhou, who join and can sign in again', async () => {
    const invited = async (login: string, name: string, role: 'editor' | 'reviewer') =>
      joining(dataOf(await wang.staff.invite({ login, name, grants: [{ role, branchId: CITY }] })).code)
    chen = await invited('chenjing', '陈静', 'editor')
    zhou = await invited('zhoumin', '周敏', 'reviewer')
    const again = { login: 'zhoumin', name: '周敏', grants: [{ role: 'editor' as const, branchId: CITY }] }
    expect(await wang.staff.invite(again)).toMatchObject({ code: 'LOGIN_TAKEN' })
    expect(dataOf(await wang.staff.list({})).rows.map(({ login, joined }) => [login, joined])).toEqual([
      ['zhoumin', true],
      ['wangjianguo', true],
      ['chenjing', true],
    ])
    const signedIn = await house.bearing().sessions.signIn({ login: 'chenjing', password: PASSWORD })
    secrets.push(dataOf(signedIn).token)
    expect(dataOf(await chen.sessions.list({})).sessions).toHaveLength(2)
  })

  it('chen uploads a picture in three parts and writes an article with it', async () => {
    const uploaded = await uploadWhole(chen, 'image', picture)
    file = uploaded.file
    expect(Buffer.from(await (await fetch(uploaded.url)).arrayBuffer()).equals(picture)).toBe(true)
    const begun = dataOf(await chen.desk.create({ pieceId, kind: 'article', title: '倒班以后怎么睡' }))
    const doc = {
      type: 'doc' as const,
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: '先把窗帘拉上。' }] },
        { type: 'image', attrs: { file, alt: '拉上的窗帘', width: 600, height: 400 } },
      ],
    }
    const cover = { file, alt: '窗帘', width: 600, height: 400 }
    const draft = draftOf('倒班以后怎么睡', { doc, cover })
    const nowhere = { ...cover, file: `${'0'.repeat(64)}.png` }
    const turn = { pieceId, revision: begun.revision }
    expect(await chen.desk.save({ ...turn, draft: { ...draft, cover: nowhere } })).toMatchObject({
      code: 'FILE_NOT_FOUND',
    })
    expect(dataOf(await chen.desk.save({ ...turn, draft })).revision).toBe(2)
  })

  it('no reader sees it before zhou approves it, and chen cannot approve', async () => {
    expect(await chen.desk.approve({ pieceId, revision: 2 })).toMatchObject({ code: 'NOT_ALLOWED' })
    const waiting = dataOf(await chen.desk.submit({ pieceId, revision: 2 }))
    expect(dataOf(await lin.pieces.list({})).cards).toEqual([])
    expect(await lin.pieces.open({ pieceId })).toMatchObject({ ok: false, code: 'PIECE_NOT_FOUND' })
    dataOf(await zhou.desk.approve({ pieceId, revision: waiting.revision }))
    expect(dataOf(await zhou.desk.list({ stage: 'published' })).rows).toMatchObject([{ id: pieceId, liveVersion: 1 }])
  })

  it('lin, in WeChat, finds it, reads it, and fetches its picture', async () => {
    expect(dataOf(await lin.pieces.home({})).latest.map((card) => card.title)).toEqual(['倒班以后怎么睡'])
    const listed = dataOf(await lin.pieces.list({ topic: 'sleep', kind: 'article' })).cards
    expect(listed).toMatchObject([{ id: pieceId, cover: { file } }])
    const edition = dataOf(await lin.pieces.open({ pieceId }))
    expect(edition).toMatchObject({ version: 1, reviewer: '周敏', kept: false })
    const image = edition.body[1]
    if (image?.type !== 'image') throw new Error('the picture is gone')
    const answer = await fetch(image.url)
    expect(answer.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await answer.arrayBuffer()).equals(picture)).toBe(true)
  })

  it('lin keeps it among the favourites, and nobody else sees that', async () => {
    dataOf(await lin.favourites.add({ pieceId }))
    dataOf(await lin.favourites.add({ pieceId }))
    expect(dataOf(await lin.pieces.open({ pieceId })).kept).toBe(true)
    expect(dataOf(await lin.favourites.list({})).cards).toMatchObject([{ id: pieceId }])
    expect(dataOf(await house.employee('o-zhao').favourites.list({})).cards).toEqual([])
    expect(dataOf(await house.bearing().pieces.open({ pieceId })).kept).toBe(false)
  })

  it('a browser enrols and has favourites of its own', async () => {
    const { key } = dataOf(await house.bearing().devices.enrol({}))
    secrets.push(key)
    const browser = house.bearing(key)
    expect(dataOf(await browser.favourites.list({})).cards).toEqual([])
    dataOf(await browser.favourites.add({ pieceId }))
    expect(dataOf(await browser.favourites.list({})).cards).toHaveLength(1)
    dataOf(await browser.favourites.remove({ pieceId }))
    expect(dataOf(await lin.favourites.list({})).cards).toHaveLength(1)
  })

  it('while chen edits, readers stay on the old text until zhou approves the new one', async () => {
    const { revision } = dataOf(await chen.desk.open({ pieceId }))
    const saved = dataOf(await chen.desk.save({ pieceId, revision, draft: draftOf('倒班之后，慢慢睡着') }))
    expect(dataOf(await lin.pieces.open({ pieceId })).title).toBe('倒班以后怎么睡')
    const waiting = dataOf(await chen.desk.submit({ pieceId, revision: saved.revision }))
    dataOf(await zhou.desk.approve({ pieceId, revision: waiting.revision }))
    expect(dataOf(await lin.pieces.open({ pieceId }))).toMatchObject({
      title: '倒班之后，慢慢睡着',
      version: 2,
      kept: true,
    })
  })

  it('the reading is counted without anybody’s name, the timer rolls it up, and chen sees the count', async () => {
    const hour = hourOf(new Date())
    const month = hour.slice(0, 7)
    const batch = { batchId: 'abcdefghijklmnop', tallies: [{ pieceId, hour, reads: 1, finishes: 1, seconds: 95 }] }
    dataOf(await lin.tallies.record(batch))
    dataOf(await lin.tallies.record(batch))
    dataOf(
      await house.bearing().tallies.record({ batchId: 'ponmlkjihgfedcba', tallies: [{ pieceId, hour, reads: 1 }] }),
    )
    expect(await Promise.all([house.cloud.timer('clock'), house.cloud.timer('clock')])).toEqual([
      { ok: true, data: {} },
      { ok: true, data: {} },
    ])
    const sum = dataOf(await chen.figures.month({ month }))
    expect(sum.totals).toMatchObject({ reads: 2, finishes: 1, seconds: 95 })
    expect(sum.days.find(({ day }) => day === hour.slice(0, 10))).toMatchObject({ reads: 2 })
    expect(dataOf(await wang.figures.pieces({ month })).rows).toMatchObject([{ pieceId, reads: 2 }])
    expect(dataOf(await zhou.figures.piece({ pieceId, month })).totals.reads).toBe(2)
  })

  it('zhou recalls it, and it is gone from readers at once', async () => {
    const { revision } = dataOf(await zhou.desk.open({ pieceId }))
    dataOf(await zhou.desk.recall({ pieceId, revision, note: '内容需要更新' }))
    expect(await lin.pieces.open({ pieceId })).toMatchObject({ ok: false, code: 'PIECE_NOT_FOUND' })
    expect(dataOf(await lin.favourites.list({})).cards).toEqual([])
  })

  it('signing out ends the session at once', async () => {
    dataOf(await chen.sessions.signOut({}))
    expect(await chen.desk.list({})).toMatchObject({ ok: false, code: 'SIGN_IN_NEEDED' })
  })

  it('no secret and no openid lies in the database or in the log', () => {
    const stored = JSON.stringify(house.standIn.collections().map((name) => house.standIn.dump(name)))
    const logged = house.cloud.logs.join('\n')
    expect(logged).toContain('"action":"desk.approve","code":"OK"')
    for (const secret of secrets) {
      expect(stored).not.toContain(secret)
      expect(logged).not.toContain(secret)
    }
  })

  it('every query had its index, every write of a transaction was inside it', () => {
    expect(house.oddities()).toEqual(NOTHING_ODD)
  })
})
