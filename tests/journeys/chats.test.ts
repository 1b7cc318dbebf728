import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { chatsStore } from '../../cloudfunctions/counselling/chats-store'
import type { Api } from '../../src/contract/client'
import { daysLater, minutesLater } from '../../src/domain/time'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { asks, counsellor, newId, opensUp, says } from '../house/talking'

let house: House
let he: Api
let gao: Api
let lin: Api
let turn = 0
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
/** A day for each: noon in Shanghai, two at the workbench, nobody waiting. */
beforeEach(async () => {
  house.clock.set(daysLater(new Date('2026-03-10T04:00:00.000Z'), ++turn).toISOString())
  for (const chat of (await house.database.open(chatsStore).find({ index: 'byDue', limit: 100 })).rows)
    await house.database.open(chatsStore).remove(chat.id)
  he = await counsellor(house, `he${turn}`, '何静')
  gao = await counsellor(house, `gao${turn}`, '高远')
  lin = await opensUp(house, `林${turn}`)
})

const pulled = async (chatId: string, after = 0) => dataOf(await lin.chats.pull({ chatId, after }))
const texts = ({ messages }: { messages: { text: string }[] }) => messages.map(({ text }) => text)

describe('talking with whoever is on duty', () => {
  it('goes from the first word to the end, and stays with the person', async () => {
    expect(dataOf(await house.bearing().chats.now({}))).toMatchObject({ there: true, expectedMinutes: 5 })
    const chatId = await asks(lin)
    await says(lin.chats, chatId, '最近睡不好')
    expect((await pulled(chatId)).chat).toMatchObject({ state: 'waiting', place: 1, withName: null, unread: 0 })

    const { waiting } = dataOf(await he.workbench.list({ available: true }))
    expect(waiting.find(({ id }) => id === chatId)).toMatchObject({ state: 'waiting', overdue: false })
    expect(JSON.stringify(waiting)).not.toContain('睡不好')
    dataOf(await he.workbench.accept({ chatId }))
    const seen = dataOf(await he.workbench.pull({ chatId, after: 0 }))
    expect(texts(seen)).toEqual(['最近睡不好'])
    expect(seen.chat.unread).toBe(1)
    dataOf(await he.workbench.read({ chatId, number: 1 }))
    await says(he.workbench, chatId, '您好，我在。慢慢说')

    const { chat, messages } = await pulled(chatId, 1)
    expect(chat).toMatchObject({ state: 'open', withName: '何静', readUpTo: 2, unread: 1 })
    expect(messages).toMatchObject([{ number: 2, side: 'counsellor', text: '您好，我在。慢慢说' }])
    dataOf(await lin.chats.read({ chatId, number: 2 }))
    expect((await pulled(chatId, 2)).chat.unread).toBe(0)

    dataOf(await he.workbench.end({ chatId }))
    expect(texts(await pulled(chatId))).toEqual(['最近睡不好', '您好，我在。慢慢说'])
    expect(dataOf(await lin.chats.mine({})).rows).toMatchObject([{ id: chatId, state: 'ended', withName: '何静' }])
    expect(dataOf(await he.workbench.pull({ chatId, after: 0 })).messages).toEqual([])
    expect(dataOf(await lin.privacy.readings({})).rows).toMatchObject([{ role: 'counsellor', reason: 'counselling' }])
  })

  it('counts a counsellor as there for a minute and a half after each word, whichever window says it', async () => {
    const there = async (available: boolean) => dataOf(await he.workbench.list({ available })).hereUntil
    const now = house.clock.now()
    expect(await there(true)).toBe(minutesLater(now, 1.5).toISOString())
    expect(await there(false)).toBe(minutesLater(now, 1.5).toISOString())
    dataOf(await he.workbench.leave({}))
    expect(await there(false)).toBeNull()
    expect(dataOf(await he.workbench.list({ available: false }))).toMatchObject({
      open: true,
      changesAt: minutesLater(now, 12 * 60).toISOString(),
    })
  })

  it('is one conversation at a time, also after a lost answer', async () => {
    const chatId = await asks(lin)
    expect(dataOf(await lin.chats.ask({ chatId })).id).toBe(chatId)
    expect(dataOf(await lin.chats.ask({ chatId: newId() })).id).toBe(chatId)
    dataOf(await lin.chats.end({ chatId }))
    expect(dataOf(await lin.chats.ask({ chatId: newId() })).id).not.toBe(chatId)
  })

  it('stores a message once, however often and by how many at once it is sent', async () => {
    const chatId = await asks(lin)
    dataOf(await he.workbench.accept({ chatId }))
    const sent = { chatId, messageId: newId(), text: '在吗' }
    const again = await Promise.all(Array.from({ length: 5 }, () => lin.chats.send(sent)))
    expect(new Set(again.map((reply) => dataOf(reply).number))).toEqual(new Set([1]))
    const many = await Promise.all(
      Array.from({ length: 10 }, (_, index) => says(index % 2 ? he.workbench : lin.chats, chatId, `第${index}句`)),
    )
    expect(many.map(({ number }) => number).sort((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect((await pulled(chatId)).messages.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })

  it('comes a page at a time, so that a gap is filled from any number', async () => {
    const chatId = await asks(lin)
    for (let number = 1; number <= 53; number++) await says(lin.chats, chatId, `第${number}句`)
    const first = await pulled(chatId)
    expect([first.messages.length, first.more]).toEqual([50, true])
    const rest = await pulled(chatId, 50)
    expect([texts(rest), rest.more]).toEqual([['第51句', '第52句', '第53句'], false])
  })

  it('is accepted by one of two at the same instant, and only that one stands in the ledger', async () => {
    const chatId = await asks(lin)
    const both = await Promise.all([he.workbench.accept({ chatId }), gao.workbench.accept({ chatId })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'CHAT_TAKEN' })
    expect(dataOf(await lin.privacy.readings({})).rows).toHaveLength(1)
  })

  it('goes to the next after two minutes, and is a message with a promised time when nobody takes it', async () => {
    const chatId = await asks(lin)
    const turnOf = async (api: Api) =>
      dataOf(await api.workbench.list({ available: true })).waiting.find(({ id }) => id === chatId)
    const first = (await turnOf(he))?.yours ? he : gao
    const second = first === he ? gao : he
    expect((await turnOf(second))?.yours).toBe(false)
    house.clock.forward(2)
    expect([(await turnOf(first))?.yours, (await turnOf(second))?.yours]).toEqual([false, true])
    house.clock.forward(2)
    await house.tick()
    const { chat } = await pulled(chatId)
    expect(chat.state).toBe('left')
    expect(Date.parse(chat.promisedAt ?? '')).toBeGreaterThan(house.clock.now().getTime())
    house.clock.set(chat.promisedAt ?? '')
    const shen = await counsellor(house, `shen${turn}`, '沈宁')
    expect(await turnOf(shen)).toMatchObject({ state: 'left', overdue: true })
    dataOf(await shen.workbench.accept({ chatId }))
    expect((await pulled(chatId)).chat.state).toBe('open')
  })

  it('says truthfully that nobody is there: nobody at a workbench, or it is night', async () => {
    for (const api of [he, gao]) dataOf(await api.workbench.leave({}))
    expect(dataOf(await lin.chats.now({})).there).toBe(false)
    const chatId = await asks(lin)
    expect((await pulled(chatId)).chat).toMatchObject({ state: 'left', place: null })
    house.clock.forward(15 * 60)
    await counsellor(house, `owl${turn}`, '夜里还在的人')
    const noon = minutesLater(house.clock.now(), 9 * 60).toISOString()
    expect(dataOf(await lin.chats.now({}))).toMatchObject({ there: false, promisedAt: noon })
  })

  it('ends by itself after an hour of silence', async () => {
    const chatId = await asks(lin)
    dataOf(await he.workbench.accept({ chatId }))
    house.clock.forward(60)
    expect(await lin.chats.send({ chatId, messageId: newId(), text: '在吗' })).toMatchObject({ code: 'CHAT_ENDED' })
    await house.tick()
    expect((await pulled(chatId)).chat.state).toBe('ended')
  })

  it('shows who is writing, for a few seconds', async () => {
    const chatId = await asks(lin)
    dataOf(await he.workbench.accept({ chatId }))
    dataOf(await he.workbench.typing({ chatId }))
    dataOf(await lin.chats.typing({ chatId }))
    expect((await pulled(chatId)).chat.otherTyping).toBe(true)
    expect(dataOf(await he.workbench.pull({ chatId, after: 0 })).chat.otherTyping).toBe(true)
    house.clock.forward(0.1)
    expect((await pulled(chatId)).chat.otherTyping).toBe(false)
  })
})

describe('a reply', () => {
  const told = async () => {
    await house.tick()
    return dataOf(await lin.notices.list({})).rows.filter(({ kind }) => kind === 'chat-waiting')
  }
  it('that is not read within a minute is told of once, without a word of it', async () => {
    const chatId = await asks(lin)
    dataOf(await he.workbench.accept({ chatId }))
    await says(he.workbench, chatId, '我看到了')
    await says(he.workbench, chatId, '您慢慢说')
    expect(await told()).toEqual([])
    house.clock.forward(1)
    const rows = await told()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('看到了')
    dataOf(await lin.chats.destroy({ chatId }))
    expect(JSON.stringify(await house.dump())).not.toContain(chatId)
  })
  it('that is read at once is not told of', async () => {
    const chatId = await asks(lin)
    dataOf(await he.workbench.accept({ chatId }))
    const { number } = await says(he.workbench, chatId, '我看到了')
    dataOf(await lin.chats.read({ chatId, number }))
    house.clock.forward(1)
    expect(await told()).toEqual([])
  })
})

describe('a counsellor who ends their work', () => {
  it('leaves what they held to whoever is there, without what was said', async () => {
    const wang = await house.staff(`wang${turn}`, '王建国', 'manager')
    await house.staff(`zhou${turn}`, '周敏', 'manager')
    const chatId = await asks(lin)
    await says(lin.chats, chatId, '只想和您说')
    dataOf(await he.workbench.accept({ chatId }))
    dataOf(await wang.staff.leave({ staffId: `he${turn}` }))
    expect((await pulled(chatId)).chat).toMatchObject({ state: 'waiting', withName: null })
    dataOf(await gao.workbench.accept({ chatId }))
    await says(lin.chats, chatId, '您好')
    expect(texts(dataOf(await gao.workbench.pull({ chatId, after: 0 })))).toEqual(['您好'])
    expect(texts(await pulled(chatId))).toEqual(['只想和您说', '您好'])
  })
})

describe('handing a conversation on', () => {
  const handedOn = async (past: boolean) => {
    const chatId = await asks(lin)
    await says(lin.chats, chatId, '只想和您说')
    dataOf(await he.workbench.accept({ chatId }))
    expect(dataOf(await he.workbench.colleagues({})).rows).toEqual([{ staffId: `gao${turn}`, name: '高远' }])
    dataOf(await he.workbench.transfer({ chatId, staffId: `gao${turn}`, past }))
    expect((await pulled(chatId)).chat.transfer).toEqual({ toName: '高远', past })
    expect(await gao.workbench.pull({ chatId, after: 0 })).toMatchObject({ code: 'CHAT_NOT_FOUND' })
    dataOf(await lin.chats.answerTransfer({ chatId, agreed: true }))
    return chatId
  }
  it('happens with the person’s yes, and leaves the past behind unless it is to come along', async () => {
    const chatId = await handedOn(false)
    expect(await he.workbench.pull({ chatId, after: 0 })).toMatchObject({ code: 'CHAT_NOT_FOUND' })
    expect(dataOf(await gao.workbench.pull({ chatId, after: 0 })).messages).toEqual([])
    await says(lin.chats, chatId, '您好')
    expect(texts(dataOf(await gao.workbench.pull({ chatId, after: 0 })))).toEqual(['您好'])
    expect((await pulled(chatId)).chat.withName).toBe('高远')
    expect(dataOf(await lin.privacy.readings({})).rows).toHaveLength(2)
  })
  it('takes the past along where the person agreed to that', async () => {
    const chatId = await handedOn(true)
    expect(texts(dataOf(await gao.workbench.pull({ chatId, after: 0 })))).toEqual(['只想和您说'])
  })
  it('does not happen with a no', async () => {
    const chatId = await asks(lin)
    dataOf(await he.workbench.accept({ chatId }))
    dataOf(await he.workbench.transfer({ chatId, staffId: `gao${turn}`, past: true }))
    dataOf(await lin.chats.answerTransfer({ chatId, agreed: false }))
    expect(dataOf(await he.workbench.pull({ chatId, after: 0 })).chat.transferAsked).toBe(false)
    expect(dataOf(await lin.privacy.readings({})).rows).toHaveLength(1)
  })
})

describe('what was said', () => {
  it('stands nowhere in a dump, and is nobody else’s', async () => {
    const chatId = await asks(lin)
    await says(lin.chats, chatId, '和班长吵了一架')
    dataOf(await he.workbench.accept({ chatId }))
    expect(JSON.stringify(await house.dump())).not.toContain('班长')
    const wang = await opensUp(house, '王')
    for (const reply of [
      await wang.chats.pull({ chatId, after: 0 }),
      await wang.chats.send({ chatId, messageId: newId(), text: '您好' }),
      await wang.chats.end({ chatId }),
      await wang.chats.destroy({ chatId }),
      await gao.workbench.pull({ chatId, after: 0 }),
      await gao.workbench.send({ chatId, messageId: newId(), text: '您好' }),
      await gao.workbench.end({ chatId }),
    ])
      expect(reply).toMatchObject({ ok: false, code: 'CHAT_NOT_FOUND' })
  })

  it('is destroyed alone: this conversation, and no other', async () => {
    const one = await asks(lin)
    await says(lin.chats, one, '第一段')
    dataOf(await lin.chats.end({ chatId: one }))
    const second = await asks(lin)
    await says(lin.chats, second, '第二段')
    dataOf(await lin.chats.destroy({ chatId: one }))
    expect(await lin.chats.pull({ chatId: one, after: 0 })).toMatchObject({ code: 'CHAT_NOT_FOUND' })
    expect(JSON.stringify(await house.dump())).not.toContain(one)
    expect(texts(await pulled(second))).toEqual(['第二段'])
  })

  it('goes with its kind, and with the account', async () => {
    const chatId = await asks(lin)
    await says(lin.chats, chatId, '第一段')
    dataOf(await he.workbench.accept({ chatId }))
    await says(he.workbench, chatId, '我看到了')
    dataOf(await he.workbench.typing({ chatId }))
    house.clock.forward(1)
    await house.tick()
    dataOf(await lin.privacy.destroy({ number: newId(), kinds: ['messages'], account: false }))
    expect(await lin.chats.pull({ chatId, after: 0 })).toMatchObject({ code: 'CHAT_NOT_FOUND' })
    expect(JSON.stringify(await house.dump())).not.toContain(chatId)
    const next = await asks(lin)
    await says(lin.chats, next, '接着说')
    expect(texts(await pulled(next))).toEqual(['接着说'])
    dataOf(await lin.privacy.destroy({ number: newId(), kinds: [], account: true }))
    expect(JSON.stringify(await house.dump())).not.toContain(next)
  })
})
