import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dataKeyId, dataKeysStore } from '../../cloudfunctions/_kit/data-keys'
import { chatsStore, messagesStore } from '../../cloudfunctions/counselling/chats-store'
import type { Api } from '../../src/contract/client'
import { daysLater } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { asks, counsellor, newId, opensUp, says } from '../house/talking'

let house: House
let he: Api
let lin: Api
let chatId: string
let turn = 0
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.set(daysLater(new Date('2026-03-10T04:00:00.000Z'), ++turn).toISOString())
  he = await counsellor(house, `he${turn}`, '何静')
  lin = await opensUp(house, `林${turn}`)
  chatId = await asks(lin)
  dataOf(await he.workbench.accept({ chatId }))
})

const keyId = () => dataKeyId(chatsStore, chatId, house.keys)
const keptOf = async () => ({
  messages: (await house.database.open(messagesStore).find({ index: 'byChat', where: { chatId }, limit: 100 })).rows
    .length,
  key: (await house.database.open(dataKeysStore).get(keyId())) !== undefined,
})
const many = <T>(make: (index: number) => Promise<T>) => Promise.all(Array.from({ length: 12 }, (_, at) => make(at)))

describe('a message on its way', () => {
  it('leaves nothing behind when the conversation is destroyed meanwhile, by the person, with its kind or with the account', async () => {
    const ways: (() => Promise<{ ok: boolean }>)[] = [
      () => lin.chats.destroy({ chatId }),
      () => lin.privacy.destroy({ number: newId(), kinds: ['messages'], account: false }),
      () => lin.privacy.destroy({ number: newId(), kinds: [], account: true }),
    ]
    for (const destroy of ways) {
      lin = await opensUp(house, newId())
      chatId = await asks(lin)
      dataOf(await he.workbench.accept({ chatId }))
      await says(lin.chats, chatId, '只在这里说')
      const sending = many((at) =>
        (at % 2 ? he.workbench : lin.chats).send({ chatId, messageId: newId(), text: `第${at}句` }),
      )
      const [replies, destroyed] = await Promise.all([sending, destroy()])
      expect(destroyed.ok).toBe(true)
      for (const reply of replies)
        if (!reply.ok) expect(['BUSY', 'CHAT_NOT_FOUND', 'SIGN_IN_NEEDED', 'CONSENT_NEEDED']).toContain(reply.code)
      expect(await keptOf()).toEqual({ messages: 0, key: false })
      expect(JSON.stringify(await house.dump())).not.toContain(chatId)
    }
  })

  it('is not stored, and makes no new key, where the key has gone and the conversation is about to', async () => {
    await says(lin.chats, chatId, '只在这里说')
    await house.database.open(dataKeysStore).remove(keyId())
    for (const room of [lin.chats, he.workbench])
      expect(await room.send({ chatId, messageId: newId(), text: '还在吗' })).toMatchObject({ code: 'BUSY' })
    expect(await keptOf()).toEqual({ messages: 1, key: false })
  })

  it('is the same message when it is sent again, also after the conversation has ended', async () => {
    const sent = { chatId, messageId: newId(), text: '在吗' }
    const first = dataOf(await lin.chats.send(sent))
    house.clock.forward(1)
    dataOf(await lin.chats.end({ chatId }))
    expect(dataOf(await lin.chats.send({ ...sent, text: '换了一句' }))).toEqual(first)
    expect(await lin.chats.send({ ...sent, messageId: newId() })).toMatchObject({ code: 'CHAT_ENDED' })
    expect(await he.workbench.send(sent)).toMatchObject({ code: 'CHAT_NOT_FOUND' })
    const { messages } = dataOf(await lin.chats.pull({ chatId, after: 0 }))
    expect(messages.map(({ text }) => text)).toEqual(['在吗'])
  })

  it('keeps the numbers of two who send at once without a gap, each conversation its own', async () => {
    const wang = await opensUp(house, newId())
    const other = await asks(wang)
    const said = await many(async (at) => {
      const [room, id] =
        (
          [
            [lin.chats, chatId],
            [he.workbench, chatId],
            [wang.chats, other],
          ] as const
        )[at % 3] ?? []
      return { id, number: room && id ? (await says(room, id, `第${at}句`)).number : 0 }
    })
    const numbersIn = (id: string) =>
      said
        .filter((one) => one.id === id)
        .map(({ number }) => number)
        .sort((a, b) => a - b)
    expect([numbersIn(chatId), numbersIn(other)]).toEqual([
      [1, 2, 3, 4, 5, 6, 7, 8],
      [1, 2, 3, 4],
    ])
  })
})
