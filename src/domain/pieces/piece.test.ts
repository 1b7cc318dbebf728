import { describe, expect, it } from 'vitest'
import {
  approve,
  begin,
  type Content,
  minutesOf,
  movesOf,
  type Piece,
  recall,
  save,
  sendBack,
  submit,
  type Turn,
  withdraw,
} from './piece'

const chen = { staffId: 'chen', name: '陈静' }
const zhou = { staffId: 'zhou', name: '周敏' }
const now = new Date('2026-03-10T02:00:00Z')
const turn = (piece: Piece, by = chen): Turn => ({ by, revision: piece.revision, now })

const written: Content = {
  topic: 'sleep',
  audiences: ['frontline'],
  title: '倒班以后怎么睡',
  summary: '给刚下夜班的您',
  author: '陈静',
  cover: null,
  body: [{ type: 'paragraph', spans: [{ text: '先把窗帘拉上。' }] }],
  media: null,
  sources: [],
}
const must = <T>(result: { ok: true; data: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code)
  return result.data
}
const draft = () => {
  const piece = begin('p1', 'article', written.title, chen, now)
  return must(save(piece, written, turn(piece)))
}
const inReview = () => {
  const piece = draft()
  return must(submit(piece, turn(piece)))
}
const published = () => {
  const piece = inReview()
  return must(approve(piece, turn(piece, zhou)))
}

describe('a piece on its way to readers', () => {
  it('goes from draft through review to its first edition', () => {
    const { piece, edition } = published()
    expect(piece).toMatchObject({ stage: 'published', liveVersion: 1, reviewer: zhou, publishedAt: now.toISOString() })
    expect(edition).toMatchObject({ version: 1, reviewer: '周敏', content: written, minutes: 1 })
  })
  it('is never approved by somebody who wrote in it', () => {
    const piece = inReview()
    expect(approve(piece, turn(piece, chen))).toEqual({ ok: false, code: 'OWN_PIECE' })
    expect(sendBack(piece, '再看看', turn(piece, chen))).toEqual({ ok: false, code: 'OWN_PIECE' })
  })
  it('remembers every writer since the last approval, not only the last one', () => {
    const begun = draft()
    const byZhou = must(save(begun, written, turn(begun, zhou)))
    const byChen = must(save(byZhou, written, turn(byZhou, chen)))
    const waiting = must(submit(byChen, turn(byChen)))
    expect(approve(waiting, turn(waiting, zhou))).toEqual({ ok: false, code: 'OWN_PIECE' })
  })
  it('lets a former writer review what others wrote after the last approval', () => {
    const { piece } = published()
    const byZhou = must(save(piece, written, turn(piece, zhou)))
    const waiting = must(submit(byZhou, turn(byZhou, zhou)))
    expect(approve(waiting, turn(waiting, chen)).ok).toBe(true)
  })
  it('stays in front of readers while its next edition is written', () => {
    const { piece } = published()
    const edited = must(save(piece, { ...written, title: '新的标题' }, turn(piece)))
    expect(edited).toMatchObject({ stage: 'draft', liveVersion: 1 })
    const waiting = must(submit(edited, turn(edited)))
    const second = must(approve(waiting, turn(waiting, zhou)))
    expect(second.edition).toMatchObject({ version: 2, publishedAt: now.toISOString() })
  })
  it('cannot be saved by somebody who has not seen the latest revision', () => {
    const piece = draft()
    expect(save(piece, written, { ...turn(piece), revision: piece.revision - 1 })).toEqual({
      ok: false,
      code: 'CHANGED_ELSEWHERE',
    })
  })
  it.each([
    ['six hundred blocks', 600, Array(601).fill({ type: 'divider' })],
    ['two hundred items', 200, [{ type: 'list', ordered: false, items: Array(201).fill([{ text: '一' }]) }]],
    ['a hundred thousand characters', 100_000, [{ type: 'heading', level: 2, text: '字'.repeat(100_001) }]],
  ])('is not saved with more than %s, rather than cut', (_, most, body) => {
    const piece = draft()
    expect(save(piece, { ...written, body }, turn(piece))).toEqual({ ok: false, code: 'BODY_TOO_LONG' })
    const fitting = JSON.parse(JSON.stringify(body))
    if (fitting.length > most) fitting.length = most
    if (fitting[0].items) fitting[0].items.length = most
    if (fitting[0].text) fitting[0].text = fitting[0].text.slice(1)
    expect(save(piece, { ...written, body: fitting }, turn(piece)).ok).toBe(true)
  })
  it.each([
    ['video', 'audio/mp4'],
    ['audio', 'video/mp4'],
  ] as const)('does not take for a %s what is %s', (kind, mime) => {
    const piece = begin('p2', kind, written.title, chen, now)
    const media = { file: 'f', mime, bytes: 1, seconds: 60, poster: null, captions: null }
    expect(save(piece, { ...written, media }, turn(piece))).toEqual({ ok: false, code: 'WRONG_FILE_TYPE' })
  })
  it('cannot be saved while it is in review, but can be withdrawn first', () => {
    const piece = inReview()
    expect(save(piece, written, turn(piece))).toEqual({ ok: false, code: 'IN_REVIEW' })
    expect(must(withdraw(piece, turn(piece))).stage).toBe('draft')
  })
  it('comes back from review with the reason', () => {
    const piece = inReview()
    expect(must(sendBack(piece, '请补上来源', turn(piece, zhou)))).toMatchObject({ stage: 'draft', note: '请补上来源' })
  })
  it('is gone from readers as soon as it is recalled', () => {
    const { piece } = published()
    expect(must(recall(piece, '内容过时', turn(piece, zhou)))).toMatchObject({
      stage: 'recalled',
      liveVersion: null,
      note: '内容过时',
    })
  })
  it('keeps its next draft when the live edition is recalled', () => {
    const { piece } = published()
    const edited = must(save(piece, written, turn(piece)))
    expect(must(recall(edited, '内容过时', turn(edited)))).toMatchObject({ stage: 'draft', liveVersion: null })
  })
  it('cannot be recalled when no reader sees it', () => {
    const piece = draft()
    expect(recall(piece, '不要了', turn(piece))).toEqual({ ok: false, code: 'NOT_LIVE' })
  })
})

describe('submitting', () => {
  const incomplete = (change: Partial<Content>, kind: Piece['kind'] = 'article') => {
    const piece = { ...draft(), kind, content: { ...written, ...change } }
    return submit(piece, turn(piece))
  }
  it.each([
    ['TITLE_MISSING', { title: ' ' }, 'article'],
    ['SUMMARY_MISSING', { summary: '' }, 'article'],
    ['BODY_MISSING', { body: [{ type: 'divider' }] }, 'article'],
    ['MEDIA_MISSING', {}, 'video'],
    ['MEDIA_MISSING', {}, 'audio'],
  ] as const)('is refused with %s', (code, change, kind) => {
    expect(incomplete(change as Partial<Content>, kind)).toEqual({ ok: false, code })
  })
  it('is for drafts only', () => {
    const { piece } = published()
    expect(submit(piece, turn(piece))).toEqual({ ok: false, code: 'NOT_A_DRAFT' })
  })
})

describe('the moves the console offers', () => {
  it('are exactly those the rules allow', () => {
    const both = { write: true, review: true }
    for (const piece of [draft(), inReview(), published().piece])
      for (const by of [chen, zhou]) {
        const moves = movesOf(piece, by, both)
        expect(moves.includes('save')).toBe(save(piece, written, turn(piece, by)).ok)
        expect(moves.includes('submit')).toBe(submit(piece, turn(piece, by)).ok)
        expect(moves.includes('withdraw')).toBe(withdraw(piece, turn(piece, by)).ok)
        expect(moves.includes('approve')).toBe(approve(piece, turn(piece, by)).ok)
        expect(moves.includes('recall')).toBe(recall(piece, '理由', turn(piece, by)).ok)
      }
  })
  it('are none for somebody who may neither write nor review', () => {
    expect(movesOf(published().piece, zhou, { write: false, review: false })).toEqual([])
  })
})

describe('how long a piece takes', () => {
  it('is the length of its recording, in whole minutes and at least one', () => {
    const media = { file: 'f', mime: 'audio/mp4', bytes: 1, poster: null, captions: null }
    expect(minutesOf({ body: [], media: { ...media, seconds: 20 } })).toBe(1)
    expect(minutesOf({ body: [], media: { ...media, seconds: 150 } })).toBe(3)
  })
  it('is 400 characters a minute otherwise', () => {
    expect(minutesOf({ media: null, body: [{ type: 'paragraph', spans: [{ text: '字'.repeat(1200) }] }] })).toBe(3)
  })
})
