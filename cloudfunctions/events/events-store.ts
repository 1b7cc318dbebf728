import * as z from 'zod'
import type { Event } from '../../src/domain/events/event'
import { isShown } from '../../src/domain/events/stand'
import { beginsAt, endsAt } from '../../src/domain/events/times'
import { audiences, kinds, states, ways } from '../../src/domain/events/words'
import { declare } from '../_kit/declaration'

/** What it is found by is worked out from it each time it is written; `behind`: who is signed up has yet to hear of a change. */
export type StoredEvent = Event & { shown: boolean; beginsAt: string; endsAt: string; behind: boolean }

export const storable = (event: Event, behind = false): StoredEvent => ({
  ...event,
  ...{ shown: isShown(event), beginsAt: beginsAt(event), endsAt: endsAt(event), behind },
})

export const eventsStore = declare<StoredEvent>({
  name: 'events',
  title: '活动',
  about: '开放日、团体、工作坊、巡讲和直播：什么时候、在哪里、多少名额、问什么；不含谁来',
  schema: z.strictObject({
    id: z.string(),
    branchId: z.string(),
    kind: z.enum(kinds),
    title: z.string(),
    theme: z.string(),
    about: z.string(),
    place: z.string(),
    link: z.string(),
    teacherId: z.string(),
    times: z.array(z.strictObject({ from: z.string(), until: z.string() })),
    capacity: z.number(),
    shares: z.strictObject({ shift: z.number(), newcomer: z.number() }),
    sharesUntil: z.string(),
    audience: z.enum(audiences),
    way: z.enum(ways),
    relatives: z.number(),
    questions: z.array(z.strictObject({ id: z.string(), text: z.string(), needed: z.boolean() })),
    opensAt: z.string(),
    closesAt: z.string(),
    cancelUntil: z.string(),
    hours: z.number(),
    hostId: z.string(),
    state: z.enum(states),
    revision: z.number(),
    said: z.string(),
    shown: z.boolean(),
    beginsAt: z.string(),
    endsAt: z.string(),
    behind: z.boolean(),
  }),
  indexes: {
    byBegin: ['shown', 'beginsAt'],
    byShownEnd: ['shown', 'endsAt'],
    byHost: ['hostId', 'beginsAt'],
    byState: ['state', 'endsAt'],
    byClose: ['state', 'closesAt'],
    byEnd: ['endsAt'],
    byBehind: ['behind', 'endsAt'],
    byKind: ['kind', 'beginsAt'],
    byTeacher: ['teacherId', 'beginsAt'],
  },
  owner: { kind: 'union' },
  sensitivity: 'public',
  keep: { until: 'removed', why: '办过的活动留作记录' },
})
