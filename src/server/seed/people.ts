import { CITY } from '../../domain/branches/words'
import type { StaffMember } from '../../domain/staff/staff'

/**
 * One for each duty and two where two people must agree: a piece has its writer and reviewer, an unsealing its two
 * supervisors, and a new supervisor two managers. Counsellors are six, so that there is a choice. None has a password: each sets one by a one-time link.
 */
const people = [
  { login: 'chenjing', name: '陈静', roles: ['editor'] },
  { login: 'zhoumin', name: '周敏', roles: ['reviewer'] },
  { login: 'wangjianguo', name: '王建国', roles: ['manager'] },
  { login: 'qinlan', name: '秦岚', roles: ['manager'] },
  { login: 'liusuqin', name: '刘素琴', roles: ['supervisor'] },
  { login: 'mazhiyuan', name: '马志远', roles: ['supervisor'] },
  { login: 'hanxuemei', name: '韩雪梅', roles: ['auditor'] },
  { login: 'linyuehua', name: '林月华', roles: ['counsellor'] },
  { login: 'songlei', name: '宋磊', roles: ['host'] },
  { login: 'shenruolan', name: '沈若兰', roles: ['counsellor'] },
  { login: 'gaozhiming', name: '高志明', roles: ['counsellor'] },
  { login: 'suwan', name: '苏婉', roles: ['counsellor'] },
  { login: 'chenguodong', name: '陈国栋', roles: ['counsellor'] },
  { login: 'naren', name: '娜仁', roles: ['counsellor'] },
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
    origin: login,
    waiting: null,
  }))

/** Those who can be booked from the first day. */
export const counsellorLogins = ['linyuehua', 'shenruolan', 'gaozhiming', 'suwan', 'chenguodong', 'naren'] as const

export const manager = { staffId: people[2].login, name: people[2].name }
/** Who plans what there is to come to. */
export const host = { staffId: people[8].login, name: people[8].name }
export const writer = { staffId: people[0].login, name: people[0].name }
export const reviewer = { staffId: people[1].login, name: people[1].name }
/** The two who let out what is asked of people. */
export const supervisors = people
  .filter(({ roles }) => roles.some((role) => role === 'supervisor'))
  .map(({ login, name }) => ({ staffId: login, name }))
