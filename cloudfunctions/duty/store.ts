import * as z from 'zod'
import { allOutcomes, type Call } from '../../src/domain/duty/call'
import type { Shift } from '../../src/domain/duty/shift'
import { declare } from '../_kit/declaration'
import { SealedText } from '../_kit/sealing'

const attempts = ['reached', 'no-answer', 'busy', 'asked-later'] as const

const callFields = {
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
  outcome: z.enum(['', ...allOutcomes]),
  closedAt: z.string(),
}

/**
 * `id` is the personId, so that nobody has two; `callId` is what everybody else knows it by. `phone` is all that the person
 * gave; nothing asks for a name. `due` is the next instant at which the clock must look, for its index. Closed, it is on its
 * way out: its key goes, then the document.
 */
export type StoredCall = Call & {
  personId: string
  callId: string
  /** Sealed, and empty where there is none: whoever was referred may not have left one. */
  phone: SealedText
  hasNumber: boolean
  /** What the person's phone calls it, where a counsellor was first. */
  askedAs: string
  /** Why a counsellor asked for it, and what they wrote; null where only the person did. */
  referral: SealedText | null
  referralId: string
  referredByName: string
  log: { at: string; by: string; what: (typeof attempts)[number] }[]
  due: string
}

export const callsStore = declare<StoredCall>({
  name: 'calls',
  title: '回电请求',
  about: '您请人回电时留的一个号码，或咨询师请值守的同事关心您时写的话，和联系到哪一步；加密存放，结束时立即清除',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    callId: z.string(),
    phone: SealedText,
    hasNumber: z.boolean(),
    askedAs: z.string(),
    referral: SealedText.nullable(),
    referralId: z.string(),
    referredByName: z.string(),
    ...callFields,
    log: z.array(z.strictObject({ at: z.string(), by: z.string(), what: z.enum(attempts) })),
    due: z.string(),
  }),
  version: 2,
  migrations: {
    1: ({ callId, ...old }) => ({
      ...{ ...old, callId, hasNumber: true, askedAs: callId },
      ...{ referral: null, referralId: '', referredByName: '' },
    }),
  },
  indexes: {
    byPerson: ['personId', 'openedAt'],
    byCall: ['callId'],
    byState: ['state', 'openedAt'],
    byDue: ['state', 'due'],
  },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  spokenOf: { as: 'call', field: 'callId' },
  sensitivity: 'sensitive',
  sealed: ['phone', 'referral'],
  keep: {
    until: 'removed',
    why: '结束后立即清除号码，只留下不带身份的次数；没有人结束的，最迟在最后一次回访到期七天后清除',
  },
  fields: { openedAt: '时间', phone: '电话', referredByName: '请值守关心您的咨询师', referral: '咨询师写的话' },
  seenBy: '接下的督导，每看一次都记在「谁看过我」里',
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
})

/** Counts what was changed in the rota of one colleague, so that two who plan it at once do not plan over each other. */
export type Rota = { id: string; staffId: string; changes: number }

export const rotasStore = declare<Rota>({
  name: 'rotas',
  title: '排班的次数',
  about: '每位督导的班次改过几次，用来防止两个人同时排重',
  schema: z.strictObject({ id: z.string(), staffId: z.string(), changes: z.number() }),
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '每位督导只有一条' },
})

/** A call that nobody made. While it is under way `id` is `UNDER_WAY`, so that there is one; from then on its `drillId`. */
export type StoredDrill = Call & { drillId: string; startedBy: string; startedByName: string }

export const UNDER_WAY = 'under-way'

export const drillsStore = declare<StoredDrill>({
  name: 'drills',
  title: '值守演练',
  about: '每月试一次回电有没有人接：问了谁、多久接下；不涉及任何职工',
  schema: z.strictObject({
    id: z.string(),
    drillId: z.string(),
    startedBy: z.string(),
    startedByName: z.string(),
    ...callFields,
  }),
  indexes: { byStart: ['openedAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 400, since: 'openedAt', why: '保留到能核对上一年度的演练，之后清除' },
})

/**
 * `id` is the personId, so that nobody has two; `caseId` is what everybody else knows it by. `record` is the whole of it as
 * JSON, colour, reason and referrals; outside it stands only what a list and the clock need. Closed, it is on its way out.
 */
export type StoredCase = {
  id: string
  personId: string
  caseId: string
  state: 'open' | 'closed'
  ownerId: string
  openedAt: string
  dueAt: string
  record: SealedText
}

export const casesStore = declare<StoredCase>({
  name: 'cases',
  title: '跟进记录',
  about: '您请人回电之后，值守的督导为继续关心您而写的一份记录；内容加密存放',
  schema: z.strictObject({
    id: z.string(),
    personId: z.string(),
    caseId: z.string(),
    state: z.enum(['open', 'closed']),
    ownerId: z.string(),
    openedAt: z.string(),
    dueAt: z.string(),
    record: SealedText,
  }),
  indexes: { byPerson: ['personId', 'openedAt'], byCase: ['caseId'], byDue: ['state', 'dueAt'] },
  owner: { kind: 'person', field: 'personId', destroyed: 'alone' },
  sensitivity: 'sensitive',
  sealed: ['record'],
  keep: { until: 'removed', why: '跟进结束时立即清除，只留下不带身份的次数' },
  fields: { openedAt: '开始时间' },
  seenBy: '值守的督导，每看一次都记在「谁看过我」里',
})

export type CaseCounts = { id: string; day: string; closed: number }

export const caseCountsStore = declare<CaseCounts>({
  name: 'caseCounts',
  title: '跟进次数',
  about: '每天结束了多少份跟进记录；不含任何身份',
  schema: z.strictObject({ id: z.string(), day: z.string(), closed: z.number() }),
  indexes: { byDay: ['day'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '汇总数据不指向任何人，长期保留' },
})
