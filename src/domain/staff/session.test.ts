import { describe, expect, it } from 'vitest'
import { minutesLater } from '../time'
import { invitationFor, isOpen, isValid, openSession, shouldNoteSeen } from './session'

const start = new Date('2026-03-10T02:00:00Z')
const member = {
  id: 'chen',
  name: '陈静',
  login: 'chen',
  grants: [{ role: 'editor' as const, branchId: 'city' }],
  active: true,
  passwordHash: '',
  createdAt: '',
  origin: 'chen',
  waiting: null,
}
const session = openSession('s1', member, 'Firefox', start)

describe('a session', () => {
  it('stays open for ninety minutes without a request, and no longer', () => {
    expect(isOpen(session, minutesLater(start, 89))).toBe(true)
    expect(isOpen(session, minutesLater(start, 90))).toBe(false)
  })
  it('ends after twelve hours however busy it was', () => {
    const busy = { ...session, seenAt: minutesLater(start, 719).toISOString() }
    expect(isOpen(busy, minutesLater(start, 719))).toBe(true)
    expect(isOpen(busy, minutesLater(start, 720))).toBe(false)
  })
  it('notes that it was seen at most every five minutes', () => {
    expect(shouldNoteSeen(session, minutesLater(start, 4))).toBe(false)
    expect(shouldNoteSeen(session, minutesLater(start, 5))).toBe(true)
  })
})

describe('a one-time link', () => {
  it('waits three days', () => {
    const invitation = invitationFor('i1', 'chen', start)
    expect(isValid(invitation, minutesLater(start, 3 * 24 * 60 - 1))).toBe(true)
    expect(isValid(invitation, minutesLater(start, 3 * 24 * 60))).toBe(false)
  })
})
