import { describe, expect, it } from 'vitest'
import { headWords, listWords, tellsTime, timeOf, waitingWords } from './standing-words'

const now = new Date('2026-03-10T04:00:00.000Z')
const waits = { state: 'waiting', place: 1, expectedMinutes: 5, promisedAt: null, withName: null } as const
const left = { ...waits, state: 'left', place: null, expectedMinutes: null } as const
const first = (standing: Parameters<typeof waitingWords>[0]) => waitingWords(standing, now)[0]

describe('while nobody is there yet', () => {
  it('says the place and about how long, as far as they are known', () => {
    expect(first(waits)).toBe('下一位就是您，大约 5 分钟。')
    expect(first({ ...waits, place: 3, expectedMinutes: 20 })).toBe('前面还有 2 位，大约 20 分钟。')
    expect(first({ ...waits, place: 2, expectedMinutes: null })).toBe('前面还有 1 位。')
    expect(first({ ...waits, place: null, expectedMinutes: null })).toBe('正在请值班的咨询师，还说不准要多久。')
  })

  it('says until when a message is answered, and does not hide a promise that was broken', () => {
    expect(first({ ...left, promisedAt: '2026-03-10T06:00:00.000Z' })).toContain('今天 14:00 前回复')
    expect(first({ ...left, promisedAt: '2026-03-11T04:00:00.000Z' })).toContain('明天 12:00 前回复')
    expect(first({ ...left, promisedAt: '2026-03-10T04:00:00.000Z' })).toContain('还没有等到人')
    expect(first(left)).toContain('会有人回复')
  })
})

it('says above with whom one talks', () => {
  expect(headWords({ ...waits, state: 'open', withName: '何静' })).toBe('正在和何静聊')
  expect(headWords({ ...waits, state: 'ended', withName: '何静' })).toBe('和何静的对话，已经结束')
  expect(headWords({ ...waits, state: 'ended' })).toBe('这段对话结束了')
  expect([headWords(waits), headWords(left)]).toEqual(['正在请咨询师', '您的留言'])
})

it('tells the hour of today, the day of this year, and the year of others', () => {
  expect(timeOf('2026-03-10T02:05:00.000Z', now)).toBe('10:05')
  expect(timeOf('2026-03-09T15:59:00.000Z', now)).toBe('3月9日 23:59')
  expect(timeOf('2025-12-31T15:59:00.000Z', now)).toBe('2025年12月31日 23:59')
})

it('tells a time at the beginning and after five minutes', () => {
  const at = '2026-03-10T02:05:00.000Z'
  expect(tellsTime(at, undefined)).toBe(true)
  expect(tellsTime(at, '2026-03-10T02:00:00.001Z')).toBe(false)
  expect(tellsTime(at, '2026-03-10T02:00:00.000Z')).toBe(true)
})

it('shows in a list that there is something new, and not a word of it', () => {
  const listed = { ...waits, state: 'open', withName: '何静', unread: 2, openedAt: '2026-03-10T02:05:00.000Z' } as const
  expect(listWords(listed, 0, now)).toEqual({
    name: '和何静的对话',
    hint: '10:05 · 正在进行',
    state: '您有 2 条新的回复',
  })
  expect(listWords({ ...listed, unread: 1 }, 1, now).state).toBe('您有一条新的回复，有 1 句还没有发出去')
  expect(listWords({ ...listed, unread: 0, state: 'ended' }, 0, now)).not.toHaveProperty('state')
  const message = { ...left, unread: 0, openedAt: listed.openedAt, promisedAt: '2026-03-10T06:00:00.000Z' }
  expect(listWords(message, 0, now)).toMatchObject({ name: '文字对话', state: '今天 14:00 前回复' })
})
