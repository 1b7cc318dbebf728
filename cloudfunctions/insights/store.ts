import * as z from 'zod'
import { counters, type Tally } from '../../src/domain/figures/counts'
import type { Addition, Batch, Figure } from '../../src/domain/figures/roll-up'
import { declare } from '../_kit/declaration'

const counts = Object.fromEntries(counters.map((counter) => [counter, z.number()])) as Record<
  (typeof counters)[number],
  z.ZodNumber
>
const Counts = z.strictObject(counts)
const Tallies = z.array(
  z.strictObject({ pieceId: z.string(), hour: z.string() }).extend(z.object(counts).partial().shape),
) as unknown as z.ZodType<Tally[]>

/** `rolledIn`: the step that counted it, 0 while none has. */
export type StoredBatch = Batch & { rolledIn: number }

export const tallyBatchesStore = declare<StoredBatch>({
  name: 'tallyBatches',
  title: '使用次数',
  about: '手机送来的阅读和播放次数：哪篇、哪个小时、几次；不含任何身份',
  schema: z.strictObject({ id: z.string(), receivedAt: z.string(), rolledIn: z.number(), tallies: Tallies }),
  indexes: { byStep: ['rolledIn', 'receivedAt'], byReceived: ['receivedAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 400, since: 'receivedAt', why: '保留到能核对上一年度的数据，之后清除；不含身份' },
})

export const figuresStore = declare<Figure>({
  name: 'figures',
  title: '汇总数据',
  about: '按月、按天、按小时汇总的使用数据；不含任何身份',
  schema: z.strictObject({
    id: z.string(),
    month: z.string(),
    scope: z.enum(['all', 'piece']),
    pieceId: z.string(),
    used: z.number(),
    totals: Counts,
    days: z.record(z.string(), Counts),
    heat: z.record(z.string(), z.number()),
    step: z.number(),
    countedAt: z.string(),
  }),
  indexes: { byUse: ['month', 'scope', 'used'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '汇总数据不指向任何人，长期保留' },
})

/** The step under way: which batches it counts and what they add. One document, overwritten by the next step. */
export type Step = { id: 'step'; step: number; open: boolean; batchIds: string[]; additions: Addition[] }

export const rollUpsStore = declare<Step>({
  name: 'rollUps',
  title: '汇总进度',
  about: '汇总进行到哪一步',
  schema: z.strictObject({
    id: z.literal('step'),
    step: z.number(),
    open: z.boolean(),
    batchIds: z.array(z.string()),
    additions: z.array(
      z.strictObject({
        month: z.string(),
        pieceId: z.string(),
        days: z.record(z.string(), Counts),
        heat: z.record(z.string(), z.number()),
      }),
    ),
  }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '每次汇总覆盖上一次' },
})
