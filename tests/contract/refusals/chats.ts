import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest'
import { chatsStore } from '../../../cloudfunctions/counselling/store'
import type { Api } from '../../../src/contract/client'
import { MOST_MESSAGES } from '../../../src/domain/chats/message'
import { done } from '../../../src/domain/result'
import { dataOf } from '../../house/data-of'
import { type House, openHouse } from '../../house/open-house'
import { asks, counsellor, newId, opensUp } from '../../house/talking'
import { refusedWith } from './produced'

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function chatRefusals(): void {
  let house: House
  let he: Api
  let gao: Api
  let lin: Api
  let chatId: string
  let turn = 0
  beforeAll(async () => {
    house = await openHouse('2026-03-10T04:00:00.000Z')
    he = await counsellor(house, 'he', '何静')
    gao = await counsellor(house, 'gao', '高远')
  })
  afterAll(() => house.close())
  beforeEach(async () => {
    lin = await opensUp(house, `林${turn++}`)
    chatId = await asks(lin)
    dataOf(await he.workbench.accept({ chatId }))
  })
  const saying = (id: string) => ({ chatId: id, messageId: newId(), text: '您好' })

  describe('a conversation is refused', () => {
    it('where it is not there, to everybody', async () => {
      const gone = { chatId: 'gone' }
      await refusedWith('chats.pull', 'CHAT_NOT_FOUND', lin.chats.pull({ ...gone, after: 0 }))
      await refusedWith('chats.send', 'CHAT_NOT_FOUND', lin.chats.send(saying('gone')))
      await refusedWith('chats.read', 'CHAT_NOT_FOUND', lin.chats.read({ ...gone, number: 1 }))
      await refusedWith('chats.typing', 'CHAT_NOT_FOUND', lin.chats.typing(gone))
      await refusedWith('chats.answerTransfer', 'CHAT_NOT_FOUND', lin.chats.answerTransfer({ ...gone, agreed: true }))
      await refusedWith('chats.end', 'CHAT_NOT_FOUND', lin.chats.end(gone))
      await refusedWith('chats.destroy', 'CHAT_NOT_FOUND', lin.chats.destroy(gone))
      await refusedWith('workbench.accept', 'CHAT_NOT_FOUND', he.workbench.accept(gone))
    })
    it('to a colleague whose it is not, as if it were not there', async () => {
      await refusedWith('workbench.accept', 'CHAT_TAKEN', gao.workbench.accept({ chatId }))
      await refusedWith('workbench.pull', 'CHAT_NOT_FOUND', gao.workbench.pull({ chatId, after: 0 }))
      await refusedWith('workbench.send', 'CHAT_NOT_FOUND', gao.workbench.send(saying(chatId)))
      await refusedWith('workbench.read', 'CHAT_NOT_FOUND', gao.workbench.read({ chatId, number: 1 }))
      await refusedWith('workbench.typing', 'CHAT_NOT_FOUND', gao.workbench.typing({ chatId }))
      const to = { chatId, staffId: 'he', past: false }
      await refusedWith('workbench.transfer', 'CHAT_NOT_FOUND', gao.workbench.transfer(to))
      await refusedWith('workbench.end', 'CHAT_NOT_FOUND', gao.workbench.end({ chatId }))
    })
    it('once it has ended, to both sides', async () => {
      await refusedWith('chats.answerTransfer', 'NOTHING_ASKED', lin.chats.answerTransfer({ chatId, agreed: true }))
      dataOf(await lin.chats.end({ chatId }))
      await refusedWith('chats.send', 'CHAT_ENDED', lin.chats.send(saying(chatId)))
      await refusedWith('chats.answerTransfer', 'CHAT_ENDED', lin.chats.answerTransfer({ chatId, agreed: true }))
      await refusedWith('workbench.send', 'CHAT_ENDED', he.workbench.send(saying(chatId)))
      await refusedWith('workbench.accept', 'CHAT_ENDED', gao.workbench.accept({ chatId }))
      const to = { chatId, staffId: 'gao', past: false }
      await refusedWith('workbench.transfer', 'CHAT_ENDED', he.workbench.transfer(to))
    })
    it('when it is full, or begun again and again', async () => {
      await house.database
        .open(chatsStore)
        .change(chatId, (chat) =>
          done(chat ? { write: { ...chat, last: MOST_MESSAGES }, reply: true } : { reply: false }),
        )
      await refusedWith('chats.send', 'CHAT_FULL', lin.chats.send(saying(chatId)))
      await refusedWith('workbench.send', 'CHAT_FULL', he.workbench.send(saying(chatId)))
      for (let time = 1; time < 20; time++) {
        dataOf(await lin.chats.end({ chatId }))
        chatId = await asks(lin)
      }
      dataOf(await lin.chats.end({ chatId }))
      await refusedWith('chats.ask', 'TOO_MANY_TRIES', lin.chats.ask({ chatId: newId() }))
    })
    it('to be handed to oneself, or to somebody who is not there', async () => {
      const to = (staffId: string) => he.workbench.transfer({ chatId, staffId, past: false })
      await refusedWith('workbench.transfer', 'SAME_COUNSELLOR', to('he'))
      await refusedWith('workbench.transfer', 'STAFF_NOT_FOUND', to('nobody'))
    })
  })
}
