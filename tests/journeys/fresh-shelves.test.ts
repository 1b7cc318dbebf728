import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../../src/contract/client'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { draftOf, publish } from '../house/pieces'

describe('what is remembered of the shelves', () => {
  let house: House
  let chen: Api
  let zhou: Api
  let lin: Api
  const titles = async () => dataOf(await lin.pieces.list({ topic: 'sleep' })).cards.map((card) => card.title)
  const homeTitles = async () => dataOf(await lin.pieces.home({})).latest.map((card) => card.title)

  beforeAll(async () => {
    house = await openHouse()
    chen = await house.staff('chenjing', '陈静', 'editor')
    zhou = await house.staff('zhoumin', '周敏', 'reviewer')
    lin = house.employee('林')
    await publish(chen, zhou, 'pieceone0001', '第一篇')
  })
  afterAll(() => house.close())

  it('costs one document a request once it has been read', async () => {
    await homeTitles()
    await homeTitles()
    expect(house.logged.at(-1)).toMatchObject({ action: 'pieces.home', bill: { reads: 1, writes: 0, calls: 1 } })
  })

  it('is never older than the last approval, new edition or recall', async () => {
    expect(await titles()).toEqual(['第一篇'])
    house.clock.forward(1)
    await publish(chen, zhou, 'piecetwo0002', '第二篇')
    expect(await titles()).toEqual(['第二篇', '第一篇'])
    expect(await homeTitles()).toEqual(['第二篇', '第一篇'])
    const open = dataOf(await chen.desk.open({ pieceId: 'pieceone0001' }))
    const saved = dataOf(
      await chen.desk.save({ pieceId: 'pieceone0001', revision: open.revision, draft: draftOf('第一篇，改过') }),
    )
    const waiting = dataOf(await chen.desk.submit({ pieceId: 'pieceone0001', revision: saved.revision }))
    const live = dataOf(await zhou.desk.approve({ pieceId: 'pieceone0001', revision: waiting.revision }))
    expect(await titles()).toEqual(['第二篇', '第一篇，改过'])
    dataOf(await zhou.desk.recall({ pieceId: 'pieceone0001', revision: live.revision, note: '过时' }))
    expect(await titles()).toEqual(['第二篇'])
    expect(await homeTitles()).toEqual(['第二篇'])
  })
})
