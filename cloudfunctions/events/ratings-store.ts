import * as z from 'zod'
import type { Score } from '../../src/domain/ratings/may-rate'
import { ratingItems } from '../../src/domain/ratings/words'
import { declare } from '../_kit/declaration'

/** The id is drawn by chance, and of when it was said only the day is kept: nothing in here leads to anybody. */
export type Rating = { id: string; eventId: string; day: string; scores: Score[] }

export const ratingsStore = declare<Rating>({
  name: 'ratings',
  title: '活动评价',
  about: '参加过的人给活动和老师打的分：哪场活动、哪一天、几分；不含是谁',
  schema: z.strictObject({
    id: z.string(),
    eventId: z.string(),
    day: z.string(),
    scores: z.array(z.strictObject({ item: z.enum(ratingItems), score: z.number() })),
  }),
  indexes: { byEvent: ['eventId', 'day'], byDay: ['day'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 300, since: 'day', why: '一个团体最长办 200 天，评价汇总之后就不再需要单份的分数' },
})
