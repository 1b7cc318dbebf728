import { expect } from 'vitest'
import { currentVersion } from '../../../src/domain/consents/texts'
import type { CloudHouse } from '../../house/cloud-house'
import { dataOf } from '../../house/data-of'
import { noted } from '../../house/records'
import { newId } from '../../house/talking'
import { copy } from './copy'
import type { Billed } from './meter'

/** A record from its first word to what a supervisor answered, in a book whose pages are full. */
export async function recordsStory(house: CloudHouse, billed: Billed) {
  const he = (await house.signedIn('luojing', '罗静', 'counsellor')).api
  const gao = (await house.signedIn('gaohui', '高慧', 'supervisor')).api
  dataOf(await he.workbench.list({ available: true }))
  const lin = house.employee('o-records')
  dataOf(await lin.consents.give({ purpose: 'counselling', version: currentVersion('counselling') }))
  const chatId = newId()
  dataOf(await lin.chats.ask({ chatId }))
  dataOf(await he.workbench.accept({ chatId }))
  const session = { of: 'chat', ofId: chatId } as const
  await billed('records.forSession, the first time', he.records.forSession(session))
  const save = (revision: number, text: string) =>
    he.records.save({ about: session, revision, saveId: newId(), template: 'note', sections: [noted(text)] })
  const { recordId } = await billed('records.save, the first', save(0, '睡不好'))
  await billed('records.save', save(1, '睡不好，先谈睡眠'))
  await billed('records.forSession', he.records.forSession(session))
  dataOf(await he.workbench.end({ chatId }))
  dataOf(await he.workbench.leave({}))
  await billed('records.open', he.records.open({ recordId }))
  await billed('records.close', he.records.close({ recordId, revision: 2 }))
  await billed('records.add', he.records.add({ recordId, additionId: newId(), text: '后来想到' }))
  await billed('records.askSupervision', he.records.askSupervision({ recordId, question: '怎么谈结束' }))
  await billed('records.takeBackSupervision', he.records.takeBackSupervision({ recordId }))
  dataOf(await he.records.askSupervision({ recordId, question: '怎么谈结束' }))
  const [row] = (await billed('records.requests', gao.records.requests({}))).rows
  const requestId = row?.id ?? ''
  await billed('records.openForSupervision', gao.records.openForSupervision({ requestId }))
  await billed('records.answerSupervision', gao.records.answerSupervision({ requestId, answer: '提前三次谈' }))
  await copy(house, 'recordTitles', 30, (number) => ({ _id: `title${String(number).padStart(3, '0')}` }))
  expect((await billed('records.list', he.records.list({ template: 'note' }))).rows).toHaveLength(20)
}
