import * as z from 'zod'
import { declare } from '../_kit/declaration'

/** The list of one draw as it was fixed, and its result; `drawnAt` and `resultHash` are empty until it is drawn. */
export type StoredDraw = {
  id: string
  text: string
  listHash: string
  fixedAt: string
  resultHash: string
  drawnAt: string
  endsAt: string
}

export const drawsStore = declare<StoredDraw>({
  name: 'draws',
  title: '抽签',
  about: '每次抽签公布的票号散列、种子对应的结果；不含是谁',
  schema: z.strictObject({
    id: z.string(),
    text: z.string(),
    listHash: z.string(),
    fixedAt: z.string(),
    resultHash: z.string(),
    drawnAt: z.string(),
    endsAt: z.string(),
  }),
  indexes: { byEnd: ['endsAt'] },
  owner: { kind: 'union' },
  sensitivity: 'public',
  keep: { days: 365, since: 'endsAt', why: '活动结束一年内，任何人都可以重新验算' },
})
