import * as z from 'zod'
import { MOST_REPLIES, type QuickReply } from '../../src/domain/chats/quick-replies'
import { declare } from '../_kit/declaration'

/** `id` is the staffId. Written anew as a whole: there is one author. */
export type StoredReplies = { id: string; staffId: string; rows: QuickReply[]; changedAt: string }

export const repliesStore = declare<StoredReplies>({
  name: 'quickReplies',
  title: '常用语',
  about: '咨询师自己写的常用语，只有本人用；不写任何来访者的事',
  schema: z.strictObject({
    id: z.string(),
    staffId: z.string(),
    rows: z.array(z.strictObject({ id: z.string(), text: z.string() })).max(MOST_REPLIES),
    changedAt: z.string(),
  }),
  owner: { kind: 'staff', field: 'staffId' },
  sensitivity: 'internal',
  keep: { until: 'removed', why: '离岗时清除' },
})
