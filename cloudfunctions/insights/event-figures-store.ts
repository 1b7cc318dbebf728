import * as z from 'zod'
import { kinds } from '../../src/domain/events/words'
import { counters, type EventAddition, type EventFigure, type EventTally } from '../../src/domain/figures/events'
import { declare } from '../_kit/declaration'

const Counts = z.partialRecord(z.enum(counters), z.number())

/** `rolledIn`: the step that counted it, 0 while none has. What it held is gone once it is counted; its id stays. */
export type StoredEventTally = EventTally & { receivedAt: string; rolledIn: number }

/** `id` is a keyed hash of what happened, so that the same thing is counted once however often it is told. */
export const eventTalliesStore = declare<StoredEventTally>({
  name: 'eventTallies',
  title: '活动的次数',
  about: '报名、候补、退还、签到、评价各一次：哪个小时、哪类活动；合计之后这里就清空，只留编号，免得重复计数；不记是谁',
  schema: z.strictObject({
    id: z.string(),
    hour: z.string(),
    kind: z.enum(kinds),
    counts: Counts,
    receivedAt: z.string(),
    rolledIn: z.number(),
  }),
  indexes: { byStep: ['rolledIn', 'receivedAt'], byReceived: ['receivedAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { days: 400, since: 'receivedAt', why: '同一件事晚些再报一次，也只算一次；次数本身在合计后就已清空' },
})

const sums = {
  month: z.string(),
  days: z.record(z.string(), Counts),
  kinds: z.partialRecord(z.enum(kinds), Counts),
}

/** One document a month. */
export const eventFiguresStore = declare<EventFigure>({
  name: 'eventFigures',
  title: '活动的汇总数据',
  about: '全市合在一起的报名、候补、签到和评价次数，按月、按天、按活动类别；不分单位，不含来的人',
  schema: z.strictObject({ id: z.string(), ...sums, step: z.number(), countedAt: z.string() }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '汇总数据不指向任何人，长期保留' },
})

type EventStep = { id: 'step'; step: number; open: boolean; batchIds: string[]; additions: EventAddition[] }

export const eventRollUpsStore = declare<EventStep>({
  name: 'eventRollUps',
  title: '活动的汇总进度',
  about: '活动次数的汇总进行到哪一步',
  schema: z.strictObject({
    id: z.literal('step'),
    step: z.number(),
    open: z.boolean(),
    batchIds: z.array(z.string()),
    additions: z.array(z.strictObject(sums)),
  }),
  owner: { kind: 'union' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '每次汇总覆盖上一次' },
})
