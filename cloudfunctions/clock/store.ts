import * as z from 'zod'
import { declare } from '../_kit/declaration'

/** Who runs a job, until when, and when it last ended. */
export type Lease = { id: string; holder: string; until: string; endedAt: string }

export const leasesStore = declare<Lease>({
  name: 'leases',
  title: '定时任务',
  about: '定时任务由谁在执行、上次何时完成',
  schema: z.strictObject({ id: z.string(), holder: z.string(), until: z.string(), endedAt: z.string() }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '每个任务一条，持续更新' },
})
