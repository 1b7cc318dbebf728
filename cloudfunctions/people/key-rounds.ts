import * as z from 'zod'
import { declare } from '../_kit/declaration'

/** How far the round through all data keys has come. `step` is empty when it has ended, `after` at the beginning of a step. */
export type KeyRound = { id: string; begunAt: string; step: string; after: string }

export const keyRoundsStore = declare<KeyRound>({
  name: 'keyRounds',
  title: '密钥巡查',
  about: '每天一轮，检查已销毁的密钥没有被数据库回档带回来：这一轮何时开始、走到哪里',
  schema: z.strictObject({ id: z.string(), begunAt: z.string(), step: z.string(), after: z.string() }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '只有一条，持续更新' },
})
