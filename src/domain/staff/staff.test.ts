import { describe, expect, it } from 'vitest'
import { CITY } from '../branches/words'
import { changeStaff } from './staff'
import type { Role } from './words'

const cityWide = (...roles: Role[]) => roles.map((role) => ({ role, branchId: CITY }))

const wang = {
  id: 'wang',
  name: '王建国',
  login: 'wang',
  grants: cityWide('manager'),
  active: true,
  passwordHash: 'scrypt$a$b',
  createdAt: '',
  origin: 'wang',
  waiting: null,
}

describe('changing a member of staff', () => {
  it('is refused when it would leave nobody to manage', () => {
    expect(changeStaff(wang, { grants: cityWide('editor'), active: true }, 0)).toEqual({
      ok: false,
      code: 'LAST_MANAGER',
    })
    expect(changeStaff(wang, { grants: cityWide('manager'), active: false }, 0)).toEqual({
      ok: false,
      code: 'LAST_MANAGER',
    })
  })
  it('is fine when another manager stays', () => {
    expect(changeStaff(wang, { grants: cityWide('editor'), active: true }, 1)).toMatchObject({
      ok: true,
      data: { grants: cityWide('editor') },
    })
  })
  it('is fine for a manager who was only invited: nobody could come in as them anyway', () => {
    expect(changeStaff({ ...wang, passwordHash: '' }, { grants: cityWide('editor'), active: true }, 0).ok).toBe(true)
  })
  it('that manages a part of the city is no concern of it', () => {
    const part = { ...wang, grants: [{ role: 'manager' as const, branchId: 'city.heping' }] }
    expect(changeStaff(part, { grants: cityWide('editor'), active: true }, 0).ok).toBe(true)
    const narrowed = { grants: part.grants, active: true }
    expect(changeStaff(wang, narrowed, 0)).toMatchObject({ code: 'LAST_MANAGER' })
  })
  it('keeps each role once', () => {
    expect(changeStaff(wang, { grants: cityWide('manager', 'editor', 'manager'), active: true }, 0)).toMatchObject({
      ok: true,
      data: { grants: cityWide('manager', 'editor') },
    })
  })
})
