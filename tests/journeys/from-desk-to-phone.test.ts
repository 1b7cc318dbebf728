import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../../src/contract/client'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { draftOf } from '../house/pieces'
import { pixelPng } from '../house/samples'
import { uploadWhole } from '../house/upload'

describe('one piece goes from the editor’s desk to the reader’s phone', () => {
  let house: House
  let chen: Api
  let zhou: Api
  let wang: Api
  let lin: Api
  const pieceId = 'sleepaftershifts'
  let picture: string

  beforeAll(async () => {
    house = await openHouse('2026-03-10T02:00:00.000Z')
    chen = await house.staff('chenjing', '陈静', 'editor')
    zhou = await house.staff('zhoumin', '周敏', 'reviewer')
    wang = await house.staff('wangjianguo', '王建国', 'manager')
    lin = house.employee('林')
  })
  afterAll(() => house.close())

  it('chen uploads a picture in parts and writes an article with it', async () => {
    picture = (await uploadWhole(chen, 'image', pixelPng)).file
    const begun = dataOf(await chen.desk.create({ pieceId, kind: 'article', title: '倒班以后怎么睡' }))
    const doc = {
      type: 'doc' as const,
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: '先把窗帘拉上。' }] },
        { type: 'image', attrs: { file: picture, alt: '拉上的窗帘', width: 600, height: 400 } },
        { type: 'script', content: [{ type: 'text', text: 'alert(1)' }] },
      ],
    }
    const saved = dataOf(
      await chen.desk.save({ pieceId, revision: begun.revision, draft: draftOf('倒班以后怎么睡', { doc }) }),
    )
    expect(saved.body.map((block) => block.type)).toEqual(['paragraph', 'image'])
  })

  it('no reader sees it before it is approved', async () => {
    expect(dataOf(await lin.pieces.list({})).cards).toEqual([])
    expect(await lin.pieces.open({ pieceId })).toMatchObject({ ok: false, code: 'PIECE_NOT_FOUND' })
  })

  it('zhou approves it, and lin finds and reads it', async () => {
    const waiting = dataOf(await chen.desk.submit({ pieceId, revision: 2 }))
    expect(waiting.stage).toBe('in-review')
    expect(dataOf(await zhou.desk.open({ pieceId })).moves).toEqual(['approve', 'sendBack'])
    dataOf(await zhou.desk.approve({ pieceId, revision: waiting.revision }))
    expect(dataOf(await lin.pieces.home({})).latest.map((card) => card.title)).toEqual(['倒班以后怎么睡'])
    const edition = dataOf(await lin.pieces.open({ pieceId }))
    expect(edition).toMatchObject({ version: 1, reviewer: '周敏', author: '陈静', kept: false })
    expect(edition.body[1]).toMatchObject({ type: 'image', url: `/files/${picture}`, alt: '拉上的窗帘' })
  })

  it('lin keeps it among the favourites, and nobody else sees that', async () => {
    dataOf(await lin.favourites.add({ pieceId }))
    dataOf(await lin.favourites.add({ pieceId }))
    expect(dataOf(await lin.pieces.open({ pieceId })).kept).toBe(true)
    expect(dataOf(await lin.favourites.list({})).cards).toHaveLength(1)
    expect(dataOf(await house.employee('王').favourites.list({})).cards).toEqual([])
    expect(dataOf(await house.bearing().pieces.open({ pieceId })).kept).toBe(false)
  })

  it('while chen edits, readers stay on the old text until zhou approves the new one', async () => {
    const open = dataOf(await chen.desk.open({ pieceId }))
    const saved = dataOf(
      await chen.desk.save({ pieceId, revision: open.revision, draft: draftOf('倒班之后，慢慢睡着') }),
    )
    expect(saved).toMatchObject({ stage: 'draft', liveVersion: 1 })
    expect(dataOf(await lin.pieces.open({ pieceId })).title).toBe('倒班以后怎么睡')
    const waiting = dataOf(await chen.desk.submit({ pieceId, revision: saved.revision }))
    dataOf(await zhou.desk.approve({ pieceId, revision: waiting.revision }))
    expect(dataOf(await lin.pieces.open({ pieceId }))).toMatchObject({
      title: '倒班之后，慢慢睡着',
      version: 2,
      kept: true,
    })
  })

  it('the reading is counted without anybody’s name, and chen sees the count', async () => {
    const batch = {
      batchId: 'abcdefghijklmnop',
      tallies: [{ pieceId, hour: '2026-03-10T10', reads: 1, finishes: 1, seconds: 95 }],
    }
    dataOf(await lin.tallies.record(batch))
    dataOf(await lin.tallies.record(batch))
    dataOf(
      await house
        .bearing()
        .tallies.record({ batchId: 'ponmlkjihgfedcba', tallies: [{ pieceId, hour: '2026-03-10T10', reads: 1 }] }),
    )
    house.clock.forward(1)
    await house.tick()
    const month = dataOf(await chen.figures.month({ month: '2026-03' }))
    expect(month.totals).toMatchObject({ reads: 2, finishes: 1, seconds: 95 })
    expect(month.days[9]).toMatchObject({ day: '2026-03-10', reads: 2 })
    expect(month.heat[1]?.[10]).toBe(2)
    expect(dataOf(await wang.figures.pieces({ month: '2026-03' })).rows).toMatchObject([
      { pieceId, title: '倒班之后，慢慢睡着', reads: 2 },
    ])
    expect(dataOf(await zhou.figures.piece({ pieceId, month: '2026-03' })).totals.reads).toBe(2)
  })

  it('zhou recalls it, and it is gone from readers at once', async () => {
    const open = dataOf(await zhou.desk.open({ pieceId }))
    dataOf(await zhou.desk.recall({ pieceId, revision: open.revision, note: '内容需要更新' }))
    expect(await lin.pieces.open({ pieceId })).toMatchObject({ ok: false, code: 'PIECE_NOT_FOUND' })
    expect(dataOf(await lin.pieces.list({})).cards).toEqual([])
    expect(dataOf(await lin.favourites.list({})).cards).toEqual([])
  })
})
