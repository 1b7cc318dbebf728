import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract } from '../../src/contract'
import type { AnyAction } from '../../src/contract/action'
import type { Api } from '../../src/contract/client'
import { messages } from '../../src/contract/messages.zh-CN'
import { mostBytes } from '../../src/domain/pieces/upload'
import { seedMediaFolder } from '../../src/server/seed/media'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { draftOf, publish } from '../house/pieces'
import { pixelPng } from '../house/samples'
import { uploadWhole } from '../house/upload'
import { afterEventsRefusals } from './refusals/after-events'
import { auditRefusals } from './refusals/audit'
import { bookingRefusals } from './refusals/bookings'
import { branchRefusals } from './refusals/branches'
import { chatRefusals } from './refusals/chats'
import { counsellorRefusals } from './refusals/counsellors'
import { doorRefusals } from './refusals/doors'
import { dutyRefusals } from './refusals/duty'
import { hotlineRefusals } from './refusals/hotlines'
import { meetingRefusals } from './refusals/meetings'
import { noticeRefusals } from './refusals/notices'
import { privacyRefusals } from './refusals/privacy'
import { produced, refusedWith } from './refusals/produced'
import { programmeRefusals } from './refusals/programme'
import { recordRefusals } from './refusals/records'
import { signupRefusals } from './refusals/signups'
import { staffRefusals } from './refusals/staff'
import { surveyRefusals } from './refusals/surveys'
import { testRefusals } from './refusals/tests'

let house: House
let chen: Api
let zhou: Api
let lin: Api
const gone = { pieceId: 'nothing', revision: 1 }
const sound = readFileSync(join(seedMediaFolder, 'rain-breathing.m4a'))
const missingFile = `${'0'.repeat(64)}.png`
let next = 0
const newId = () => `piecenumber${String(next++).padStart(4, '0')}`

beforeAll(async () => {
  house = await openHouse()
  chen = await house.staff('chenjing', '陈静', 'editor')
  zhou = await house.staff('zhoumin', '周敏', 'reviewer')
  lin = house.employee('林')
})
afterAll(() => house.close())

const begun = async () => dataOf(await chen.desk.create({ pieceId: newId(), kind: 'article', title: '草稿' }))
const saved = async (change = {}) => {
  const piece = await begun()
  return dataOf(await chen.desk.save({ pieceId: piece.id, revision: piece.revision, draft: draftOf('草稿', change) }))
}
const turn = ({ id, revision }: { id: string; revision: number }) => ({ pieceId: id, revision })
const waiting = async () => dataOf(await chen.desk.submit(turn(await saved())))

describe('readers hear', () => {
  it('that a piece is not there', async () => {
    await refusedWith('pieces.open', 'PIECE_NOT_FOUND', lin.pieces.open({ pieceId: 'nothing' }))
    await refusedWith('favourites.add', 'PIECE_NOT_FOUND', lin.favourites.add({ pieceId: 'nothing' }))
    await refusedWith('figures.piece', 'PIECE_NOT_FOUND', chen.figures.piece({ pieceId: 'nothing', month: '2026-03' }))
  })
})

describe('the desk refuses', () => {
  it('a piece that is not there', async () => {
    await refusedWith('desk.open', 'PIECE_NOT_FOUND', chen.desk.open({ pieceId: 'nothing' }))
    await refusedWith('desk.save', 'PIECE_NOT_FOUND', chen.desk.save({ ...gone, draft: draftOf('x') }))
    await refusedWith('desk.submit', 'PIECE_NOT_FOUND', chen.desk.submit(gone))
    await refusedWith('desk.withdraw', 'PIECE_NOT_FOUND', chen.desk.withdraw(gone))
    await refusedWith('desk.approve', 'PIECE_NOT_FOUND', zhou.desk.approve(gone))
    await refusedWith('desk.sendBack', 'PIECE_NOT_FOUND', zhou.desk.sendBack({ ...gone, note: '请改' }))
    await refusedWith('desk.recall', 'PIECE_NOT_FOUND', zhou.desk.recall({ ...gone, note: '过时' }))
  })
  it('a second piece with the same id', async () => {
    const { id } = await begun()
    await refusedWith(
      'desk.create',
      'PIECE_EXISTS',
      chen.desk.create({ pieceId: id, kind: 'article', title: '另一篇' }),
    )
  })
  it('a revision somebody else has moved on from', async () => {
    const stale = { ...turn(await waiting()), revision: 1 }
    await refusedWith('desk.save', 'CHANGED_ELSEWHERE', chen.desk.save({ ...stale, draft: draftOf('x') }))
    await refusedWith('desk.submit', 'CHANGED_ELSEWHERE', chen.desk.submit(stale))
    await refusedWith('desk.withdraw', 'CHANGED_ELSEWHERE', chen.desk.withdraw(stale))
    await refusedWith('desk.approve', 'CHANGED_ELSEWHERE', zhou.desk.approve(stale))
    await refusedWith('desk.sendBack', 'CHANGED_ELSEWHERE', zhou.desk.sendBack({ ...stale, note: '请改' }))
    await refusedWith('desk.recall', 'CHANGED_ELSEWHERE', zhou.desk.recall({ ...stale, note: '过时' }))
  })
  it('moves that do not fit where the piece stands', async () => {
    const inReview = await waiting()
    await refusedWith('desk.save', 'IN_REVIEW', chen.desk.save({ ...turn(inReview), draft: draftOf('x') }))
    await refusedWith('desk.submit', 'NOT_A_DRAFT', chen.desk.submit(turn(inReview)))
    await refusedWith('desk.recall', 'NOT_LIVE', zhou.desk.recall({ ...turn(inReview), note: '过时' }))
    const draft = await saved()
    await refusedWith('desk.withdraw', 'NOT_IN_REVIEW', chen.desk.withdraw(turn(draft)))
    await refusedWith('desk.approve', 'NOT_IN_REVIEW', zhou.desk.approve(turn(draft)))
    await refusedWith('desk.sendBack', 'NOT_IN_REVIEW', zhou.desk.sendBack({ ...turn(draft), note: '请改' }))
  })
  it('the writer as reviewer', async () => {
    const both = await house.staff('lizhi', '李智', 'editor', 'reviewer')
    const piece = dataOf(await both.desk.create({ pieceId: newId(), kind: 'article', title: '自己写的' }))
    const written = dataOf(await both.desk.save({ ...turn(piece), draft: draftOf('自己写的') }))
    const own = dataOf(await both.desk.submit(turn(written)))
    await refusedWith('desk.approve', 'OWN_PIECE', both.desk.approve(turn(own)))
    await refusedWith('desk.sendBack', 'OWN_PIECE', both.desk.sendBack({ ...turn(own), note: '请改' }))
  })
  it('what is not complete', async () => {
    await refusedWith('desk.submit', 'TITLE_MISSING', chen.desk.submit(turn(await saved({ title: '' }))))
    await refusedWith('desk.submit', 'SUMMARY_MISSING', chen.desk.submit(turn(await saved({ summary: '' }))))
    await refusedWith('desk.submit', 'BODY_MISSING', chen.desk.submit(turn(await saved({ doc: { type: 'doc' } }))))
    const video = dataOf(await chen.desk.create({ pieceId: newId(), kind: 'video', title: '视频' }))
    const bare = dataOf(await chen.desk.save({ ...turn(video), draft: draftOf('视频') }))
    await refusedWith('desk.submit', 'MEDIA_MISSING', chen.desk.submit(turn(bare)))
  })
  it('a body that is too long for one piece, instead of cutting it', async () => {
    const piece = await begun()
    const doc = { type: 'doc' as const, content: Array(601).fill({ type: 'horizontalRule' }) }
    await refusedWith('desk.save', 'BODY_TOO_LONG', chen.desk.save({ ...turn(piece), draft: draftOf('x', { doc }) }))
    expect(dataOf(await chen.desk.open({ pieceId: piece.id })).revision).toBe(piece.revision)
  })
  it('sound for a film', async () => {
    const piece = dataOf(await chen.desk.create({ pieceId: newId(), kind: 'video', title: '视频' }))
    const { file, bytes } = await uploadWhole(chen, 'audio', sound)
    const media = { file, bytes, seconds: 60, poster: null, captions: null }
    const draft = draftOf('x', { media })
    await refusedWith('desk.save', 'WRONG_FILE_TYPE', chen.desk.save({ ...turn(piece), draft }))
  })
  it('a file that nobody uploaded', async () => {
    const piece = await begun()
    const cover = { file: missingFile, alt: '', width: 1, height: 1 }
    await refusedWith('desk.save', 'FILE_NOT_FOUND', chen.desk.save({ ...turn(piece), draft: draftOf('x', { cover }) }))
  })
})

describe('an upload is refused', () => {
  it('when it is too large, unknown, in wrong parts, incomplete, or not what it claims to be', async () => {
    await refusedWith(
      'uploads.begin',
      'FILE_TOO_LARGE',
      chen.uploads.begin({ kind: 'image', bytes: mostBytes.image + 1 }),
    )
    await refusedWith(
      'uploads.part',
      'UPLOAD_NOT_FOUND',
      chen.uploads.part({ uploadId: 'nothing', number: 0, data: 'AAAA' }),
    )
    await refusedWith('uploads.finish', 'UPLOAD_NOT_FOUND', chen.uploads.finish({ uploadId: 'nothing' }))
    const { uploadId } = dataOf(await chen.uploads.begin({ kind: 'audio', bytes: pixelPng.length }))
    await refusedWith('uploads.part', 'WRONG_PART', chen.uploads.part({ uploadId, number: 0, data: 'AAAA' }))
    await refusedWith(
      'uploads.part',
      'WRONG_PART',
      chen.uploads.part({ uploadId, number: 1, data: pixelPng.toString('base64') }),
    )
    await refusedWith('uploads.finish', 'UPLOAD_INCOMPLETE', chen.uploads.finish({ uploadId }))
    dataOf(await chen.uploads.part({ uploadId, number: 0, data: pixelPng.toString('base64') }))
    await refusedWith('uploads.finish', 'WRONG_FILE_TYPE', chen.uploads.finish({ uploadId }))
  })
  it('to a colleague, who cannot tell it from one that is not there', async () => {
    const { uploadId } = dataOf(await chen.uploads.begin({ kind: 'image', bytes: 10 }))
    const other = await house.staff('sunli', '孙丽', 'editor')
    await refusedWith('uploads.finish', 'UPLOAD_NOT_FOUND', other.uploads.finish({ uploadId }))
  })
})

staffRefusals()
branchRefusals()
privacyRefusals()
auditRefusals()
testRefusals()
surveyRefusals()
counsellorRefusals()
bookingRefusals()
dutyRefusals()
hotlineRefusals()
noticeRefusals()
chatRefusals()
meetingRefusals()
recordRefusals()
signupRefusals()
programmeRefusals()
doorRefusals()
afterEventsRefusals()

describe('every refusal the contract declares', () => {
  it('has been produced above', () => {
    const declared = Object.entries(contract).flatMap(([feature, actions]) =>
      Object.entries(actions as unknown as Record<string, AnyAction>).flatMap(([action, spec]) =>
        spec.refusals.map((code) => `${feature}.${action} ${code}`),
      ),
    )
    expect(declared.filter((pair) => !produced.has(pair))).toEqual([])
  })
  it('has a sentence that says what happened and leaves a way on', () => {
    for (const [code, sentence] of Object.entries(messages)) {
      expect(sentence.length, code).toBeGreaterThan(8)
      expect(sentence, code).not.toMatch(/[!！]|加油|错误代码/)
    }
  })
  it('does not stop the piece that was published meanwhile', async () => {
    const piece = await publish(chen, zhou, newId(), '之后仍然可以发布')
    expect(piece.stage).toBe('published')
  })
})
