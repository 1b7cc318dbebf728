import * as z from 'zod'
import { CITY } from '../../src/domain/branches/words'
import type { Invitation, Session } from '../../src/domain/staff/session'
import type { StaffMember } from '../../src/domain/staff/staff'
import { roles } from '../../src/domain/staff/words'
import { declare } from './declaration'
import { SealedText } from './sealing'

const Grants = z.array(z.strictObject({ role: z.enum(roles), branchId: z.string() }))

/** Before there were branches every role counted in the whole city. */
const granted = ({ roles: held, ...rest }: Record<string, unknown>) => ({
  ...rest,
  grants: (held as string[]).map((role) => ({ role, branchId: CITY })),
})

export const staffStore = declare<StaffMember>({
  name: 'staff',
  title: '后台人员',
  about: '在后台工作的人员：姓名、账号、角色和密码的单向散列',
  schema: z.strictObject({
    id: z.string(),
    name: z.string(),
    login: z.string(),
    grants: Grants,
    active: z.boolean(),
    passwordHash: z.string(),
    createdAt: z.string(),
    origin: z.string(),
    waiting: z
      .strictObject({
        what: z.enum(['invited', 'changed', 'relinked']),
        grants: Grants,
        by: z.string(),
        byName: z.string(),
        byOrigin: z.string(),
        askedAt: z.string(),
        expiresAt: z.string(),
      })
      .nullable(),
  }),
  version: 3,
  // Who made whose link was not written down: nobody then counts as a second person, until the server makes them a link.
  migrations: { 1: granted, 2: (old) => ({ ...old, origin: '', waiting: null }) },
  indexes: { byLogin: ['login'], byName: ['name'] },
  owner: { kind: 'staff', field: 'id' },
  sensitivity: 'personal',
  keep: { until: 'removed', why: '在岗期间保留，停用后不能登录' },
})

export const sessionsStore = declare<Session>({
  name: 'sessions',
  title: '后台登录',
  about: '后台的登录：只存令牌的散列',
  schema: z.strictObject({
    id: z.string(),
    staffId: z.string(),
    name: z.string(),
    login: z.string(),
    grants: Grants,
    joining: z.boolean(),
    client: z.string(),
    createdAt: z.string(),
    seenAt: z.string(),
    expiresAt: z.string(),
  }),
  version: 2,
  migrations: { 1: (old) => ({ ...granted(old), joining: false }) },
  indexes: { byStaff: ['staffId', 'createdAt'], byExpiry: ['expiresAt'] },
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'internal',
  keep: { days: 1, since: 'expiresAt', why: '登录过期一天后清除' },
})

export const invitationsStore = declare<Invitation>({
  name: 'invitations',
  title: '一次性链接',
  about: '一次性链接：只存链接的散列',
  schema: z.strictObject({ id: z.string(), staffId: z.string(), expiresAt: z.string() }),
  indexes: { byStaff: ['staffId', 'expiresAt'], byExpiry: ['expiresAt'] },
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'internal',
  keep: { days: 1, since: 'expiresAt', why: '链接过期一天后清除' },
})

/** `secret` is the shared secret of RFC 6238 (base32); `lastStep` the newest step taken, so that no code works twice. */
export type SecondFactor = {
  id: string
  staffId: string
  secret: SealedText
  /** Empty until a first right code was given. */
  confirmedAt: string
  lastStep: number
  /** Keyed hashes of the codes that are left. */
  recovery: string[]
}

export const secondFactorsStore = declare<SecondFactor>({
  name: 'secondFactors',
  title: '手机验证器',
  about: '督导、管理员和审计员登录用的第二道验证：密钥加密存放，备用码只存散列',
  schema: z.strictObject({
    id: z.string(),
    staffId: z.string(),
    secret: SealedText,
    confirmedAt: z.string(),
    lastStep: z.number(),
    recovery: z.array(z.string()),
  }),
  indexes: { byStaff: ['staffId'] },
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'internal',
  sealed: ['secret'],
  keep: { until: 'removed', why: '重设或离岗时清除' },
})

/** `seenAt` is written at most once a month: it says whether the browser is still used, not when. */
export type Device = { id: string; personId: string; enrolledAt: string; seenAt: string }

export const devicesStore = declare<Device>({
  name: 'devices',
  title: '这个浏览器的钥匙',
  about: '在浏览器里使用时，这台设备的钥匙的印记，用来认出哪些资料是您的；印记配不出钥匙',
  schema: z.strictObject({ id: z.string(), personId: z.string(), enrolledAt: z.string(), seenAt: z.string() }),
  version: 2,
  migrations: { 1: (old) => ({ ...old, seenAt: old.enrolledAt }) },
  indexes: { byPerson: ['personId', 'enrolledAt'], bySeen: ['seenAt'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'with-account' },
  sensitivity: 'personal',
  keep: { days: 730, since: 'seenAt', why: '两年没有再用过，就连同这把钥匙下的所有资料一起清除' },
  fields: { enrolledAt: '开始使用', seenAt: '最近使用的月份' },
})

export type Membership = { id: string; personId: string; branchId: string; since: string }

/** `id` is the personId: nobody is a member of two branches. How it was proved is not kept. */
export const membershipsStore = declare<Membership>({
  name: 'memberships',
  title: '所在单位',
  about: '您核对过的是哪个单位，不含您用来核对的号码',
  schema: z.strictObject({ id: z.string(), personId: z.string(), branchId: z.string(), since: z.string() }),
  indexes: { byPerson: ['personId'], byBranch: ['branchId', 'since'], byPath: ['branchId'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  sensitivity: 'personal',
  keep: { until: 'removed', why: '您退出单位或注销账户时立即删除' },
  seenBy: '您；督导须说明原因、两人都同意后才能看到，每一次都记在「谁看过我」里',
  fields: { branchId: '单位', since: '核对时间' },
})
