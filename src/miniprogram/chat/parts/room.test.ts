import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openCloud } from '../../../../tests/stubs/conversation'
import { resetPhone } from '../../../../tests/stubs/taro'
import { forgetTalks, talkOf } from '../../phone/talks'
import type { Heard } from './doorbell'
import { openRoom, type Room } from './room'

let opened: { close: () => void }[] = []
const open = (
  chats: ReturnType<typeof openCloud>['chats'],
  listen: (heard: Heard) => (() => void) | null = () => null,
) => {
  const rooms: Room[] = []
  const room = openRoom('c', { chats, listen, onChange: (now) => rooms.push(now) })
  opened.push(room)
  return { room, rooms }
}
const unsent = (id: string, text = id) => ({ id, at: new Date().toISOString(), text, image: null, refused: '' })
const texts = (room: { read: () => Room }) => room.read().said.messages.map(({ text }) => text)
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

describe('a conversation on this phone', () => {
  it('shows what was said and what comes in, and says what was read', async () => {
    const { cloud, chats } = openCloud()
    cloud.hear('您好')
    const { room } = open(chats)
    room.show()
    await rest(0)
    expect(texts(room)).toEqual(['您好'])
    expect(cloud.read).toBe(1)
    cloud.hear('慢慢说')
    await rest(2_000)
    expect(texts(room)).toEqual(['您好', '慢慢说'])
    expect(cloud.read).toBe(2)
  })

  it('looks at nothing and marks nothing while it is out of sight, and at once when it comes back', async () => {
    const { cloud, chats } = openCloud()
    const { room } = open(chats)
    room.show()
    await rest(0)
    room.hide()
    cloud.hear('您好')
    const before = cloud.calls.length
    await rest(10 * 60_000)
    expect(cloud.calls).toHaveLength(before)
    room.show()
    await rest(0)
    expect(texts(room)).toEqual(['您好'])
  })

  it('keeps what is said on the phone until the cloud said yes, and sends it after the app was killed', async () => {
    const { cloud, chats } = openCloud()
    cloud.down = true
    const { room } = open(chats)
    room.show()
    room.say(unsent('a'))
    room.say(unsent('b'))
    await rest(5_000)
    expect(talkOf('c')?.unsent.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(room.read()).toMatchObject({ cutOff: true, chat: null })
    room.close()

    cloud.down = false
    const again = open(chats).room
    expect(again.read().said.outgoing.map(({ id }) => id)).toEqual(['a', 'b'])
    again.show()
    await rest(0)
    expect(cloud.stored.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(texts(again)).toEqual(['a', 'b'])
    expect(talkOf('c')?.unsent).toEqual([])
  })

  it('tells that it does not go through after three tries, tries on, and at once when told to', async () => {
    const { cloud, chats } = openCloud()
    const { room } = open(chats)
    room.show()
    await rest(0)
    cloud.down = true
    room.say(unsent('a'))
    await rest(2_900)
    expect(room.read().sendFailures).toBe(2)
    await rest(200)
    expect(room.read().sendFailures).toBe(3)
    cloud.down = false
    room.retry('a')
    await rest(0)
    expect([texts(room), room.read().sendFailures]).toEqual([['a'], 0])
  })

  it('keeps in sight with its reason what was refused, until it is taken back', async () => {
    const { cloud, chats } = openCloud()
    cloud.ended = true
    const { room } = open(chats)
    room.say(unsent('a'))
    room.show()
    await rest(0)
    expect(room.read().said.outgoing).toMatchObject([{ id: 'a', refused: 'CHAT_ENDED' }])
    expect(talkOf('c')?.unsent).toMatchObject([{ id: 'a', refused: 'CHAT_ENDED' }])
    room.giveUp('a')
    expect(talkOf('c')?.unsent).toEqual([])
    expect(room.read().said.outgoing).toEqual([])
  })

  it('sends what is under way though the page is left, and says it only once', async () => {
    const { cloud, chats } = openCloud()
    const { room } = open(chats)
    room.show()
    room.say(unsent('a'))
    room.close()
    await rest(0)
    expect(cloud.stored.map(({ id }) => id)).toEqual(['a'])
    expect(talkOf('c')?.unsent).toEqual([])
  })

  it('does not lose what another window has said meanwhile', async () => {
    const { cloud, chats } = openCloud()
    const one = open(chats).room
    const other = open(chats).room
    cloud.down = true
    one.say(unsent('a'))
    other.say(unsent('b'))
    expect(talkOf('c')?.unsent.map(({ id }) => id)).toEqual(['a', 'b'])
    other.close()
    await rest(0)
    cloud.down = false
    one.show()
    await rest(5_000)
    expect(talkOf('c')?.unsent.map(({ id }) => id)).toEqual(['b'])
  })

  it('stops looking when it is over, and forgets one that is gone', async () => {
    const { cloud, chats } = openCloud()
    cloud.ended = true
    const { room } = open(chats)
    room.show()
    await rest(0)
    const before = cloud.calls.length
    await rest(10 * 60_000)
    expect(cloud.calls).toHaveLength(before)
    expect(talkOf('c')?.ended).toBe(true)

    const gone = open({ ...chats, pull: async () => ({ ok: false, code: 'CHAT_NOT_FOUND' }) as never }).room
    gone.show()
    await rest(0)
    expect(gone.read().refused).toBe('CHAT_NOT_FOUND')
    expect(talkOf('c')).toBeNull()
  })

  it('gives its sign of writing once in four seconds, and takes the other one’s back after six', async () => {
    const { cloud, chats } = openCloud()
    let heard: Heard | undefined
    const { room } = open(chats, (told) => {
      heard = told
      return () => undefined
    })
    room.show()
    await rest(0)
    for (let key = 0; key < 10; key++) {
      room.write()
      await rest(500)
    }
    expect(cloud.calls.filter((name) => name === 'typing')).toHaveLength(2)
    cloud.chat.otherTyping = true
    heard?.ring()
    await rest(0)
    expect(room.read().typing).toBe(true)
    await rest(6_000)
    expect(room.read().typing).toBe(false)
  })
})

describe('a doorbell', () => {
  it('says when to look; broken, the phone looks by itself and listens again', async () => {
    const { cloud, chats } = openCloud()
    const listeners: Heard[] = []
    const { room } = open(chats, (heard) => {
      listeners.push(heard)
      return () => undefined
    })
    room.show()
    await rest(0)
    cloud.hear('您好')
    listeners[0]?.ring()
    await rest(0)
    expect(texts(room)).toEqual(['您好'])
    cloud.hear('在吗')
    listeners[0]?.broken()
    await rest(2_000)
    expect(texts(room)).toEqual(['您好', '在吗'])
    expect(listeners).toHaveLength(2)
  })
})
