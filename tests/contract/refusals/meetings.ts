import { afterAll, beforeAll, describe, it } from 'vitest'
import { picturesStore } from '../../../cloudfunctions/counselling/store'
import type { AnyRefusal } from '../../../src/contract'
import type { Api } from '../../../src/contract/client'
import { MOST_IMAGES } from '../../../src/domain/chats/image'
import { booked, willing } from '../../house/booked'
import { offer, profileNamed } from '../../house/counsellors'
import { dataOf } from '../../house/data-of'
import { type House, openHouse } from '../../house/open-house'
import { aPicture, asks, counsellor, newId, opensUp, shows } from '../../house/talking'
import { refusedWith } from './produced'

/** Nine o'clock of Shanghai, two days on. */
const NINE = '2026-03-12T01:00:00.000Z'

/** Called by `refusals.test.ts`: registers the tests of this room. */
export function meetingRefusals(): void {
  let house: House
  beforeAll(async () => {
    house = await openHouse('2026-03-10T01:00:00.000Z')
  })
  afterAll(() => house.close())

  describe('a booked conversation is refused', () => {
    let lu: Api
    let lin: Api
    const tried = (code: AnyRefusal, bookingId: string) =>
      Promise.all([
        refusedWith('chats.meet', code, lin.chats.meet({ bookingId })),
        refusedWith('workbench.meet', code, lu.workbench.meet({ bookingId })),
      ])
    beforeAll(async () => {
      lu = await house.staff('lu', '陆小曼', 'counsellor')
      await offer(lu, await house.staff('wang', '王建国', 'manager'), 'lu', profileNamed('陆小曼'))
      lin = await willing(house, '林')
    })

    it('where there is none, or it is somebody else’s', async () => {
      await tried('BOOKING_NOT_FOUND', 'nobookingthere01')
      const { id: bookingId } = await booked(lin, 'lu', NINE)
      const other = await willing(house, '别人')
      await refusedWith('chats.meet', 'BOOKING_NOT_FOUND', other.chats.meet({ bookingId }))
      const qi = await house.staff('qi', '齐宁', 'counsellor')
      await refusedWith('workbench.meet', 'BOOKING_NOT_FOUND', qi.workbench.meet({ bookingId }))
      await tried('NOT_BY_TEXT', bookingId)
      dataOf(await lin.bookings.cancel({ bookingId }))
    })

    it('before its time, when nobody confirmed it, and once it is over', async () => {
      const held = newId()
      dataOf(await lin.bookings.hold({ bookingId: held, staffId: 'lu', from: NINE, mode: 'text' }))
      await tried('NOT_CONFIRMED', held)
      dataOf(await lin.bookings.confirm({ bookingId: held }))
      await tried('NOT_YET_TIME', held)
      house.clock.forward(3 * 24 * 60)
      lu = await house.staff('lu', '陆小曼', 'counsellor')
      await tried('BOOKING_OVER', held)
    })
  })

  describe('a picture is refused', () => {
    let he: Api
    let lin: Api
    let chatId: string
    beforeAll(async () => {
      he = await counsellor(house, 'he', '何静')
      lin = await opensUp(house, '照片')
      chatId = await asks(lin)
      dataOf(await he.workbench.accept({ chatId }))
    })
    const both = (code: AnyRefusal, more: Partial<ReturnType<typeof aPicture>>) =>
      Promise.all([
        refusedWith('chats.sendImage', code, lin.chats.sendImage({ ...aPicture(chatId), ...more })),
        refusedWith('workbench.sendImage', code, he.workbench.sendImage({ ...aPicture(chatId), ...more })),
      ])

    it('in a conversation that is not there, and where there is no such picture', async () => {
      await both('CHAT_NOT_FOUND', { chatId: 'gone' })
      const nothing = { chatId, messageId: newId(), piece: 0 }
      for (const [code, what] of [
        ['CHAT_NOT_FOUND', { ...nothing, chatId: 'gone' }] as const,
        ['IMAGE_NOT_FOUND', nothing] as const,
      ]) {
        await refusedWith('chats.imagePiece', code, lin.chats.imagePiece(what))
        await refusedWith('workbench.imagePiece', code, he.workbench.imagePiece(what))
      }
    })
    it('when it is none, or has no such piece', async () => {
      await both('IMAGE_NOT_FIT', { data: Buffer.from('<svg onload="alert(1)">').toString('base64') })
      await both('IMAGE_NOT_FIT', { piece: 1, pieces: 1 })
    })
    it('when all that were sent are as many as there can be', async () => {
      const one = await shows(lin.chats, chatId)
      const stored = await house.database.open(picturesStore).get(`${chatId}.${one.messageId}.0`)
      if (!stored) throw new Error('no piece')
      for (let each = 1; each < MOST_IMAGES; each++)
        await house.database.open(picturesStore).insert({ ...stored, id: `${chatId}.filled${each}.0` })
      await both('CHAT_FULL', {})
      for (let each = 1; each < MOST_IMAGES; each++)
        await house.database.open(picturesStore).remove(`${chatId}.filled${each}.0`)
    })
    it('once the conversation has ended, as is asking to look at the page of help', async () => {
      await refusedWith('workbench.offerHelp', 'CHAT_NOT_FOUND', he.workbench.offerHelp({ chatId: 'gone' }))
      const { messageId } = await shows(he.workbench, chatId)
      dataOf(await lin.chats.end({ chatId }))
      await refusedWith('chats.sendImage', 'CHAT_ENDED', lin.chats.sendImage(aPicture(chatId)))
      await refusedWith('workbench.offerHelp', 'CHAT_ENDED', he.workbench.offerHelp({ chatId }))
      // It is the person’s now: whoever talked with them sees it no more.
      await refusedWith('workbench.sendImage', 'CHAT_ENDED', he.workbench.sendImage(aPicture(chatId)))
      const piece = { chatId, messageId, piece: 0 }
      await refusedWith('workbench.imagePiece', 'CHAT_NOT_FOUND', he.workbench.imagePiece(piece))
      dataOf(await lin.chats.imagePiece(piece))
    })
  })
}
