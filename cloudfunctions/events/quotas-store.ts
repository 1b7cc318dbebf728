import * as z from 'zod'
import { declare } from '../_kit/declaration'

/** How many lectures a district is to have in a year. `id` is `<branchId>.<year>`. */
export type Quota = { id: string; branchId: string; year: string; quota: number }

export const quotaId = (branchId: string, year: string) => `${branchId}.${year}`

export const quotasStore = declare<Quota>({
  name: 'quotas',
  title: '巡讲场次',
  about: '每个区一年计划办几场巡讲；不含任何身份',
  schema: z.strictObject({ id: z.string(), branchId: z.string(), year: z.string(), quota: z.number() }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '由管理员修改' },
})
