import { describe, expect, it } from 'vitest'
import { invitationsStore, staffStore } from '../identity'
import { secretId } from '../keys'
import { firstManager } from './first-manager'
import { fromStored } from './stored'

const now = new Date('2026-03-10T02:00:00.000Z')

describe('the first manager', () => {
  it('is a manager without a password, and an invitation that only the link opens', () => {
    const { code, expiresAt, lines } = firstManager(' WangJianguo ', ' 王建国 ', now)
    expect(Object.keys(lines)).toEqual(['staff', 'invitations'])
    const member = fromStored(staffStore, JSON.parse(lines.staff ?? ''))
    expect(member).toEqual({
      id: 'wangjianguo',
      login: 'wangjianguo',
      name: '王建国',
      grants: [{ role: 'manager', branchId: 'city' }],
      active: true,
      passwordHash: '',
      createdAt: now.toISOString(),
      origin: 'wangjianguo',
      waiting: null,
    })
    const invitation = fromStored(invitationsStore, JSON.parse(lines.invitations ?? ''))
    expect(invitation).toEqual({ id: secretId(code), staffId: 'wangjianguo', expiresAt })
    expect(Object.values(lines).join('')).not.toContain(code)
  })

  it('has another link every time', () => {
    const codes = [1, 2].map(() => firstManager('wang', '王', now).code)
    expect(new Set(codes).size).toBe(2)
  })

  it('is refused with a login or a name that is none', () => {
    for (const login of ['', 'w', '王建国', 'a b', '../x'])
      expect(() => firstManager(login, '王建国', now)).toThrow('login')
    for (const name of ['', '  ', '王'.repeat(21)]) expect(() => firstManager('wang', name, now)).toThrow('name')
  })
})
