import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Api } from '../../src/contract/client'
import { PART_BYTES } from '../../src/contract/uploads'
import { seedMediaFolder } from '../../src/server/seed/media'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { draftOf } from '../house/pieces'
import { captions, pixelPng } from '../house/samples'
import { uploadWhole } from '../house/upload'

describe('uploading', () => {
  let house: House
  let chen: Api
  const film = readFileSync(join(seedMediaFolder, 'breathing-with-light.mp4'))
  const sound = readFileSync(join(seedMediaFolder, 'rain-breathing.m4a'))

  beforeAll(async () => {
    house = await openHouse()
    chen = await house.staff('chenjing', '陈静', 'editor')
  })
  afterAll(() => house.close())

  it('takes a film in parts, in any order and with one sent twice, and gives the same bytes back', async () => {
    const { uploadId, parts } = dataOf(await chen.uploads.begin({ kind: 'video', bytes: film.length }))
    expect(parts).toBe(2)
    for (const number of [1, 0, 1]) {
      const data = film.subarray(number * PART_BYTES, (number + 1) * PART_BYTES).toString('base64')
      dataOf(await chen.uploads.part({ uploadId, number, data }))
    }
    const done = dataOf(await chen.uploads.finish({ uploadId }))
    expect(done).toMatchObject({ mime: 'video/mp4', bytes: film.length })
    expect(Buffer.compare(Buffer.from((await house.files.read(done.file)) ?? []), film)).toBe(0)
    expect(dataOf(await chen.uploads.finish({ uploadId }))).toEqual(done)
  })

  it('takes sound, pictures and captions for what they are', async () => {
    expect(await uploadWhole(chen, 'audio', sound)).toMatchObject({ mime: 'audio/mp4' })
    expect(await uploadWhole(chen, 'image', pixelPng)).toMatchObject({ mime: 'image/png' })
    expect(await uploadWhole(chen, 'captions', captions)).toMatchObject({ mime: 'text/vtt' })
  })

  it.each([
    ['a page in disguise', 'image', Buffer.from('<html><script>alert(1)</script></html>')],
    [
      'a drawing that could run scripts',
      'image',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    ],
    ['a film as a picture', 'image', film],
    ['a picture as captions', 'captions', pixelPng],
    ['a page as captions', 'captions', Buffer.from('WEBVTTish <script>')],
    ['a program', 'audio', Buffer.from('MZ\x90\x00\x03\x00\x00\x00')],
  ] as const)('refuses %s, and keeps nothing of it', async (_, kind, bytes) => {
    const { uploadId, parts } = dataOf(await chen.uploads.begin({ kind, bytes: bytes.length }))
    for (let number = 0; number < parts; number++) {
      const data = bytes.subarray(number * PART_BYTES, (number + 1) * PART_BYTES).toString('base64')
      dataOf(await chen.uploads.part({ uploadId, number, data }))
    }
    expect(await chen.uploads.finish({ uploadId })).toMatchObject({ ok: false, code: 'WRONG_FILE_TYPE' })
    expect(await house.files.read(`uploads/${uploadId}/0`)).toBeUndefined()
    expect(await chen.uploads.finish({ uploadId })).toMatchObject({ ok: false, code: 'UPLOAD_NOT_FOUND' })
  })

  it('sweeps what was not finished after a day, parts and all', async () => {
    const { uploadId } = dataOf(await chen.uploads.begin({ kind: 'video', bytes: film.length }))
    dataOf(await chen.uploads.part({ uploadId, number: 0, data: film.subarray(0, PART_BYTES).toString('base64') }))
    house.clock.forward(24 * 60 + 1)
    await house.tick()
    expect(await house.files.read(`uploads/${uploadId}/0`)).toBeUndefined()
    const later = await house.staff('chenjing', '陈静', 'editor')
    expect(await later.uploads.finish({ uploadId })).toMatchObject({ code: 'UPLOAD_NOT_FOUND' })
  })

  it('lets a video piece carry its film, poster and captions to the reader', async () => {
    const editor = await house.staff('chenjing', '陈静', 'editor')
    const reviewer = await house.staff('zhoumin', '周敏', 'reviewer')
    const [video, poster, text] = [
      await uploadWhole(editor, 'video', film),
      await uploadWhole(editor, 'image', pixelPng),
      await uploadWhole(editor, 'captions', captions),
    ]
    const media = {
      file: video.file,
      bytes: video.bytes,
      seconds: 60,
      poster: { file: poster.file, alt: '一圈光', width: 1, height: 1 },
      captions: text.file,
    }
    const piece = dataOf(await editor.desk.create({ pieceId: 'breathingfilm', kind: 'video', title: '跟着光慢慢呼吸' }))
    const saved = dataOf(
      await editor.desk.save({
        pieceId: piece.id,
        revision: piece.revision,
        draft: draftOf('跟着光慢慢呼吸', { media }),
      }),
    )
    const waiting = dataOf(await editor.desk.submit({ pieceId: piece.id, revision: saved.revision }))
    dataOf(await reviewer.desk.approve({ pieceId: piece.id, revision: waiting.revision }))
    const edition = dataOf(await house.employee('林').pieces.open({ pieceId: piece.id }))
    expect(edition.media).toMatchObject({
      mime: 'video/mp4',
      url: `/files/${video.file}`,
      captions: { url: `/files/${text.file}` },
      poster: { alt: '一圈光' },
    })
    expect(edition.cover?.file).toBe(poster.file)
  })
})
