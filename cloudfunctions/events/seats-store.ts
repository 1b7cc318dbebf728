import * as z from 'zod'
import type { Pool } from '../../src/domain/signups/words'
import { declare } from '../_kit/declaration'

/** The seats of one event. `endsAt` is when it was to end as it was announced. Holders are `<ticket>.<turn>.<places>`: nothing in here says who that is. */
export type Seats = { id: string; endsAt: string } & Record<Pool, { left: number; holders: string[] }>

const pool = z.strictObject({ left: z.number(), holders: z.array(z.string()) })

export const seatsStore = declare<Seats>({
  name: 'seats',
  title: '活动名额',
  about: '每场活动还有多少名额、哪些票占着；不含是谁',
  schema: z.strictObject({
    id: z.string(),
    endsAt: z.string(),
    open: pool,
    openFreed: pool,
    shift: pool,
    shiftFreed: pool,
    newcomer: pool,
    newcomerFreed: pool,
  }),
  indexes: { byEnd: ['endsAt'] },
  owner: { kind: 'union' },
  sensitivity: 'internal',
  // A counter never hears that its event was moved, so a job asks the event itself.
  keep: { until: 'removed', why: '活动结束 30 天后清除' },
  counter: true,
})
