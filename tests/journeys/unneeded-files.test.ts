import { Buffer } from 'node:buffer'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Api } from '../../src/contract/client'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { draftOf, publish } from '../house/pieces'
import { captions, pixelPng } from '../house/samples'
import { uploadWhole } from '../house/upload'

describe('files that nobody needs any more', () => {
  let house: House
  let chen: Api
  let zhou: Api
  let picture: string
  let pieceId: string
  let made = 0
  /** Another picture for each test: what follows the last chunk of a PNG is not drawn. */
  const thisPng = () => Buffer.concat([pixelPng, Buffer.from([made])])
  const cover = () => ({ file: picture, alt: '', width: 1, height: 1 })
  const staff = async () => {
    chen = await house.staff('chenjing', '陈静', 'editor')
    zhou = await house.staff('zhoumin', '周敏', 'reviewer')
  }
  const daysPass = async (days: number) => {
    for (let half = 0; half < days * 2; half++) {
      house.clock.forward(12 * 60)
      await house.tick()
    }
    await staff()
  }
  const saveWith = async (change: Parameters<typeof draftOf>[1]) => {
    const { revision } = dataOf(await chen.desk.open({ pieceId }))
    return chen.desk.save({ pieceId, revision, draft: draftOf('封面', change) })
  }

  beforeAll(async () => {
    house = await openHouse()
  })
  beforeEach(async () => {
    await staff()
    pieceId = `piecewithcover${made++}`
    picture = (await uploadWhole(chen, 'image', thisPng())).file
  })
  afterAll(() => house.close())

  it('go a week after they were uploaded and put into nothing', async () => {
    const text = (await uploadWhole(chen, 'captions', captions)).file
    await publish(chen, zhou, pieceId, '封面', { cover: cover() })
    await daysPass(6)
    expect(await house.files.has(text)).toBe(true)
    await daysPass(2)
    expect([await house.files.has(text), await house.files.has(picture)]).toEqual([false, true])
    expect((await house.dump()).files).toMatchObject([{ id: picture }])
  })

  it('stay while readers see them, although the working copy has moved on, and go after the recall', async () => {
    await publish(chen, zhou, pieceId, '封面', { cover: cover() })
    dataOf(await saveWith({ cover: null }))
    await daysPass(9)
    expect(await house.files.has(picture)).toBe(true)
    const { revision } = dataOf(await zhou.desk.open({ pieceId }))
    dataOf(await zhou.desk.recall({ pieceId, revision, note: '内容需要更新' }))
    await daysPass(9)
    expect(await house.files.has(picture)).toBe(false)
  })

  it('stay while a draft or a recalled piece names them', async () => {
    dataOf(await chen.desk.create({ pieceId, kind: 'article', title: '封面' }))
    dataOf(await saveWith({ cover: cover() }))
    await daysPass(9)
    expect(await house.files.has(picture)).toBe(true)
    dataOf(await saveWith({ cover: null }))
    await daysPass(6)
    dataOf(await saveWith({ cover: cover() }))
    await daysPass(9)
    expect(await house.files.has(picture)).toBe(true)
  })

  it('are not there for a later save, and come back with a new upload', async () => {
    dataOf(await chen.desk.create({ pieceId, kind: 'article', title: '封面' }))
    await daysPass(9)
    expect(await saveWith({ cover: cover() })).toMatchObject({ code: 'FILE_NOT_FOUND' })
    expect((await uploadWhole(chen, 'image', thisPng())).file).toBe(picture)
    dataOf(await saveWith({ cover: cover() }))
    await daysPass(9)
    expect(await house.files.has(picture)).toBe(true)
  })

  it('are found although more pieces are there than one run looks at', async () => {
    for (let piece = 0; piece < 60; piece++) {
      const id = `manypieces${String(piece).padStart(3, '0')}`
      const { revision } = dataOf(await chen.desk.create({ pieceId: id, kind: 'article', title: '封面' }))
      const last = piece === 0 || piece === 59 ? { cover: cover() } : {}
      dataOf(await chen.desk.save({ pieceId: id, revision, draft: draftOf('封面', last) }))
    }
    await daysPass(9)
    expect(await house.files.has(picture)).toBe(true)
  })

  it('are removed by a run after the one that was cut off', async () => {
    const remove = house.files.remove
    house.files.remove = async () => {
      throw new Error('cut off')
    }
    await daysPass(9)
    expect(await house.files.has(picture)).toBe(true)
    const upload = uploadWhole(chen, 'image', thisPng())
    await expect(upload).rejects.toThrow('BUSY')
    house.files.remove = remove
    await daysPass(1)
    expect(await house.files.has(picture)).toBe(false)
    expect((await uploadWhole(chen, 'image', thisPng())).file).toBe(picture)
    expect(await house.files.has(picture)).toBe(true)
  })
})
