import * as z from 'zod'
import {
  type CounsellingAddition,
  type CounsellingFigure,
  type CounsellingTally,
  counters,
} from '../../src/domain/figures/counselling'
import { declare } from '../_kit/declaration'

const Counts = z.partialRecord(z.enum(counters), z.number())

/** `rolledIn`: the step that counted it, 0 while none has. What it held is gone once it is counted; its id stays. */
export type StoredCounsellingTally = CounsellingTally & { receivedAt: string; rolledIn: number }

/** `id` is a keyed hash of what happened, so that the same thing is counted once however often it is told. */
export const counsellingTalliesStore = declare<StoredCounsellingTally>({
  name: 'counsellingTallies',
  title: '咨询的次数',
  about:
    '约了、见了、取消了、聊了各一次：哪个小时、哪位咨询师；合计之后这里就清空，只留编号，免得重复计数；不记是谁来的',
  schema: z.strictObject({
    id: z.string(),
    hour: z.string(),
    staffId: z.string(),
    counts: Counts,
    receivedAt: z.string(),
    rolledIn: z.number(),
  }),
  indexes: { byStep: ['rolledIn', 'receivedAt'], byReceived: ['receivedAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 90, since: 'receivedAt', why: '同一件事晚些再报一次，也只算一次；次数本身在合计后就已清空' },
})

const sums = {
  month: z.string(),
  staffId: z.string(),
  days: z.record(z.string(), Counts),
  heat: z.record(z.string(), z.number()),
}

/** `id` is the month for everybody together, and `<staffId>.<month>` for the own work of one counsellor. */
export const counsellingFiguresStore = declare<CounsellingFigure>({
  name: 'counsellingFigures',
  title: '咨询的汇总数据',
  about: '按月、按天合计的预约、候补、对话和评分；另有每位咨询师自己的一份，只有本人看得到；不含来的人',
  schema: z.strictObject({ id: z.string(), ...sums, totals: Counts, step: z.number(), countedAt: z.string() }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '汇总数据不指向任何来的人，长期保留' },
})

type CounsellingStep = {
  id: 'step'
  step: number
  open: boolean
  batchIds: string[]
  additions: CounsellingAddition[]
}

export const counsellingRollUpsStore = declare<CounsellingStep>({
  name: 'counsellingRollUps',
  title: '咨询的汇总进度',
  about: '咨询次数的汇总进行到哪一步',
  schema: z.strictObject({
    id: z.literal('step'),
    step: z.number(),
    open: z.boolean(),
    batchIds: z.array(z.string()),
    additions: z.array(z.strictObject(sums)),
  }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '每次汇总覆盖上一次' },
})
