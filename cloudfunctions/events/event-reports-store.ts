import * as z from 'zod'
import type { Aggregate } from '../../src/domain/aggregates/gate'
import type { Shown } from '../../src/domain/ratings/count'
import { type RatingItem, ratingItems } from '../../src/domain/ratings/words'
import type { Numbers } from '../../src/domain/reports/report'
import { declare } from '../_kit/declaration'
import { Gated } from '../_kit/gated'

/**
 * What came of one event, as it is told: each number in it is of the whole event or has passed the gate. `trades` is written
 * once. `closing` is since when the door is being closed, empty before and after. Once `heardOut`, nothing more is said of it.
 */
export type EventReport = {
  id: string
  trades: Aggregate | null
  numbers: Numbers | null
  closing: string
  closedAt: string
  ratings: (Shown & { item: RatingItem })[]
  heardOut: boolean
}

export const emptyReport = (id: string): EventReport => ({
  ...{ id, trades: null, numbers: null, closing: '', closedAt: '' },
  ...{ ratings: [], heardOut: false },
})

const whole = z.number().int()

export const eventReportsStore = declare<EventReport>({
  name: 'eventReports',
  title: '活动报告',
  about: '每场活动多少人报名、多少人来了、评价多少；岗位只有人数够多时才有；不含是谁',
  schema: z.strictObject({
    id: z.string(),
    trades: Gated.nullable(),
    numbers: z
      .strictObject({
        ...{ signedUp: whole, waited: whole, seatedPlaces: whole, cameAt: z.array(whole), came: whole, missed: whole },
      })
      .nullable(),
    closing: z.string(),
    closedAt: z.string(),
    ratings: z.array(z.strictObject({ item: z.enum(ratingItems), count: whole, sum: whole, until: z.string() })),
    heardOut: z.boolean(),
  }),
  indexes: { byClosing: ['closing'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '汇总数据不指向任何人，长期保留' },
})
