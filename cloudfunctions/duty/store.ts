import * as z from 'zod'
import { type Call, outcomes } from '../../src/domain/duty/call'
import type { Shift } from '../../src/domain/duty/shift'
import { declare } from '../_kit/declaration'
import { SealedText } from '../_kit/sealing'

const attempts = ['reached', 'no-answer', 'busy', 'asked-later'] as const

/** `phone` is all that the person gave; nothing asks for a name. `due` is the next instant at which the clock must look, for its index. */
export type StoredCall = Call & {
  personId: string
  phone: SealedText
  drill: boolean
  log: { at: string; by: string; what: (typeof attempts)[number] }[]
  due: string
}

export const callsStore = declare<StoredCall>({
  name: 'calls',
  title: '回电请求',
  about: '您请人回电时留的一个号码，和联系到哪一步；号码加密存放，最后一次回访后清除',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    phone: SealedText,
    drill: z.boolean(),
    openedAt: z.string(),
    state: z.enum(['waiting', 'accepted', 'closed']),
    asked: z.array(z.string()),
    askedAt: z.string(),
    head: z.boolean(),
    acceptedBy: z.string(),
    acceptedAt: z.string(),
    followUps: z.array(
      z.strictObject({ dueAt: z.string(), doneAt: z.string(), note: z.enum(['', 'reached', 'not-reached']) }),
    ),
    outcome: z.enum(['', ...outcomes]),
    closedAt: z.string(),
    log: z.array(z.strictObject({ at: z.string(), by: z.string(), what: z.enum(attempts) })),
    due: z.string(),
  }),
  indexes: { byPerson: ['personId', 'openedAt'], byState: ['state', 'openedAt'], byDue: ['state', 'due'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  sensitivity: 'sensitive',
  sealed: ['phone'],
  keep: { until: 'removed', why: '结束后立即清除号码，只留下不带身份的次数' },
  fields: { openedAt: '时间', state: '进展', phone: '电话' },
  seenBy: '当班的督导，每看一次都记在「谁看过我」里',
})

export const shiftsStore = declare<Shift>({
  name: 'shifts',
  title: '值守表',
  about: '哪位督导什么时间值守',
  schema: z.strictObject({
    id: z.string(),
    staffId: z.string(),
    name: z.string(),
    from: z.string(),
    until: z.string(),
  }),
  indexes: { byStart: ['from'], byEnd: ['until'] },
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'internal',
  keep: { days: 400, since: 'until', why: '保留到能核对上一年度的值守，之后清除' },
})

/** One document: the supervisor who takes what nobody accepted. */
export type Head = { id: 'head'; staffId: string; name: string; since: string }

export const headsStore = declare<Head>({
  name: 'heads',
  title: '值守负责人',
  about: '没有人接下时由哪位督导负责',
  schema: z.strictObject({ id: z.literal('head'), staffId: z.string(), name: z.string(), since: z.string() }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '只有一条，更换时覆盖' },
})

/** How the calls that ended on a day went; `minutes` is the sum of what was waited until somebody accepted. */
export type CallCounts = {
  id: string
  day: string
  calls: number
  accepted: number
  inTime: number
  minutes: number
  outcomes: Record<string, number>
}

export const callCountsStore = declare<CallCounts>({
  name: 'callCounts',
  title: '回电次数',
  about: '每天结束了多少个回电请求、等了多久、结果如何；不含任何身份',
  schema: z.strictObject({
    id: z.string(),
    day: z.string(),
    calls: z.number(),
    accepted: z.number(),
    inTime: z.number(),
    minutes: z.number(),
    outcomes: z.record(z.string(), z.number()),
  }),
  indexes: { byDay: ['day'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '汇总数据不指向任何人，长期保留' },
  counter: true,
})
