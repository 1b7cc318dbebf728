import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openCloud } from '../../../../tests/stubs/conversation'
import { resetPhone } from '../../../../tests/stubs/taro'
import { changeTalk, forgetTalks, talkOf } from '../../phone/talks'
import { openRoom } from './room'
import type { Message } from './said'

let opened: { close: () => void }[] = []
const open = (chats: ReturnType<typeof openCloud>['chats']) => {
  const room = openRoom('c', { chats, listen: () => null, onChange: () => undefined })
  opened.push(room)
  return room
}
const unsent = (id: string) => ({ id, at: new Date().toISOString(), text: id, image: null, refused: '' })
const rest = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  resetPhone()
  forgetTalks()
  vi.useFakeTimers({ now: new Date('2026-03-10T02:00:00.000Z') })
})
afterEach(() => {
  for (const room of opened) room.close()
  opened = []
  vi.useRealTimers()
})

describe('a long conversation', () => {
  it('begins near its end and is fetched further back by wish, to the first word', async () => {
    const { cloud, chats } = openCloud()
    for (let count = 1; count <= 1000; count++) cloud.hear(`第${count}句`)
    const room = open(chats)
    room.show()
    await rest(0)
    const first = () => room.read().said.messages[0]?.number ?? 0
    expect([first(), room.read().said.messages.length, room.read().older]).toEqual([961, 40, true])
    let steps = 0
    while (room.read().older && steps++ < 100) await room.older()
    expect([first(), room.read().said.messages.length]).toEqual([1, 1000])
    expect(steps).toBe(20)
  })

  it('opens with one look where the phone knows how far it went', async () => {
    const { cloud, chats } = openCloud()
    for (let count = 1; count <= 200; count++) cloud.hear(`第${count}句`)
    changeTalk('c', { last: 200 }, new Date())
    const room = open(chats)
    room.show()
    await rest(0)
    expect(room.read().said.messages).toHaveLength(40)
    expect(cloud.calls.filter((name) => name === 'pull')).toHaveLength(1)
  })

  it('whose beginning is no longer kept is whole all the same', async () => {
    const { cloud, chats } = openCloud()
    for (let count = 1; count <= 30; count++) cloud.hear(`第${count}句`)
    const kept = {
      ...chats,
      pull: async (asked: { after: number }) => {
        const reply = (await chats.pull(asked)) as { data: { messages: Message[] } }
        reply.data.messages = reply.data.messages.filter(({ number }) => number > 20)
        return reply as never
      },
    }
    const room = open(kept)
    room.show()
    await rest(0)
    expect([room.read().said.messages.length, room.read().older]).toEqual([10, false])
  })
})

it('does not ask on and on for what never comes', async () => {
  const { cloud, chats } = openCloud()
  for (let count = 1; count <= 3; count++) cloud.hear(`第${count}句`)
  const gapped = {
    ...chats,
    pull: async (asked: { after: number }) => {
      const reply = (await chats.pull(asked)) as { data: { messages: Message[] } }
      reply.data.messages = reply.data.messages.filter(({ number }) => number !== 2)
      return reply as never
    },
  }
  const room = open(gapped)
  room.show()
  await rest(0)
  expect(room.read().said.messages.map(({ text }) => text)).toEqual(['第1句', '第3句'])
  expect(cloud.calls.filter((name) => name === 'pull').length).toBeLessThan(4)
})

type Step = 'say' | 'hear' | 'wait' | 'lost-request' | 'lost-answer' | 'down' | 'up' | 'kill' | 'hide' | 'retry'
const steps: Step[] = ['say', 'hear', 'wait', 'lost-request', 'lost-answer', 'down', 'up', 'kill', 'hide', 'retry']

it('has each thing once, in one order on both sides, whatever breaks on the way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { maxLength: 40 }), async (way) => {
      resetPhone()
      forgetTalks()
      const { cloud, chats } = openCloud()
      let room = open(chats)
      room.show()
      let count = 0
      const mine: string[] = []
      for (const step of way) {
        if (step === 'say') {
          const id = `mine${count++}`
          mine.push(id)
          room.say(unsent(id))
        }
        if (step === 'hear') cloud.hear(`other${count++}`)
        if (step === 'wait') await rest(3_000)
        if (step === 'lost-request' || step === 'lost-answer') cloud.line.push(step)
        if (step === 'down') cloud.down = true
        if (step === 'up') cloud.down = false
        if (step === 'hide') {
          room.hide()
          room.show()
        }
        if (step === 'retry') for (const { id } of room.read().said.outgoing) room.retry(id)
        if (step === 'kill') {
          room.close()
          room = open(chats)
          room.show()
        }
        await rest(0)
      }
      cloud.down = false
      cloud.line = []
      await rest(120_000)
      expect(room.read().said.messages.map(({ id }) => id)).toEqual(cloud.stored.map(({ id }) => id))
      expect(cloud.stored.filter(({ side }) => side === 'person').map(({ id }) => id)).toEqual(mine)
      expect(room.read().said.outgoing).toEqual([])
      expect(talkOf('c')?.unsent ?? []).toEqual([])
      room.close()
    }),
    { numRuns: 60 },
  )
})
