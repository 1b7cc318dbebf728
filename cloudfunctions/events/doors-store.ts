import * as z from 'zod'
import type { Scan } from '../../src/domain/check-ins/check-in'
import { scanWays } from '../../src/domain/check-ins/words'
import { declare } from '../_kit/declaration'

/** Never changed and never removed while it counts. `receivedAt` is the server's clock, `at` that of the phone. */
export type StoredScan = Scan & { eventId: string; device: string; receivedAt: string; endsAt: string }

export const scansStore = declare<StoredScan>({
  name: 'scans',
  title: '签到记录',
  about: '每一次扫码签到：哪张票、什么时间、在哪台手机上；票号是随机的，不含是谁',
  schema: z.strictObject({
    id: z.string(),
    eventId: z.string(),
    ticketId: z.string(),
    at: z.string(),
    by: z.enum(scanWays),
    right: z.boolean(),
    device: z.string(),
    receivedAt: z.string(),
    endsAt: z.string(),
  }),
  indexes: { byEvent: ['eventId', 'at'], byEnd: ['endsAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 30, since: 'endsAt', why: '活动结束 30 天后清除' },
})

/** `id` is a keyed hash of what was shown; gone as soon as somebody has taken it. */
export type Pass = { id: string; eventId: string; staffId: string; until: string }

export const passesStore = declare<Pass>({
  name: 'passes',
  title: '签到口令',
  about: '组织者交给现场同事的一次性签到口令：只存散列',
  schema: z.strictObject({ id: z.string(), eventId: z.string(), staffId: z.string(), until: z.string() }),
  indexes: { byUntil: ['until'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 1, since: 'until', why: '过期一天后清除' },
})

/** Whose phone may check in at an event. `id` is `<event>.<person>`. */
export type DoorKeeper = { id: string; eventId: string; personId: string; since: string; endsAt: string }

export const doorKeepersStore = declare<DoorKeeper>({
  name: 'doorKeepers',
  title: '现场签到',
  about: '您用组织者给的口令，可以在自己的手机上为哪场活动签到',
  schema: z.strictObject({
    id: z.string(),
    eventId: z.string(),
    personId: z.string(),
    since: z.string(),
    endsAt: z.string(),
  }),
  indexes: { byPerson: ['personId', 'since'], byEnd: ['endsAt'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  sensitivity: 'personal',
  keep: { days: 30, since: 'endsAt', why: '活动结束 30 天后清除；您随时可以删除' },
  fields: { since: '领取时间', endsAt: '活动结束时间' },
})
