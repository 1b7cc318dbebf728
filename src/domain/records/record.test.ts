import { describe, expect, it } from 'vitest'
import { add, type Content, close, DRAFT_DAYS, draftsEndBefore, MOST_ADDITIONS, type Standing, save } from './record'
import { sayRecord } from './say'
import { answer, mayAsk, type Supervision, take } from './supervision'
import { fits, sections, templateIds, templates, under } from './templates'

const now = new Date('2026-03-10T02:00:00.000Z')
const draft: Standing = {
  state: 'draft',
  revision: 3,
  saveId: 'third',
  savedAt: '2026-03-09T02:00:00.000Z',
  closedAt: '',
}
const content: Content = {
  template: 'note',
  byName: '何静',
  sections: [{ section: 'note', text: '睡不好' }],
  additions: [],
}

describe('a draft', () => {
  it('begins at nothing, grows by one a save, and is the same when a save comes twice', () => {
    expect(save(undefined, { revision: 0, saveId: 'first' }, now)).toMatchObject({
      data: { after: { revision: 1, state: 'draft', savedAt: now.toISOString() }, again: false },
    })
    expect(save(draft, { revision: 3, saveId: 'fourth' }, now)).toMatchObject({ data: { after: { revision: 4 } } })
    expect(save(draft, { revision: 2, saveId: 'third' }, now)).toEqual({
      ok: true,
      data: { after: draft, again: true },
    })
  })
  it('is not written over unseen', () => {
    expect(save(draft, { revision: 2, saveId: 'other' }, now)).toEqual({ ok: false, code: 'RECORD_CHANGED' })
    expect(save(undefined, { revision: 1, saveId: 'other' }, now)).toEqual({ ok: false, code: 'RECORD_CHANGED' })
    expect(close(draft, 2, now)).toEqual({ ok: false, code: 'RECORD_CHANGED' })
  })
  it('is closed once, and then neither saved nor closed anew', () => {
    const closed = close(draft, 3, now)
    if (!closed.ok) throw new Error(closed.code)
    expect(closed.data).toMatchObject({ state: 'closed', closedAt: now.toISOString() })
    expect(save(closed.data, { revision: 3, saveId: 'x' }, now)).toEqual({ ok: false, code: 'RECORD_CLOSED' })
    expect(close(closed.data, 9, new Date('2026-04-01T00:00:00.000Z'))).toEqual(closed)
  })
  it('is closed by the clock after thirty days', () => {
    expect(now.getTime() - draftsEndBefore(now).getTime()).toBe(DRAFT_DAYS * 86_400_000)
  })
})

describe('an addition', () => {
  it('is for what is closed, stands once under its date, and leaves what was written', () => {
    expect(add(content, draft, { id: 'a', text: '补' }, now)).toEqual({ ok: false, code: 'RECORD_OPEN' })
    const once = add(content, { state: 'closed' }, { id: 'a', text: '补' }, now)
    if (!once.ok) throw new Error(once.code)
    expect(once.data.additions).toEqual([{ id: 'a', at: now.toISOString(), text: '补' }])
    expect(once.data.sections).toEqual(content.sections)
    expect(add(once.data, { state: 'closed' }, { id: 'a', text: '补' }, now)).toEqual(once)
  })
  it('has a limit', () => {
    const additions = Array.from({ length: MOST_ADDITIONS }, (_, at) => ({ id: `${at}`, at: '', text: '补' }))
    const full = add({ ...content, additions }, { state: 'closed' }, { id: 'x', text: '补' }, now)
    expect(full).toEqual({ ok: false, code: 'TOO_MANY_ADDITIONS' })
  })
})

describe('a question to a supervisor', () => {
  const one: Supervision = { askedBy: 'he', state: 'asked', takenBy: '', answeredAt: '' }
  const taken: Supervision = { ...one, state: 'taken', takenBy: 'gao' }
  const answered: Supervision = { ...taken, state: 'answered' }
  it('is taken by one who did not ask it, and by nobody else then', () => {
    expect(take(one, 'gao')).toEqual({ ok: true, data: taken })
    expect(take(taken, 'gao')).toEqual({ ok: true, data: taken })
    expect(take(taken, 'song')).toEqual({ ok: false, code: 'REQUEST_TAKEN' })
    expect(take(one, 'he')).toEqual({ ok: false, code: 'REQUEST_NOT_FOUND' })
  })
  it('is answered by whoever took it, once, and opened no more', () => {
    expect(answer(taken, 'gao', now)).toMatchObject({ data: { state: 'answered', answeredAt: now.toISOString() } })
    for (const refusal of [answer(one, 'gao', now), answer(taken, 'song', now), answer(answered, 'gao', now)])
      expect(refusal).toEqual({ ok: false, code: 'REQUEST_NOT_FOUND' })
    expect(take(answered, 'gao')).toEqual({ ok: false, code: 'REQUEST_NOT_FOUND' })
  })
  it('follows another only once that is answered', () => {
    expect([undefined, one, taken, answered].map(mayAsk)).toEqual([true, false, false, true])
  })
})

describe('the templates', () => {
  it('have a title each, and sections of which each has one place', () => {
    for (const id of templateIds) {
      const ids = templates[id].sections.map((section) => section.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(
        fits(
          id,
          ids.map((section) => ({ section, text: '' })),
        ),
      ).toBe(true)
    }
    expect(templates['follow-up'].sections.map(({ title }) => title)).toEqual(['来访主诉', '观察', '评估', '计划'])
  })
  it('take no section of another, and none twice', () => {
    expect(fits('note', [{ section: 'plan', text: '' }])).toBe(false)
    expect(fits('note', [...content.sections, ...content.sections])).toBe(false)
  })
  it('lose nothing when one gives way to another', () => {
    const written = [
      { section: 'presenting', text: '睡不好' },
      { section: 'plan', text: '下周再谈' },
    ] as const
    expect(under('intake', written)).toEqual(written)
    const note = under('note', written)
    expect(note).toEqual([{ section: 'note', text: '来访主诉：睡不好\n计划：下周再谈' }])
    expect(under('follow-up', note)).toEqual([{ section: 'plan', text: `${sections.note.title}：${note[0]?.text}` }])
  })
})

it('a record is said in one line with who wrote it, its sections and its additions', () => {
  const additions = [{ id: 'a', at: '2026-03-10T02:00:00.000Z', text: '先谈睡眠' }]
  expect(sayRecord({ ...content, additions })).toBe('随手记（何静）；随手记：睡不好；2026-03-10 10:00 补记：先谈睡眠')
})
