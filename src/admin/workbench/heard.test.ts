import { describe, expect, it } from 'vitest'
import { asking, callsIn } from './heard'
import type { Conversation, WaitingChat } from './words'

const waiting = (id: string, yours: boolean): WaitingChat => ({
  id,
  state: 'waiting',
  openedAt: '2026-03-10T04:00:00.000Z',
  yours,
  turnEndsAt: null,
  promisedAt: null,
  overdue: false,
})
const held = (id: string, unread: number, last: number, closed: Conversation['closed'] = 'no') =>
  ({ chat: { id, unread, last }, closed }) as Conversation

describe('what a counsellor has to hear of', () => {
  it('is who waits, whose turn it is, and what was written where nobody looks', () => {
    const listed = { waiting: [waiting('w', true), waiting('v', false)] }
    const conversations = [held('a', 1, 4), held('b', 2, 9), held('c', 0, 3), held('d', 1, 1, 'ended')]
    expect([...callsIn(listed, conversations, 'b')]).toEqual(['w', 'w is yours', 'v', 'a 4'])
    expect([...callsIn(listed, conversations, null)]).toContain('b 9')
    expect(callsIn(null, [], null).size).toBe(0)
  })

  it('is counted by what asks for something', () => {
    expect(asking({ waiting: [waiting('w', true), waiting('v', false)] }, [held('a', 3, 4), held('b', 0, 1)])).toBe(2)
    expect(asking(null, [])).toBe(0)
  })
})
