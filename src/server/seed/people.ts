import { CITY } from '../../domain/branches/words'
import type { StaffMember } from '../../domain/staff/staff'

/** Three people with three duties, so that a piece always has its two. None has a password: each sets one by a one-time link. */
const people = [
  { login: 'chenjing', name: '陈静', roles: ['editor'] },
  { login: 'zhoumin', name: '周敏', roles: ['reviewer'] },
  { login: 'wangjianguo', name: '王建国', roles: ['manager'] },
] as const

/** The login is the id, as it is for everybody invited later. */
export const seedStaff = (createdAt: string): StaffMember[] =>
  people.map(({ login, name, roles }) => ({
    id: login,
    name,
    login,
    grants: roles.map((role) => ({ role, branchId: CITY })),
    active: true,
    passwordHash: '',
    createdAt,
  }))

export const writer = { staffId: people[0].login, name: people[0].name }
export const reviewer = { staffId: people[1].login, name: people[1].name }
