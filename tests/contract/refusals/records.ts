import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest'
import { recordsStore, recordTitlesStore } from '../../../cloudfunctions/counselling/store'
import type { Api } from '../../../src/contract/client'
import { MOST_ADDITIONS } from '../../../src/domain/records/record'
import { dataOf } from '../../house/data-of'
import { type House, openHouse } from '../../house/open-house'
import { noted, writes } from '../../house/records'
import { asks, counsellor, newId, opensUp } from '../../house/talking'
import { refusedWith } from './produced'

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function recordRefusals(): void {
  let house: House
  let he: Api
  let gao: Api
  let song: Api
  let turn = 0
  let recordId: string
  beforeAll(async () => {
    house = await openHouse('2026-03-10T04:00:00.000Z')
    he = await counsellor(house, 'he', '何静')
    gao = await house.staff('gao', '高远', 'supervisor')
    song = await house.staff('song', '宋言', 'supervisor')
  })
  afterAll(() => house.close())
  beforeEach(async () => {
    const chatId = await asks(await opensUp(house, `林${turn++}`))
    dataOf(await he.workbench.accept({ chatId }))
    recordId = (await writes(he, { of: 'chat', ofId: chatId }, '谈了睡眠')).recordId
    dataOf(await he.workbench.end({ chatId }))
  })
  const saving = (about: Parameters<typeof writes>[1], revision: number) =>
    he.records.save({ about, revision, saveId: newId(), template: 'note', sections: [noted('改')] })
  const adding = (id: string) => he.records.add({ recordId: id, additionId: newId(), text: '补记' })
  const answering = (api: Api, requestId: string) => api.records.answerSupervision({ requestId, answer: '可以' })

  describe('a record is refused', () => {
    it('where there is none, or the session is nobody’s of theirs', async () => {
      const gone = { recordId: 'gone' }
      const nowhere = { of: 'booking', ofId: 'gone' } as const
      await refusedWith('records.forSession', 'COUNSELLING_NOT_FOUND', he.records.forSession(nowhere))
      await refusedWith('records.save', 'COUNSELLING_NOT_FOUND', saving(nowhere, 0))
      await refusedWith('records.save', 'RECORD_NOT_FOUND', saving(gone, 1))
      await refusedWith('records.open', 'RECORD_NOT_FOUND', he.records.open(gone))
      await refusedWith('records.close', 'RECORD_NOT_FOUND', he.records.close({ ...gone, revision: 1 }))
      await refusedWith('records.add', 'RECORD_NOT_FOUND', adding('gone'))
      const asking = he.records.askSupervision({ ...gone, question: '怎么办' })
      await refusedWith('records.askSupervision', 'RECORD_NOT_FOUND', asking)
      await refusedWith('records.takeBackSupervision', 'RECORD_NOT_FOUND', he.records.takeBackSupervision(gone))
    })
    it('over what was saved elsewhere, and once it is closed', async () => {
      await refusedWith('records.save', 'RECORD_CHANGED', saving({ recordId }, 7))
      await refusedWith('records.close', 'RECORD_CHANGED', he.records.close({ recordId, revision: 7 }))
      await refusedWith('records.add', 'RECORD_OPEN', adding(recordId))
      dataOf(await he.records.close({ recordId, revision: 1 }))
      await refusedWith('records.save', 'RECORD_CLOSED', saving({ recordId }, 1))
    })
    it('more additions than it holds', async () => {
      dataOf(await he.records.close({ recordId, revision: 1 }))
      for (let number = 0; number < MOST_ADDITIONS; number++) dataOf(await adding(recordId))
      await refusedWith('records.add', 'TOO_MANY_ADDITIONS', adding(recordId))
    })
  })

  describe('a question to a supervisor is refused', () => {
    it('twice at once, and to be taken back where nothing is asked', async () => {
      const nothing = he.records.takeBackSupervision({ recordId })
      await refusedWith('records.takeBackSupervision', 'NOT_UNDER_SUPERVISION', nothing)
      dataOf(await he.records.askSupervision({ recordId, question: '怎么办' }))
      const twice = he.records.askSupervision({ recordId, question: '怎么办' })
      await refusedWith('records.askSupervision', 'SUPERVISION_STANDING', twice)
      dataOf(await he.records.takeBackSupervision({ recordId }))
    })
    it('to whoever did not take it, or asks for one that is gone', async () => {
      dataOf(await he.records.askSupervision({ recordId, question: '怎么办' }))
      const [row] = dataOf(await gao.records.requests({})).rows
      const requestId = row?.id ?? ''
      await refusedWith('records.answerSupervision', 'REQUEST_NOT_FOUND', answering(gao, requestId))
      dataOf(await gao.records.openForSupervision({ requestId }))
      await refusedWith('records.openForSupervision', 'REQUEST_TAKEN', song.records.openForSupervision({ requestId }))
      dataOf(await answering(gao, requestId))
      await refusedWith(
        'records.openForSupervision',
        'REQUEST_NOT_FOUND',
        gao.records.openForSupervision({ requestId }),
      )
    })
    it('where the record went meanwhile', async () => {
      const title = await house.database.open(recordTitlesStore).get(recordId)
      await house.database.open(recordsStore).remove(title?.recordId ?? '')
      await refusedWith('records.open', 'RECORD_NOT_FOUND', he.records.open({ recordId }))
    })
  })
}
