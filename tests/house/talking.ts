import { nanoid } from 'nanoid'
import type { Api } from '../../src/contract/client'
import { currentVersion } from '../../src/domain/consents/texts'
import { dataOf } from './data-of'
import type { House } from './open-house'

/** Longer than an id must be, of letters and digits. */
export const newId = () => nanoid(24).replace(/[^A-Za-z0-9]/g, 'x')

/** An employee who has agreed to counselling. */
export async function opensUp(house: Pick<House, 'employee'>, name: string): Promise<Api> {
  const api = house.employee(name)
  dataOf(await api.consents.give({ purpose: 'counselling', version: currentVersion('counselling') }))
  return api
}

/** A counsellor who sits at the workbench. */
export async function counsellor(house: House, login: string, name: string): Promise<Api> {
  const api = await house.staff(login, name, 'counsellor')
  dataOf(await api.workbench.list({ available: true }))
  return api
}

export async function asks(api: Api): Promise<string> {
  const chatId = newId()
  dataOf(await api.chats.ask({ chatId }))
  return chatId
}

export const says = async (room: Pick<Api['chats'], 'send'>, chatId: string, text: string) =>
  dataOf(await room.send({ chatId, messageId: newId(), text }))

/** A picture of this many bytes that fits into one piece; small, and a JPEG by how it begins. */
export const aPicture = (chatId: string, bytes = 64) => ({
  ...{ chatId, messageId: newId(), piece: 0, pieces: 1, width: 4, height: 3 },
  data: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(bytes - 3, 7)]).toString('base64'),
})

export async function shows(room: Pick<Api['chats'], 'sendImage'>, chatId: string) {
  const picture = aPicture(chatId)
  return { ...dataOf(await room.sendImage(picture)), messageId: picture.messageId, data: picture.data }
}
