import { describe, expect, it } from 'vitest'
import type { DeskPiece } from '../../../contract/desk'
import { Draft } from '../../../contract/desk'
import { draftOf, fingerprint, formOf, plainForm, problemsOf, type SourceRow } from './form'

const name = (letter: string, ending: string) => `${letter.repeat(64)}.${ending}`
const picture = { file: name('a', 'jpg'), url: '/files/a.jpg', alt: '山', width: 800, height: 600 }

const piece: DeskPiece = {
  id: 'piece1',
  kind: 'video',
  topic: 'sleep',
  title: '睡前一小时',
  stage: 'draft',
  liveVersion: 2,
  writer: '林老师',
  updatedAt: '2026-11-22T08:00:00.000Z',
  revision: 4,
  audiences: ['youth'],
  summary: '放下手机',
  author: '林老师',
  cover: picture,
  body: [
    { type: 'paragraph', spans: [{ text: '先放下手机' }] },
    { type: 'image', ...picture },
  ],
  media: {
    file: name('b', 'mp4'),
    url: '/files/b.mp4',
    mime: 'video/mp4',
    bytes: 9,
    seconds: 12.5,
    poster: picture,
    captions: { file: name('c', 'vtt'), url: '/files/c.vtt' },
  },
  sources: [{ title: '睡眠指南', publisher: '人民卫生出版社', year: 2024 }],
  note: '',
  reviewer: null,
  publishedAt: null,
  moves: ['save'],
}

const row = (change: Partial<SourceRow>): SourceRow => ({
  key: 'k',
  title: '',
  publisher: '',
  year: null,
  url: '',
  ...change,
})
const withSource = (change: Partial<SourceRow>) => ({ ...formOf(piece), sources: [row(change)] })

describe('the form of a piece', () => {
  it('sends a draft the contract takes, without a single address', () => {
    const draft = draftOf(formOf(piece))
    expect(Draft.safeParse(draft).success).toBe(true)
    expect(JSON.stringify(draft)).not.toContain('/files/')
    expect(draft.media?.captions).toBe(name('c', 'vtt'))
  })

  it('is the same form when addresses change, and another when a word does', () => {
    const form = formOf(piece)
    expect(fingerprint({ ...form, cover: { ...picture, url: '/elsewhere.jpg' } })).toBe(fingerprint(form))
    expect(fingerprint({ ...form, title: '睡前' })).not.toBe(fingerprint(form))
  })

  it('says what an unfinished source lacks, and forgets an empty row', () => {
    expect(problemsOf(withSource({ title: '指南' }))).toEqual(['第 1 条来源：还没有出版方'])
    expect(problemsOf(withSource({ title: '指南', publisher: '社' }))).toEqual(['第 1 条来源：还没有年份'])
    expect(problemsOf(withSource({ title: '指南', publisher: '社', year: 2024, url: 'http://a.cn' }))).toEqual([
      '第 1 条来源：网址要以 https:// 开头',
    ])
    expect(problemsOf(withSource({}))).toEqual([])
    expect(draftOf(withSource({})).sources).toEqual([])
  })

  it('can be carried away as plain text with all its words', () => {
    const text = plainForm(formOf(piece))
    for (const words of ['睡前一小时', '放下手机', '先放下手机', '［图片：山］', '人民卫生出版社'])
      expect(text).toContain(words)
  })
})
