import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { picturesStore } from '../../cloudfunctions/counselling/store'
import type { Api } from '../../src/contract/client'
import { MOST_BYTES, MOST_UNFINISHED, PIECE_BYTES } from '../../src/domain/chats/image'
import { willing } from '../house/booked'
import { offer, profileNamed } from '../house/counsellors'
import { dataOf } from '../house/data-of'
import { type House, openHouse } from '../house/open-house'
import { asks, counsellor, newId, opensUp, says, shows } from '../house/talking'

let house: House
let he: Api
beforeAll(async () => {
  house = await openHouse('2026-03-10T04:00:00.000Z')
  he = await counsellor(house, 'he', '何静')
})
afterAll(() => house.close())

async function talking(name: string) {
  const lin = await opensUp(house, name)
  const chatId = await asks(lin)
  dataOf(await he.workbench.accept({ chatId }))
  return { lin, chatId }
}

/** In as many pieces as it takes. */
function pieces(chatId: string, bytes: number) {
  const messageId = newId()
  const whole = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(bytes - 3, 9)])
  const parts = Array.from({ length: Math.ceil(bytes / PIECE_BYTES) }, (_, piece) =>
    whole.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES).toString('base64'),
  )
  return parts.map((data, piece) => ({ chatId, messageId, piece, pieces: parts.length, width: 40, height: 30, data }))
}

describe('a picture', () => {
  it('is numbered like any message once its last piece is there, and each side sees what was sent', async () => {
    const { lin, chatId } = await talking('发照片')
    await says(lin.chats, chatId, '给您看一张')
    const all = pieces(chatId, 3 * PIECE_BYTES - 100)
    expect(dataOf(await lin.chats.sendImage(all[0] as never)).number).toBeNull()
    expect(dataOf(await lin.chats.sendImage(all[1] as never)).number).toBeNull()
    expect(dataOf(await he.workbench.pull({ chatId, after: 0 })).chat.last).toBe(1)
    expect(dataOf(await lin.chats.sendImage(all[2] as never)).number).toBe(2)
    const { messages } = dataOf(await he.workbench.pull({ chatId, after: 1 }))
    expect(messages).toMatchObject([
      { number: 2, text: '', hint: false, image: { pieces: 3, bytes: 3 * PIECE_BYTES - 100, width: 40, height: 30 } },
    ])
    const messageId = messages[0]?.id ?? ''
    const seen = await Promise.all(
      [0, 1, 2].map(async (piece) => dataOf(await he.workbench.imagePiece({ chatId, messageId, piece })).data),
    )
    expect(seen).toEqual(all.map(({ data }) => data))
    expect(dataOf(await lin.chats.imagePiece({ chatId, messageId, piece: 1 })).data).toBe(seen[1])
  })

  it('sent again after a lost answer, from the beginning or from its last piece, is the same picture', async () => {
    const { lin, chatId } = await talking('发两次')
    const [one, two] = pieces(chatId, PIECE_BYTES + 1) as [never, never]
    dataOf(await lin.chats.sendImage(one))
    dataOf(await lin.chats.sendImage(one))
    const { number } = dataOf(await lin.chats.sendImage(two))
    for (const piece of [two, one, two]) dataOf(await lin.chats.sendImage(piece))
    expect(dataOf(await lin.chats.sendImage(two)).number).toBe(number)
    expect(dataOf(await lin.chats.pull({ chatId, after: 0 })).messages).toHaveLength(1)
  })

  it('that is too large in all is not kept, not even in part', async () => {
    const { lin, chatId } = await talking('太大了')
    const all = pieces(chatId, MOST_BYTES)
    const full = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(PIECE_BYTES - 3, 1)]).toString('base64')
    const grown = all.map((piece) => ({ ...piece, data: full }))
    const replies = []
    for (const piece of grown) replies.push(await lin.chats.sendImage(piece as never))
    expect(replies.at(-1)).toMatchObject({ ok: false, code: 'IMAGE_NOT_FIT' })
    expect(await house.database.open(picturesStore).count({ index: 'byChat', where: { chatId } })).toBe(0)
  })

  it('is begun a few times at once at most: the oldest beginning goes, and nothing is kept of what has none', async () => {
    const { lin, chatId } = await talking('开了头')
    const sent = await shows(lin.chats, chatId)
    const begun = Array.from({ length: 3 * MOST_UNFINISHED }, () => pieces(chatId, 3 * PIECE_BYTES))
    for (const [first, second] of begun) {
      house.clock.forward(1)
      for (const piece of [first, second]) dataOf(await lin.chats.sendImage(piece as never))
    }
    for (const [, , last] of Array.from({ length: 9 }, () => pieces(chatId, 3 * PIECE_BYTES)))
      expect(dataOf(await lin.chats.sendImage(last as never)).number).toBeNull()
    const { pictures } = await house.dump(chatId)
    const kept = pictures as { messageId: string }[]
    const newest = begun.slice(-MOST_UNFINISHED).map(([first]) => first?.messageId)
    expect(kept).toHaveLength(1 + 2 * MOST_UNFINISHED)
    expect(new Set(kept.map(({ messageId }) => messageId))).toEqual(new Set([sent.messageId, ...newest]))
    // Those that stayed are finished as ever, and one that went is begun anew.
    expect(dataOf(await lin.chats.sendImage(begun.at(-1)?.[2] as never)).number).toBe(2)
    expect(dataOf(await lin.chats.sendImage(begun[0]?.[2] as never)).number).toBeNull()
    for (const piece of begun[0]?.slice(0, 2) ?? []) dataOf(await lin.chats.sendImage(piece as never))
    expect(dataOf(await lin.chats.sendImage(begun[0]?.[2] as never)).number).toBe(3)
  })

  it('that was never finished goes after a day; one that was stays', async () => {
    const { lin, chatId } = await talking('没发完')
    await shows(lin.chats, chatId)
    const [begun] = pieces(chatId, 2 * PIECE_BYTES) as [never]
    dataOf(await lin.chats.sendImage(begun))
    const kept = () => house.database.open(picturesStore).count({ index: 'byChat', where: { chatId } })
    expect(await kept()).toBe(2)
    house.clock.forward(25 * 60)
    await house.tick()
    expect(await kept()).toBe(1)
    he = await counsellor(house, 'he', '何静')
  })

  it('goes with its conversation, and is in nobody’s clear', async () => {
    const { lin, chatId } = await talking('删掉它')
    const { data } = await shows(lin.chats, chatId)
    expect(JSON.stringify(await house.dump())).not.toContain(data)
    dataOf(await lin.chats.destroy({ chatId }))
    expect(await house.database.open(picturesStore).count({ index: 'byChat', where: { chatId } })).toBe(0)
    expect(await lin.chats.imagePiece({ chatId, messageId: 'any0000000000000', piece: 0 })).toMatchObject({ ok: false })
  })

  it('from before a colleague came in without the past is not theirs to see', async () => {
    const { lin, chatId } = await talking('换一位')
    const { messageId } = await shows(lin.chats, chatId)
    const gao = await counsellor(house, 'gao', '高远')
    dataOf(await he.workbench.transfer({ chatId, staffId: 'gao', past: false }))
    dataOf(await lin.chats.answerTransfer({ chatId, agreed: true }))
    expect(await gao.workbench.imagePiece({ chatId, messageId, piece: 0 })).toMatchObject({ code: 'IMAGE_NOT_FOUND' })
    expect(await he.workbench.imagePiece({ chatId, messageId, piece: 0 })).toMatchObject({ code: 'CHAT_NOT_FOUND' })
    const after = await shows(lin.chats, chatId)
    dataOf(await gao.workbench.imagePiece({ chatId, messageId: after.messageId, piece: 0 }))
  })
})

describe('a quiet hint', () => {
  it('is for the counsellor alone, at the moment of reading, and stored nowhere', async () => {
    const { lin, chatId } = await talking('难受')
    await says(lin.chats, chatId, '有时候真的不 想 活了')
    await says(he.workbench, chatId, '我在。您说的不想活，我听到了')
    const seen = dataOf(await he.workbench.pull({ chatId, after: 0 })).messages
    expect(seen.map(({ hint }) => hint)).toEqual([true, false])
    expect(JSON.stringify(dataOf(await lin.chats.pull({ chatId, after: 0 })))).not.toContain('"hint"')
    expect(JSON.stringify(await house.dump())).not.toContain('"hint"')
  })

  it('lets the counsellor ask the person to look at the page of help, and tells nobody', async () => {
    const { lin, chatId } = await talking('看看求助页')
    const noticesBefore = (await house.dump('notices')).notices?.length ?? 0
    dataOf(await he.workbench.offerHelp({ chatId }))
    const at = house.clock.now().toISOString()
    expect(dataOf(await lin.chats.pull({ chatId, after: 0 })).chat.helpOfferedAt).toBe(at)
    expect(dataOf(await he.workbench.list({ available: true })).held.find(({ id }) => id === chatId)).toMatchObject({
      helpOfferedAt: at,
    })
    expect((await house.dump('notices')).notices?.length ?? 0).toBe(noticesBefore)
  })
})

describe('what a counsellor says often', () => {
  it('begins with a few warm sentences and is then their own', async () => {
    const xu = await counsellor(house, 'xu', '许愿')
    const first = dataOf(await xu.workbench.quickReplies({})).rows
    expect(first.length).toBeGreaterThan(4)
    const rows = [{ id: newId(), text: '您慢慢说。' }]
    dataOf(await xu.workbench.saveQuickReplies({ rows }))
    expect(dataOf(await xu.workbench.quickReplies({})).rows).toEqual(rows)
    expect(dataOf(await he.workbench.quickReplies({})).rows).toEqual(first)
    dataOf(await xu.workbench.saveQuickReplies({ rows: [] }))
    expect(dataOf(await xu.workbench.quickReplies({})).rows).toEqual([])
  })
})

describe('the conversation of a booking', () => {
  it('has the booking’s id, is begun by whoever comes first, and stands in the ledger once', async () => {
    const lu = await house.staff('lu', '陆小曼', 'counsellor')
    await offer(lu, await house.staff('wang', '王建国', 'manager'), 'lu', profileNamed('陆小曼'))
    const lin = await willing(house, '约好了')
    const from = new Date(house.clock.now())
    from.setUTCDate(from.getUTCDate() + 2)
    from.setUTCHours(1, 0, 0, 0)
    const bookingId = newId()
    dataOf(await lin.bookings.hold({ bookingId, staffId: 'lu', from: from.toISOString(), mode: 'text' }))
    dataOf(await lin.bookings.confirm({ bookingId }))
    house.clock.forward((from.getTime() - house.clock.now().getTime()) / 60_000 - 10)
    const again = await house.staff('lu', '陆小曼', 'counsellor')
    const [mine] = await Promise.all([lin.chats.meet({ bookingId }), again.workbench.meet({ bookingId })])
    expect(dataOf(mine)).toMatchObject({ id: bookingId, state: 'open', withName: '陆小曼' })
    dataOf(await lin.chats.meet({ bookingId }))
    dataOf(await again.workbench.meet({ bookingId }))
    await says(lin.chats, bookingId, '我来了')
    await says(again.workbench, bookingId, '您好')
    expect(dataOf(await lin.chats.pull({ chatId: bookingId, after: 0 })).messages).toHaveLength(2)
    const lines = dataOf(await lin.privacy.readings({})).rows.filter(({ reason }) => reason === 'counselling')
    expect(lines).toHaveLength(1)
    expect(dataOf(await again.workbench.list({ available: false })).held.map(({ id }) => id)).toEqual([bookingId])
    // Whoever only waits for anybody is not mixed up with it.
    expect(await asks(lin)).not.toBe(bookingId)
  })
})
