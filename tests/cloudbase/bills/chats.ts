import { expect } from 'vitest'
import type { Api } from '../../../src/contract/client'
import { currentVersion } from '../../../src/domain/consents/texts'
import { dayOf, daysLater, minutesLater } from '../../../src/domain/time'
import { newBookingId } from '../../house/booked'
import type { CloudHouse } from '../../house/cloud-house'
import { offer, profileNamed } from '../../house/counsellors'
import { dataOf } from '../../house/data-of'
import { aPicture, newId, shows } from '../../house/talking'
import type { Billed } from './meter'

/** A conversation from the first word to the last, with pages that are full. */
export async function chatsStory(house: CloudHouse, billed: Billed) {
  const he = (await house.signedIn('hejing', '何静', 'counsellor')).api
  const gao = (await house.signedIn('gaoyuan', '高远', 'counsellor')).api
  await billed('workbench.list', he.workbench.list({ available: true }))
  dataOf(await gao.workbench.list({ available: true }))
  const lin = house.employee('o-chats')
  dataOf(await lin.consents.give({ purpose: 'counselling', version: currentVersion('counselling') }))
  await billed('chats.now', lin.chats.now({}))
  const chatId = newId()
  expect((await billed('chats.ask', lin.chats.ask({ chatId }))).place).toBe(1)
  await billed('chats.ask, again', lin.chats.ask({ chatId }))
  const saying = (text: string) => ({ chatId, messageId: newId(), text })
  await billed('chats.send, the first', lin.chats.send(saying('最近睡不好')))
  await billed('chats.send', lin.chats.send(saying('您在吗')))
  await billed('chats.pull, while it waits', lin.chats.pull({ chatId, after: 0 }))
  await billed('workbench.accept', he.workbench.accept({ chatId }))
  await billed('workbench.send', he.workbench.send(saying('在的，慢慢说')))
  for (let number = 4; number <= 50; number++) dataOf(await lin.chats.send(saying(`第${number}句`)))
  await billed('workbench.pull', he.workbench.pull({ chatId, after: 0 }))
  expect((await billed('chats.pull', lin.chats.pull({ chatId, after: 0 }))).messages).toHaveLength(50)
  await billed('chats.pull, with nothing new', lin.chats.pull({ chatId, after: 50 }))
  await billed('workbench.read', he.workbench.read({ chatId, number: 2 }))
  await billed('chats.read', lin.chats.read({ chatId, number: 3 }))
  await billed('workbench.typing', he.workbench.typing({ chatId }))
  await billed('chats.typing', lin.chats.typing({ chatId }))
  await billed('chats.sendImage, the only piece', lin.chats.sendImage(aPicture(chatId, 40_000)))
  const { messageId } = await shows(lin.chats, chatId)
  await billed('chats.imagePiece', lin.chats.imagePiece({ chatId, messageId, piece: 0 }))
  await billed('workbench.sendImage, the only piece', he.workbench.sendImage(aPicture(chatId, 40_000)))
  await billed('workbench.imagePiece', he.workbench.imagePiece({ chatId, messageId, piece: 0 }))
  await billed('workbench.offerHelp', he.workbench.offerHelp({ chatId }))
  const { rows } = await billed('workbench.quickReplies', he.workbench.quickReplies({}))
  await billed('workbench.saveQuickReplies', he.workbench.saveQuickReplies({ rows }))
  const referral = { callId: newId(), of: 'chat', ofId: chatId, ground: 'agreed', note: '夜里一个人在家' } as const
  await billed('calls.refer', he.calls.refer(referral))
  await billed('workbench.colleagues', he.workbench.colleagues({}))
  await billed('workbench.transfer', he.workbench.transfer({ chatId, staffId: 'gaoyuan', past: true }))
  await billed('chats.answerTransfer', lin.chats.answerTransfer({ chatId, agreed: true }))
  await billed('workbench.end', gao.workbench.end({ chatId }))
  await billed('workbench.leave', gao.workbench.leave({}))
  const own = await mine(lin, billed)
  expect(own).toContain(chatId)
  await billed('chats.end', lin.chats.end({ chatId }))
  await billed('chats.destroy, of 50 messages', lin.chats.destroy({ chatId }))
  await meetings(house, billed, lin)
}

/** A booking by text whose time has come. */
async function meetings(house: CloudHouse, billed: Billed, lin: Api) {
  const wang = (await house.signedIn('chatswang', '王明', 'manager')).api
  const xu = (await house.signedIn('xuyuan', '许愿', 'counsellor')).api
  await offer(xu, wang, 'xuyuan', profileNamed('许愿'))
  const meetingAt = async (days: number) => {
    const bookingId = newBookingId()
    const from = new Date(`${dayOf(daysLater(new Date(), days))}T10:00:00+08:00`).toISOString()
    dataOf(await lin.bookings.hold({ bookingId, staffId: 'xuyuan', from, mode: 'text' }))
    dataOf(await lin.bookings.confirm({ bookingId }))
    const now = new Date()
    const times = { from: now.toISOString(), until: minutesLater(now, 50).toISOString() }
    const stored = house.standIn.dump('bookings').filter(({ _id }) => _id === bookingId)
    await house.standIn.load(
      'bookings',
      stored.map((booking) => ({ ...booking, ...times })),
    )
    return { bookingId }
  }
  await billed('chats.meet', lin.chats.meet(await meetingAt(3)))
  await billed('workbench.meet', xu.workbench.meet(await meetingAt(4)))
}

async function mine(api: Api, billed: Billed) {
  return (await billed('chats.mine', api.chats.mine({}))).rows.map(({ id }) => id)
}
