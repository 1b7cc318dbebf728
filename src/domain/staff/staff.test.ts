import { describe, expect, it } from 'vitest'
import { changeStaff } from './staff'

const wang = {
  id: 'wang',
  name: '王建国',
  login: 'wang',
  grants: [{ role: 'manager' as const, branchId: 'city' }],
  active: true,
  passwordHash: 'scrypt$a$b',
  createdAt: '',
}

describe('changing a member of staff', () => {
  it('is refused when it would leave nobody to manage', () => {
    expect(changeStaff(wang, { roles: ['editor'], active: true }, 0)).toEqual({ ok: false, code: 'LAST_MANAGER' })
    expect(changeStaff(wang, { grants: [{ role: 'manager', branchId: CITY }], active: false }, 0)).toEqual({
      ok: false,
      code: 'LAST_MANAGER',
    })
  })
  it('is fine when another manager stays', () => {
    expect(changeStaff(wang, { roles: ['editor'], active: true }, 1)).toMatchObject({
      ok: true,
      data: { roles: ['editor'] },
    })
  })
  it('is fine for a manager who was only invited: nobody could come in as them anyway', () => {
    expect(changeStaff({ ...wang, passwordHash: '' }, { roles: ['editor'], active: true }, 0).ok).toBe(true)
  })
  it('keeps each role once', () => {
    expect(changeStaff(wang, { roles: ['manager', 'editor', 'manager'], active: true }, 0)).toMatchObject({
      ok: true,
      data: { roles: ['manager', 'editor'] },
    })
  })
})
