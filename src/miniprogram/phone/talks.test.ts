import { beforeEach, describe, expect, it, vi } from 'vitest'
import Taro, { resetPhone } from '../../../tests/stubs/taro'
import {
  addUnsent,
  changeTalk,
  dropTalk,
  dropUnsent,
  forgetTalks,
  imageKept,
  keepImage,
  noteUnsent,
  talkGoingOn,
  talkOf,
  type Unsent,
} from './talks'

const at = (time: string) => new Date(`2026-11-${time}Z`)
const one = (id: string, change: Partial<Unsent> = {}): Unsent => ({
  id,
  at: '2026-11-01T08:00:00.000Z',
  text: id,
  image: null,
  refused: '',
  ...change,
})
const picture = { pieces: 2, width: 1, height: 1, arrived: 0 }

beforeEach(() => {
  resetPhone()
  forgetTalks()
})

describe('what this phone keeps of a conversation', () => {
  it('is what has not arrived, each once, until it has', () => {
    addUnsent('c', one('a'), at('01T08:00:00'))
    addUnsent('c', one('b'), at('01T08:00:00'))
    addUnsent('c', one('a', { text: 'again' }), at('01T08:00:00'))
    noteUnsent('c', 'b', { refused: 'CHAT_FULL' }, at('01T08:00:00'))
    expect(talkOf('c')?.unsent).toEqual([one('a'), one('b', { refused: 'CHAT_FULL' })])
    dropUnsent('c', ['a', 'nothing'], at('01T08:00:00'))
    expect(talkOf('c')?.unsent.map(({ id }) => id)).toEqual(['b'])
  })

  it('is not begun by what is no longer there', () => {
    noteUnsent('c', 'a', { refused: 'CHAT_FULL' }, at('01T08:00:00'))
    dropUnsent('c', ['a'], at('01T08:00:00'))
    expect(talkOf('c')).toBeNull()
  })

  it('names the one that goes on: touched last, not over', () => {
    changeTalk('a', {}, at('01T08:00:00'))
    changeTalk('b', {}, at('02T08:00:00'))
    changeTalk('c', { ended: true }, at('03T08:00:00'))
    expect(talkGoingOn()?.chatId).toBe('b')
    changeTalk('a', { draft: '您好' }, at('04T08:00:00'))
    expect(talkGoingOn()).toMatchObject({ chatId: 'a', draft: '您好' })
  })

  it('goes after two weeks, and the oldest where there are many, what has not arrived last', () => {
    addUnsent('old', one('a', { image: picture }), at('01T08:00:00'))
    keepImage('a', 'AAAA')
    changeTalk('new', {}, at('15T07:59:59'))
    expect(talkOf('old')).not.toBeNull()
    changeTalk('new', {}, at('15T08:00:00'))
    expect(talkOf('old')).toBeNull()
    expect(imageKept('a')).toBeNull()

    addUnsent('waits', one('b'), at('15T08:00:00'))
    for (let count = 0; count < 30; count++) changeTalk(`c${count}`, {}, at(`15T09:00:${10 + count}`))
    expect([talkOf('waits') === null, talkOf('c0') === null, talkOf('c29') === null]).toEqual([false, true, false])
  })

  it('takes the picture along that belongs to it', () => {
    addUnsent('c', one('a', { image: picture }), at('01T08:00:00'))
    addUnsent('c', one('b', { image: picture }), at('01T08:00:00'))
    keepImage('a', 'AAAA')
    keepImage('b', 'BBBB')
    dropUnsent('c', ['a'], at('01T08:00:00'))
    expect([imageKept('a'), imageKept('b')]).toEqual([null, 'BBBB'])
    dropTalk('c')
    expect(imageKept('b')).toBeNull()
    expect(Object.keys(localStorage)).toEqual([])
  })

  it('is there while the app is open, where the phone has no room for it', () => {
    const full = vi.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
      throw new Error('no room')
    })
    addUnsent('c', one('a', { image: picture }), at('01T08:00:00'))
    keepImage('a', 'AAAA')
    expect([talkOf('c')?.unsent.length, imageKept('a')]).toEqual([1, 'AAAA'])
    full.mockRestore()
    forgetTalks()
    expect([talkOf('c'), imageKept('a')]).toEqual([null, null])
  })
})
