import * as z from 'zod'
import type { Answered, AnsweredMonth } from '../../src/domain/hotlines/answered'
import type { Bill, BilledMonth } from '../../src/domain/hotlines/billed'
import type { Directory } from '../../src/domain/hotlines/directory'
import { holidayRules } from '../../src/domain/hotlines/hours'
import { callOutcomes, costs, institutionKinds, topics } from '../../src/domain/hotlines/words'
import { declare } from '../_kit/declaration'

const Span = { from: z.number(), until: z.number() }
const Gone = z.strictObject({ id: z.string(), dialId: z.number(), name: z.string(), institutionName: z.string() })

/** One document, so that the phone's list is one read, and the order is changed as one. */
export type StoredDirectory = Directory & { id: typeof DIRECTORY }
export const DIRECTORY = 'directory'

export const hotlinesStore = declare<StoredDirectory>({
  name: 'hotlines',
  title: '热线',
  about: '有哪些机构和热线、什么时间接听；人人可看',
  schema: z.strictObject({
    id: z.literal(DIRECTORY),
    institutions: z.array(
      z.strictObject({
        id: z.string(),
        branchId: z.string(),
        revision: z.number(),
        name: z.string(),
        kind: z.enum(institutionKinds),
        note: z.string(),
      }),
    ),
    lines: z.array(
      z.strictObject({
        id: z.string(),
        dialId: z.number(),
        institutionId: z.string(),
        revision: z.number(),
        name: z.string(),
        numbers: z.array(z.string()),
        answeredBy: z.string(),
        cost: z.enum(costs),
        anonymous: z.boolean(),
        hours: z.strictObject({
          always: z.boolean(),
          periods: z.array(z.strictObject({ weekday: z.number(), ...Span })),
          onHolidays: z.enum(holidayRules),
          holidaySpans: z.array(z.strictObject(Span)),
        }),
        sample: z.boolean(),
        hidden: z.boolean(),
      }),
    ),
    gone: z.array(Gone),
    lastDialId: z.number(),
  }),
  owner: { kind: 'union' },
  sensitivity: 'public',
  keep: { until: 'removed', why: '由管理员修改或删除' },
})

export const answeredStore = declare<Answered>({
  name: 'answered',
  title: '接听记录',
  about: '接线的同事写下的每一通：什么时间、几分钟、哪一类、结果如何；不记来电的人',
  schema: z.strictObject({
    id: z.string(),
    lineId: z.string(),
    staffId: z.string(),
    startedAt: z.string(),
    minutes: z.number(),
    topic: z.enum(topics),
    outcome: z.enum(callOutcomes),
    loggedAt: z.string(),
    void: z.boolean(),
  }),
  indexes: { byStaff: ['staffId', 'loggedAt'], byLogged: ['loggedAt'] },
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'internal',
  keep: { days: 400, since: 'loggedAt', why: '保留到能核对上一年度的接听，之后清除；不含来电的人' },
})

/** `id` is the month. */
export const answeredMonthsStore = declare<AnsweredMonth & { id: string }>({
  name: 'answeredMonths',
  title: '接听次数',
  about: '每条热线每月接听了多少通、多少分钟；不含任何身份',
  schema: z.strictObject({
    id: z.string(),
    lines: z.record(z.string(), z.strictObject({ calls: z.number(), minutes: z.number() })),
    topics: z.partialRecord(z.enum(topics), z.number()),
    outcomes: z.partialRecord(z.enum(callOutcomes), z.number()),
  }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '汇总数据不指向任何人，长期保留' },
})

export const billsStore = declare<Bill>({
  name: 'bills',
  title: '话单导入',
  about: '谁在什么时间为哪条热线导入了哪份话单、有多少通；不含主叫号码',
  schema: z.strictObject({
    id: z.string(),
    lineId: z.string(),
    branchId: z.string(),
    fileName: z.string(),
    by: z.string(),
    byName: z.string(),
    calls: z.number(),
    counted: z.number(),
    nextPiece: z.number(),
    startedAt: z.string(),
    endedAt: z.string(),
  }),
  indexes: { byStart: ['startedAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '长期保留，免得同一份话单再算一次' },
})

const Sum = z.strictObject({ calls: z.number(), seconds: z.number() })

/** `id` is the month. */
export const billedMonthsStore = declare<BilledMonth & { id: string }>({
  name: 'billedMonths',
  title: '话单通数',
  about: '每条热线每月按日、按钟点合计的通数和时长，来自运营商的话单；不含主叫号码',
  schema: z.strictObject({
    id: z.string(),
    lines: z.record(z.string(), Sum.extend({ days: z.record(z.string(), Sum), hours: z.record(z.string(), Sum) })),
  }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '汇总数据不指向任何人，长期保留' },
})
