import { describe, expect, it } from 'vitest'
import type { Api } from '../../../contract/client'
import type { DeskPiece } from '../../../contract/desk'
import { blocksFrom } from '../../../domain/pieces/from-doc'
import { openDesk } from './desk'

const stored = (): DeskPiece => ({
  id: 'piece1',
  kind: 'article',
  topic: 'sleep',
  title: '睡前一小时',
  stage: 'draft',
  liveVersion: null,
  writer: '林老师',
  updatedAt: '2026-11-22T08:00:00.000Z',
  revision: 1,
  audiences: [],
  summary: '',
  author: '林老师',
  cover: null,
  body: [{ type: 'paragraph', spans: [{ text: '先放下手机' }] }],
  media: null,
  sources: [],
  note: '',
  reviewer: null,
  publishedAt: null,
  moves: ['save', 'submit'],
})

/** A cloud with one piece; `lose` drops answers after the work was done. */
const cloud = () => {
  let piece = stored()
  const sent: string[] = []
  let lost = 0
  const change = (revision: number, next: Partial<DeskPiece>) => {
    if (revision !== piece.revision) return { ok: false, code: 'CHANGED_ELSEWHERE' } as const
    piece = { ...piece, ...next, revision: piece.revision + 1 }
    if (lost > 0) {
      lost -= 1
      return { ok: false, code: 'TIMED_OUT' } as const
    }
    return { ok: true, data: piece } as const
  }
  const api = {
    open: async () => ({ ok: true, data: piece }) as const,
    save: async ({ revision, draft }) => {
      sent.push(`save ${draft.title}`)
      const { doc, cover: _, media: __, ...rest } = draft
      return change(revision, { ...rest, body: blocksFrom(doc) as DeskPiece['body'] })
    },
    submit: async ({ revision }) => {
      sent.push('submit')
      return change(revision, { stage: 'in-review', moves: ['withdraw'] })
    },
    recall: async ({ revision, note }) => change(revision, { stage: 'recalled', note }),
  } as Partial<Api['desk']> as Api['desk']
  return {
    api,
    sent,
    lose: (answers: number) => (lost = answers),
    elsewhere: () => change(piece.revision, { title: '别人的标题' }),
  }
}

describe('one piece on the desk', () => {
  it('has nothing to save as it was opened, nor after a change that is taken back', async () => {
    const { api, sent } = cloud()
    const desk = openDesk(stored(), api)
    desk.edit({ title: '睡前两小时' })
    expect(desk.now().unsaved).toBe(true)
    desk.edit({ title: '睡前一小时 ' })
    expect(desk.now().unsaved).toBe(false)
    expect(await desk.save()).toBe(true)
    expect(sent).toEqual([])
  })

  it('stores what is typed while a save is under way as well, one request after the other', async () => {
    const { api, sent } = cloud()
    const desk = openDesk(stored(), api)
    desk.edit({ title: '一' })
    const first = desk.save()
    desk.edit({ title: '二' })
    const second = desk.save()
    expect(await Promise.all([first, second])).toEqual([true, true])
    expect(sent).toEqual(['save 一', 'save 二'])
    expect(desk.now()).toMatchObject({ unsaved: false, overtaken: false, work: 'none' })
    expect(desk.now().piece).toMatchObject({ title: '二', revision: 3 })
  })

  it('stops and keeps every word when somebody else was faster', async () => {
    const { api, sent, elsewhere } = cloud()
    const desk = openDesk(stored(), api)
    elsewhere()
    desk.edit({ title: '我的标题' })
    expect(await desk.save()).toBe(false)
    expect(desk.now()).toMatchObject({ overtaken: true, unsaved: true })
    expect(desk.now().form.title).toBe('我的标题')
    expect(await desk.save()).toBe(false)
    expect(sent).toHaveLength(1)
  })

  it('recognises its own work when only the answer was lost', async () => {
    const { api, lose } = cloud()
    const desk = openDesk(stored(), api)
    lose(1)
    desk.edit({ title: '我的标题' })
    expect(await desk.save()).toBe(false)
    expect(desk.now().refusal?.code).toBe('TIMED_OUT')
    desk.edit({ summary: '再补一句' })
    expect(await desk.save()).toBe(true)
    expect(desk.now()).toMatchObject({ overtaken: false, unsaved: false, refusal: null })
    expect(desk.now().piece).toMatchObject({ title: '我的标题', summary: '再补一句' })
  })

  it('saves before it hands in, and does not hand in what could not be saved', async () => {
    const { api, sent } = cloud()
    const desk = openDesk(stored(), api)
    desk.edit({ summary: '一句话' })
    expect(await desk.move('submit')).toBe(true)
    expect(sent).toEqual(['save 睡前一小时', 'submit'])
    expect(desk.now().piece.stage).toBe('in-review')

    const other = cloud()
    const second = openDesk(stored(), other.api)
    second.edit({ sources: [{ key: 'a', title: '睡眠指南', publisher: '', year: null, url: '' }] })
    expect(await second.move('submit')).toBe(false)
    expect(other.sent).toEqual([])
  })

  it('carries the reason of a recall', async () => {
    const { api } = cloud()
    const desk = openDesk(stored(), api)
    await desk.move('recall', '数据有误')
    expect(desk.now().piece).toMatchObject({ stage: 'recalled', note: '数据有误' })
  })
})
