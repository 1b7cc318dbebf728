import * as z from 'zod'
import { declare } from '../../../cloudfunctions/_kit/declaration'

/** When the first contents were begun, and when they were all there: empty until then. */
export type Seeding = { id: string; begunAt: string; finishedAt: string }

export const seedingsStore = declare<Seeding>({
  name: 'seedings',
  title: '样例内容',
  about: '初始内容何时开始写入、何时写完',
  schema: z.strictObject({ id: z.string(), begunAt: z.string(), finishedAt: z.string() }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '只有一条，防止初始内容被重复写入' },
})
