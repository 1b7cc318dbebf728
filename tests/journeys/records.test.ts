import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordTitlesStore } from '../../cloudfunctions/counselling/store'
import type { Api } from '../../src/contract/client'
import { daysLater } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { inTalk, noted, writes, writesAll } from '../house/records'
import { asks, counsellor, newId, opensUp } from '../house/talking'

const SAID = '夜里总是醒，和组长有矛盾'
const LATER = '后来想到：先谈睡眠'
const QUESTION = '她两次提到辞职，要不要谈'
const ANSWER = '等她自己提，先陪着'

let house: House
let he: Api
let lin: Api
let chatId: string
let pseudonym: string
/** Somebody who talks with a counsellor just now; the clock of each test goes its own way. */
beforeEach(async () => {
  house = await openHouse('2026-03-10T04:00:00.000Z')
  const talk = await inTalk(house)
  he = talk.he
  lin = talk.lin
  chatId = talk.chatId
  pseudonym = talk.pseudonym
})
afterEach(() => house.close())

const about = () => ({ of: 'chat', ofId: chatId }) as const
const readings = async () => dataOf(await lin.privacy.readings({})).rows.map(({ reason }) => reason)
const closedRecord = () => writesAll(he, about(), SAID)

describe('a record of a session', () => {
  it('lies open to whoever writes it while the session goes on, and no longer', async () => {
    expect(dataOf(await he.records.forSession(about()))).toEqual({ row: null, record: null })
    const first = await writes(he, about(), '夜里')
    const second = await writes(he, about(), SAID, first.revision)
    expect([first.recordId, second.revision]).toEqual([second.recordId, 2])
    const { record } = dataOf(await he.records.forSession(about()))
    expect(record).toMatchObject({ id: first.recordId, state: 'draft', revision: 2, sections: [noted(SAID)] })
    expect(await readings()).toEqual(['counselling'])

    dataOf(await lin.chats.end({ chatId }))
    const over = dataOf(await he.records.forSession(about()))
    expect(over).toMatchObject({ row: { id: first.recordId, template: 'note', state: 'draft' }, record: null })
    expect(JSON.stringify(over)).not.toContain('组长')
    expect(await readings()).toEqual(['counselling'])
    expect(dataOf(await he.records.open({ recordId: first.recordId })).sections).toEqual([noted(SAID)])
    expect(await readings()).toEqual(['own-record', 'counselling'])
  })

  it('is never written over unseen: what was saved elsewhere is told, and a save whose answer was lost is the same', async () => {
    const saveId = newId()
    const save = (text: string, id: string, revision: number) =>
      he.records.save({ about: about(), revision, saveId: id, template: 'note', sections: [noted(text)] })
    const saved = dataOf(await save('一', saveId, 0))
    expect(dataOf(await save('一', saveId, 0))).toEqual(saved)
    expect(await save('二', newId(), 0)).toMatchObject({ code: 'RECORD_CHANGED' })
    const both = await Promise.all([save('三', newId(), 1), save('四', newId(), 1)])
    expect(both.map((reply) => (reply.ok ? 'OK' : reply.code)).sort()).toEqual(['OK', 'RECORD_CHANGED'])
  })

  it('once closed changes no more, and is added to under a date', async () => {
    const recordId = await closedRecord()
    expect(
      await he.records.save({
        ...{ about: { recordId }, revision: 1, saveId: newId(), template: 'note' },
        sections: [noted('改')],
      }),
    ).toMatchObject({ code: 'RECORD_CLOSED' })
    house.clock.forward(60)
    const addition = { recordId, additionId: newId(), text: LATER }
    dataOf(await he.records.add(addition))
    const { additions } = dataOf(await he.records.add(addition))
    expect(additions).toEqual([{ at: house.clock.now().toISOString(), text: LATER }])
    expect(dataOf(await he.records.open({ recordId }))).toMatchObject({
      ...{ state: 'closed', sections: [noted(SAID)], additions },
    })
  })

  it('of a conversation that the person destroyed stays the counsellor’s to see, and names it no more', async () => {
    const recordId = await closedRecord()
    dataOf(await lin.chats.destroy({ chatId }))
    expect(JSON.stringify(await house.dump())).not.toContain(chatId)
    expect(dataOf(await he.records.open({ recordId })).sections).toEqual([noted(SAID)])
  })

  it('is in a list by session, template and state, without a word of it', async () => {
    const recordId = await closedRecord()
    const other = await asks(await opensUp(house, '赵'))
    dataOf(await he.workbench.accept({ chatId: other }))
    house.clock.forward(1)
    dataOf(
      await he.records.save({
        ...{ about: { of: 'chat', ofId: other }, revision: 0, saveId: newId(), template: 'intake' },
        sections: [{ section: 'presenting', text: SAID }],
      }),
    )
    const ids = async (asked: Parameters<Api['records']['list']>[0]) =>
      dataOf(await he.records.list(asked)).rows.map(({ template }) => template)
    expect(await ids({})).toHaveLength(2)
    expect(await ids({ state: 'closed' })).toEqual(['note'])
    expect(await ids({ template: 'intake' })).toEqual(['intake'])
    expect(await ids({ state: 'draft', template: 'note' })).toEqual([])
    expect(await ids({ from: daysLater(house.clock.now(), 1).toISOString() })).toEqual([])
    const list = dataOf(await he.records.list({ state: 'closed' }))
    expect(list.rows).toMatchObject([{ id: recordId, pseudonym }])
    expect(JSON.stringify(list)).not.toContain('组长')
  })

  it('is sealed: no word of it, of its additions, its question or its answer stands in a dump or the log', async () => {
    const recordId = await closedRecord()
    dataOf(await he.records.add({ recordId, additionId: newId(), text: LATER }))
    dataOf(await he.records.askSupervision({ recordId, question: QUESTION }))
    const gao = await house.staff('gao', '高远', 'supervisor')
    const [row] = dataOf(await gao.records.requests({})).rows
    dataOf(await gao.records.openForSupervision({ requestId: row?.id ?? '' }))
    dataOf(await gao.records.answerSupervision({ requestId: row?.id ?? '', answer: ANSWER }))
    const all = JSON.stringify([await house.dump(), house.logged])
    for (const secret of [SAID, LATER, QUESTION, ANSWER]) expect(all.includes(secret), secret).toBe(false)
  })
})

describe('nobody else', () => {
  it('finds it, lists it or writes in it: no colleague, whatever the role', async () => {
    const recordId = await closedRecord()
    const qi = await counsellor(house, 'qi', '齐宁')
    expect(await qi.records.open({ recordId })).toMatchObject({ code: 'RECORD_NOT_FOUND' })
    expect(await qi.records.forSession(about())).toMatchObject({ code: 'COUNSELLING_NOT_FOUND' })
    expect(await qi.records.close({ recordId, revision: 1 })).toMatchObject({ code: 'RECORD_NOT_FOUND' })
    expect(dataOf(await qi.records.list({})).rows).toEqual([])
    for (const role of ['supervisor', 'editor', 'reviewer', 'host', 'manager', 'auditor'] as const) {
      const api = await house.staff(role, '同事', role)
      expect(await api.records.open({ recordId })).toMatchObject({ code: 'NOT_ALLOWED' })
      expect(await api.records.list({})).toMatchObject({ code: 'NOT_ALLOWED' })
    }
    expect(await readings()).toEqual(['counselling'])
  })

  it('comes after a counsellor who left: drafts are closed, and no successor reads them', async () => {
    const { recordId } = await writes(he, about(), SAID)
    dataOf(await he.records.askSupervision({ recordId, question: QUESTION }))
    const wang = await house.staff('wang', '王建国', 'manager')
    const qi = await counsellor(house, 'qi', '齐宁')
    dataOf(await wang.staff.leave({ staffId: 'he', successorId: 'qi' }))
    expect(await he.records.open({ recordId })).toMatchObject({ ok: false })
    expect(await qi.records.open({ recordId })).toMatchObject({ code: 'RECORD_NOT_FOUND' })
    expect((await house.database.open(recordTitlesStore).get(recordId))?.state).toBe('closed')
    const gao = await house.staff('gao', '高远', 'supervisor')
    expect(dataOf(await gao.records.requests({})).rows).toEqual([])
    expect(dataOf(await lin.privacy.stored({})).rows.find(({ kind }) => kind === 'records')?.count).toBe(1)
  })
})

describe('a question to a supervisor', () => {
  let gao: Api
  let song: Api
  let recordId: string
  beforeEach(async () => {
    gao = await house.staff('gao', '高远', 'supervisor')
    song = await house.staff('song', '宋言', 'supervisor')
    recordId = await closedRecord()
    dataOf(await he.records.askSupervision({ recordId, question: QUESTION }))
  })
  const waiting = async (api: Api) => dataOf(await api.records.requests({})).rows

  it('is seen without whose, taken by one, answered, and closed to the supervisor from then on', async () => {
    const rows = await waiting(gao)
    expect(rows).toEqual([{ id: expect.any(String), askedAt: house.clock.now().toISOString(), yours: false }])
    const requestId = rows[0]?.id ?? ''
    const opened = dataOf(await gao.records.openForSupervision({ requestId }))
    expect(opened).toMatchObject({ byName: '何静', question: QUESTION, sections: [noted(SAID)] })
    expect(JSON.stringify(opened)).not.toContain(pseudonym)
    expect((await readings()).slice(0, 2)).toEqual(['supervision', 'supervision'])
    expect(await waiting(song)).toEqual([])
    expect(await song.records.openForSupervision({ requestId })).toMatchObject({ code: 'REQUEST_TAKEN' })
    expect(await song.records.answerSupervision({ requestId, answer: '不是我接的' })).toMatchObject({
      code: 'REQUEST_NOT_FOUND',
    })
    dataOf(await gao.records.answerSupervision({ requestId, answer: ANSWER }))
    expect(await gao.records.openForSupervision({ requestId })).toMatchObject({ code: 'REQUEST_NOT_FOUND' })
    expect(dataOf(await he.records.list({})).rows).toMatchObject([{ supervision: 'answered' }])
    expect(dataOf(await he.records.open({ recordId })).supervision).toMatchObject({
      ...{ state: 'answered', question: QUESTION, answer: ANSWER },
    })
  })

  it('can be taken back, also while somebody looks at it', async () => {
    const requestId = (await waiting(gao))[0]?.id ?? ''
    dataOf(await gao.records.openForSupervision({ requestId }))
    dataOf(await he.records.takeBackSupervision({ recordId }))
    expect(await gao.records.openForSupervision({ requestId })).toMatchObject({ code: 'REQUEST_NOT_FOUND' })
    expect(await gao.records.answerSupervision({ requestId, answer: ANSWER })).toMatchObject({
      code: 'REQUEST_NOT_FOUND',
    })
    dataOf(await he.records.askSupervision({ recordId, question: '换一个问题' }))
    expect(await waiting(song)).toHaveLength(1)
  })

  it('waits for another when the supervisor who took it leaves', async () => {
    const requestId = (await waiting(gao))[0]?.id ?? ''
    dataOf(await gao.records.openForSupervision({ requestId }))
    const wang = await house.staff('wang', '王建国', 'manager')
    dataOf(await wang.staff.leave({ staffId: 'gao', successorId: 'song' }))
    const again = await house.staff('song', '宋言', 'supervisor')
    expect(await waiting(again)).toMatchObject([{ id: requestId, yours: false }])
  })
})
