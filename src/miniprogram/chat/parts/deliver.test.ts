import { beforeEach, expect, it } from 'vitest'
import { resetPhone } from '../../../../tests/stubs/taro'
import { addUnsent, forgetTalks, keepImage, talkOf, type Unsent } from '../../phone/talks'
import { deliver } from './deliver'
import { PIECE_LETTERS } from './image-fit'

const at = '2026-03-10T02:00:00.000Z'
const picture: Unsent = {
  id: 'a',
  at,
  text: '',
  image: { pieces: 3, width: 4, height: 3, arrived: 0 },
  refused: '',
}
const base64 = 'A'.repeat(2 * PIECE_LETTERS + 8)

/** A cloud that holds pieces, over a line that breaks before this piece. */
const cloud = (pieces = 3) => {
  const held = new Set<number>()
  const asked: number[] = []
  const line = { breaksAt: -1 }
  return {
    held,
    asked,
    line,
    chats: {
      send: async () => ({ ok: true, data: { number: 1, at } }) as never,
      sendImage: async ({ piece, data }: { piece: number; data: string }) => {
        asked.push(piece)
        expect(data).toHaveLength(piece < 2 ? PIECE_LETTERS : 8)
        if (piece === line.breaksAt) return { ok: false, code: 'OFFLINE' } as never
        held.add(piece)
        return { ok: true, data: { number: held.size === pieces ? 1 : null, at } } as never
      },
    },
  }
}

beforeEach(() => {
  resetPhone()
  forgetTalks()
  addUnsent('c', picture, new Date(at))
  keepImage('a', base64)
})

it('sends a picture piece by piece, and goes on where it was cut off', async () => {
  const { chats, asked, line } = cloud()
  line.breaksAt = 1
  expect(await deliver(chats, 'c', picture)).toEqual({ ok: false, code: 'OFFLINE' })
  line.breaksAt = -1
  expect(await deliver(chats, 'c', picture)).toEqual({ ok: true, data: { number: 1, at } })
  expect(asked).toEqual([0, 1, 1, 2])
})

it('sends the last piece again whose answer was lost', async () => {
  const { chats, asked, held } = cloud()
  await deliver(chats, 'c', picture)
  asked.length = 0
  expect(talkOf('c')?.unsent[0]?.image?.arrived).toBe(2)
  expect(await deliver(chats, 'c', picture)).toMatchObject({ ok: true })
  expect([asked, held.size]).toEqual([[2], 3])
})

it('begins again where the cloud has not kept the first pieces', async () => {
  const { chats, asked, held, line } = cloud()
  line.breaksAt = 2
  await deliver(chats, 'c', picture)
  held.clear()
  line.breaksAt = -1
  expect(await deliver(chats, 'c', picture)).toEqual({ ok: false, code: 'BUSY' })
  expect(await deliver(chats, 'c', picture)).toMatchObject({ ok: true })
  expect(asked).toEqual([0, 1, 2, 2, 0, 1])
})

it('does not send a picture that this phone has lost', async () => {
  forgetTalks()
  const { chats, asked } = cloud()
  expect(await deliver(chats, 'c', picture)).toEqual({ ok: false, code: 'IMAGE_NOT_FIT' })
  expect(asked).toEqual([])
})
