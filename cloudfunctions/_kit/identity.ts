import * as z from 'zod'
import type { Invitation, Session } from '../../src/domain/staff/session'
import type { StaffMember } from '../../src/domain/staff/staff'
import { roles } from '../../src/domain/staff/words'
import { declare } from './declaration'

export const staffStore = declare<StaffMember>({
  name: 'staff',
  about: '在后台工作的人员：姓名、账号、角色和密码的单向散列',
  schema: z.strictObject({
    id: z.string(),
    name: z.string(),
    login: z.string(),
    roles: z.array(z.enum(roles)),
    active: z.boolean(),
    passwordHash: z.string(),
    createdAt: z.string(),
  }),
  indexes: { byLogin: ['login'], byName: ['name'] },
  owner: { kind: 'staff', field: 'id' },
  sensitivity: 'personal',
  keep: { until: 'removed', why: '在岗期间保留，停用后不能登录' },
})

export const sessionsStore = declare<Session>({
  name: 'sessions',
  about: '后台的登录：只存令牌的散列',
  schema: z.strictObject({
    id: z.string(),
    staffId: z.string(),
    name: z.string(),
    login: z.string(),
    roles: z.array(z.enum(roles)),
    client: z.string(),
    createdAt: z.string(),
    seenAt: z.string(),
    expiresAt: z.string(),
  }),
  indexes: { byStaff: ['staffId', 'createdAt'], byExpiry: ['expiresAt'] },
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'internal',
  keep: { days: 1, since: 'expiresAt', why: '登录过期一天后清除' },
})

export const invitationsStore = declare<Invitation>({
  name: 'invitations',
  about: '一次性链接：只存链接的散列',
  schema: z.strictObject({ id: z.string(), staffId: z.string(), expiresAt: z.string() }),
  indexes: { byStaff: ['staffId', 'expiresAt'], byExpiry: ['expiresAt'] },
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'internal',
  keep: { days: 1, since: 'expiresAt', why: '链接过期一天后清除' },
})

export type Device = { id: string; personId: string; enrolledAt: string }

export const devicesStore = declare<Device>({
  name: 'devices',
  about: '在浏览器里使用时，这台设备的钥匙的散列，用来认出您的收藏',
  schema: z.strictObject({ id: z.string(), personId: z.string(), enrolledAt: z.string() }),
  indexes: { byPerson: ['personId', 'enrolledAt'] },
  owner: { kind: 'person', field: 'personId' },
  sensitivity: 'personal',
  keep: { until: 'removed', why: '在您清除浏览器数据或删除之前保留' },
})
