import { describe, expect, it } from 'vitest'
import type { Grant } from '../../src/domain/staff/words'
import { rolesOf } from '../../src/domain/staff/words'
import { type Caller, reaches, within } from './caller'

const staff = (...grants: Grant[]): Caller => ({
  kind: 'staff',
  staffId: 's',
  name: '何欣',
  login: 's',
  sessionId: 'x',
  expiresAt: '2026-03-10T14:00:00.000Z',
  grants,
  roles: rolesOf(grants),
})
const permission = { employee: 'own', manager: 'branch', auditor: 'subject' } as const
const heping = 'city.heping'

describe('how far a caller reaches', () => {
  it('is what the table says of each role they hold, and nothing for who is not in it', () => {
    expect(reaches(permission, { kind: 'employee', personId: 'p' })).toEqual(['own'])
    expect(reaches(permission, { kind: 'visitor' })).toEqual([])
    expect(reaches(permission, { kind: 'member', personId: 'p', branchId: heping })).toEqual([])
    expect(reaches(permission, staff({ role: 'manager', branchId: heping }))).toEqual(['branch'])
    expect(
      reaches(permission, staff({ role: 'manager', branchId: heping }, { role: 'auditor', branchId: 'city' })),
    ).toEqual(['branch', 'subject'])
    expect(reaches(permission, staff({ role: 'editor', branchId: 'city' }))).toEqual([])
    expect(reaches(permission, staff())).toEqual([])
  })
  it('is nothing while the second factor is not set up, whatever was granted', () => {
    const joining = { ...staff({ role: 'manager', branchId: 'city' }), kind: 'joining' } as unknown as Caller
    expect(reaches(permission, joining)).toEqual([])
    expect(within(permission, joining, heping)).toBeUndefined()
  })
})

describe('a branch', () => {
  it('is within reach where the role counts and below, not above and not beside', () => {
    const manager = staff({ role: 'manager', branchId: heping })
    expect(within(permission, manager, heping)).toBe(heping)
    expect(within(permission, manager, `${heping}.works`)).toBe(`${heping}.works`)
    expect(within(permission, manager, 'city')).toBeUndefined()
    expect(within(permission, manager, 'city.hepingwest')).toBeUndefined()
    expect(within(permission, manager, 'city.other')).toBeUndefined()
    expect(within(permission, manager, '')).toBeUndefined()
  })
  it('is not within reach by a role that may not do this, however wide it counts', () => {
    const both = staff({ role: 'editor', branchId: 'city' }, { role: 'manager', branchId: heping })
    expect(within(permission, both, 'city.other')).toBeUndefined()
    expect(within(permission, both, heping)).toBe(heping)
  })
  it('is never within the reach of who does not work here', () => {
    expect(within(permission, { kind: 'visitor' }, heping)).toBeUndefined()
    expect(within(permission, { kind: 'member', personId: 'p', branchId: heping }, heping)).toBeUndefined()
  })
})
