import * as z from 'zod'
import { counters, type Tally } from '../../src/domain/figures/counts'
import type { Addition, Batch, Figure } from '../../src/domain/figures/roll-up'
import { dayCounters, type UseAddition, type UseBatch, type UseFigure } from '../../src/domain/figures/roll-up-uses'
import { isUse, type Use } from '../../src/domain/figures/uses'
import { declare } from '../_kit/declaration'

export { branchCountsStore, branchFiguresStore, branchTalliesStore } from './branch-store'
export {
  counsellingFiguresStore,
  counsellingRollUpsStore,
  counsellingTalliesStore,
  type StoredCounsellingTally,
} from './counselling-store'
export { eventFiguresStore, eventRollUpsStore, eventTalliesStore } from './event-figures-store'

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
export type Step<A> = { id: 'step'; step: number; open: boolean; batchIds: string[]; additions: A[] }

const step = { id: z.literal('step'), step: z.number(), open: z.boolean(), batchIds: z.array(z.string()) }

export const rollUpsStore = declare<Step<Addition>>({
  name: 'rollUps',
  title: '汇总进度',
  about: '汇总进行到哪一步',
  schema: z.strictObject({
    ...step,
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

const AUse = z.custom<Use>((text) => typeof text === 'string' && isUse(text))
const useSums = {
  month: z.string(),
  totals: z.array(z.strictObject({ use: AUse, times: z.number() })),
  days: z.record(
    z.string(),
    z.strictObject(
      Object.fromEntries(dayCounters.map((counter) => [counter, z.number()])) as Record<
        (typeof dayCounters)[number],
        z.ZodNumber
      >,
    ),
  ),
  heat: z.record(z.string(), z.number()),
}

/** `rolledIn`: the step that counted it, 0 while none has. What it held is gone once it is counted; its id stays. */
export type StoredUses = UseBatch & { rolledIn: number }

export const useBatchesStore = declare<StoredUses>({
  name: 'useBatches',
  title: '测评与求助的使用次数',
  about: '手机送来的测评和求助次数：哪一项、哪个小时、几次；合计之后这里就清空，只留批次号，免得重复计数；不含任何身份',
  schema: z.strictObject({
    id: z.string(),
    receivedAt: z.string(),
    rolledIn: z.number(),
    uses: z.array(z.strictObject({ use: AUse, hour: z.string(), times: z.number() })),
  }),
  indexes: { byStep: ['rolledIn', 'receivedAt'], byReceived: ['receivedAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 400, since: 'receivedAt', why: '手机断网很久以后重发同一批，也只算一次；次数本身在合计后就已清空' },
})

/** One document a month. */
export const useFiguresStore = declare<UseFigure>({
  name: 'useFigures',
  title: '测评与求助的汇总数据',
  about: '全市合在一起的测评和求助次数，按月、按天、按星期和钟点；不分单位，不含任何身份',
  schema: z.strictObject({ id: z.string(), ...useSums, step: z.number(), countedAt: z.string() }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '汇总数据不指向任何人，长期保留' },
})

export const useRollUpsStore = declare<Step<UseAddition>>({
  name: 'useRollUps',
  title: '测评与求助的汇总进度',
  about: '测评与求助次数的汇总进行到哪一步',
  schema: z.strictObject({ ...step, additions: z.array(z.strictObject(useSums)) }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '每次汇总覆盖上一次' },
})
