import * as z from 'zod'
import type { Tries } from '../../src/domain/staff/lock-out'
import { declare } from '../_kit/declaration'

export type Attempt = Tries & { id: string }

/** Keyed by a hash of what was tried: a login, a one-time code's origin, or an address that enrols devices. */
export const attemptsStore = declare<Attempt>({
  name: 'attempts',
  about: '登录连续失败的次数，用来防止有人反复猜密码；只存散列',
  schema: z.strictObject({
    id: z.string(),
    failures: z.number(),
    lockedUntil: z.string().nullable(),
    lastAt: z.string(),
  }),
  indexes: { byLast: ['lastAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 2, since: 'lastAt', why: '两天没有新的尝试就清除' },
})
