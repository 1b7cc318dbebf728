import * as z from 'zod'
import { type BranchFigure, ways } from '../../src/domain/figures/counselled-people'
import { declare } from '../_kit/declaration'
import { Gated } from '../_kit/gated'
import { SealedText } from '../_kit/sealing'

/**
 * One document a month: `id` and `month` are the same. `takenUp` is the last branch that the walk through all of them came to;
 * `again` are those of which somebody withdrew, left or destroyed what is counted since. `branchId` is the one being counted,
 * as far as `after`. A step is heard only after the step it follows.
 */
export type BranchCount = {
  id: string
  month: string
  toDo: 'count' | 'publish' | 'clear' | 'nothing'
  step: number
  takenUp: string
  again: string[]
  branchId: string
  after: string
  publishedAt: string
}

export const branchCountsStore = declare<BranchCount>({
  name: 'branchCounts',
  title: '组织人数的统计进度',
  about: '每个月的组织人数统计到了哪一步、什么时候公布的；没有人数，也不记任何人',
  schema: z.strictObject({
    id: z.string(),
    month: z.string(),
    toDo: z.enum(['count', 'publish', 'clear', 'nothing']),
    step: z.number(),
    takenUp: z.string(),
    again: z.array(z.string()),
    branchId: z.string(),
    after: z.string(),
    publishedAt: z.string(),
  }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '每月一条，记下哪天公布的' },
})

/** How many people of one branch itself, as far as it was counted. Nothing of it has passed the gate, so nobody reads it. */
export type StoredBranchTally = { id: string; month: string; branchId: string; people: SealedText }

export const branchTalliesStore = declare<StoredBranchTally>({
  name: 'branchTallies',
  title: '还没公布的组织人数',
  about: '公布之前每个组织数到的人数，加密存放，谁也打不开，公布后立即销毁；不记任何人',
  schema: z.strictObject({ id: z.string(), month: z.string(), branchId: z.string(), people: SealedText }),
  indexes: { byMonth: ['month'] },
  // Sealed with a key that belongs to the month: no colleague and no person opens it.
  owner: { kind: 'staff', field: 'month' },
  sensitivity: 'internal',
  sealed: ['people'],
  keep: { until: 'removed', why: '公布后立即销毁' },
})

/** `id` is `<month>.<branchId>`. Written once; where it is absent, the branch is withheld. */
export type StoredBranchFigure = BranchFigure & { id: string; month: string }

export const branchFiguresStore = declare<StoredBranchFigure>({
  name: 'branchFigures',
  title: '组织的人数',
  about: '每个组织每个月有多少人用过咨询，公布一次；不满 10 人的数一个也没有，不指向任何人',
  schema: z.strictObject({
    id: z.string(),
    month: z.string(),
    branchId: z.string(),
    used: Gated,
    ways: z.array(z.strictObject({ way: z.enum(ways), people: Gated })),
  }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '公布过的合计不指向任何人，长期保留，好看出几年里的变化' },
})

export const branchFigureId = (month: string, branchId: string) => `${month}.${branchId}`
