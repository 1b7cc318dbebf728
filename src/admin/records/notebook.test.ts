import { describe, expect, it } from 'vitest'
import type { Api } from '../../contract/client'
import { openNotebook } from './notebook'

type Asked = Parameters<Api['records']['save']>[0]
type Answer = Awaited<ReturnType<Api['records']['save']>>

const saved = (revision: number): Answer => ({
  ok: true,
  data: { recordId: 'r1', revision, savedAt: '2026-03-10T02:00:00.000Z' },
})
const about = { of: 'chat', ofId: 'c1' } as const

/** Answers each save with the next of these. */
function cloudOf(...answers: Answer[]) {
  const asked: Asked[] = []
  const save = async (input: Asked) => {
    asked.push(input)
    const answer = answers.shift()
    if (!answer) throw new Error('one save too many')
    return answer
  }
  return { asked, save }
}
const textsOf = ({ sections }: Asked) => sections.map(({ text }) => text)

describe('a draft on the page', () => {
  it('is sent whole, over the revision before, and says when it is stored', async () => {
    const cloud = cloudOf(saved(1), saved(2))
    const notebook = openNotebook(about, null, cloud)
    expect(await notebook.save()).toBe(true)
    notebook.write('note', '一')
    expect(notebook.now()).toMatchObject({ unsaved: true, saving: false })
    expect(await notebook.save()).toBe(true)
    notebook.write('note', '一二')
    await notebook.save()
    expect(cloud.asked.map(({ revision }) => revision)).toEqual([0, 1])
    expect(notebook.now()).toMatchObject({ unsaved: false, revision: 2, recordId: 'r1' })
  })

  it('after a lost answer is sent once more as it was, and what was written since after it', async () => {
    const cloud = cloudOf({ ok: false, code: 'TIMED_OUT' }, saved(1), saved(2))
    const notebook = openNotebook(about, null, cloud)
    notebook.write('note', '一')
    expect(await notebook.save()).toBe(false)
    expect(notebook.now()).toMatchObject({ unsaved: true, refusal: { code: 'TIMED_OUT' } })
    notebook.write('note', '一二')
    expect(await notebook.save()).toBe(true)
    expect(cloud.asked.map(textsOf)).toEqual([['一'], ['一'], ['一二']])
    expect(cloud.asked[0]?.saveId).toBe(cloud.asked[1]?.saveId)
    expect(notebook.now()).toMatchObject({ unsaved: false, revision: 2, refusal: null })
  })

  it('that goes back to what was stored is still sent where an answer was lost', async () => {
    const cloud = cloudOf({ ok: false, code: 'OFFLINE' }, saved(1), saved(2))
    const notebook = openNotebook(about, null, cloud)
    notebook.write('note', '一')
    await notebook.save()
    notebook.write('note', '')
    expect(notebook.now().unsaved).toBe(true)
    expect(await notebook.save()).toBe(true)
    expect(cloud.asked.map(textsOf)).toEqual([['一'], ['一'], []])
  })

  it('that was changed elsewhere is sent no more, and keeps what is on the page', async () => {
    const notebook = openNotebook(about, null, cloudOf({ ok: false, code: 'RECORD_CHANGED' }))
    notebook.write('note', '一')
    expect(await notebook.save()).toBe(false)
    expect(await notebook.save()).toBe(false)
    expect(notebook.now()).toMatchObject({ overtaken: true, unsaved: true, written: [{ section: 'note', text: '一' }] })
  })

  it('under another template keeps every word', async () => {
    const cloud = cloudOf(saved(1))
    const notebook = openNotebook({ of: 'booking', ofId: 'b1' }, null, cloud)
    expect(notebook.now().template).toBe('follow-up')
    notebook.write('plan', '下周')
    notebook.turnTo('note')
    await notebook.save()
    expect(cloud.asked[0]).toMatchObject({ template: 'note', sections: [{ section: 'note', text: '计划：下周' }] })
  })
})
