import * as z from 'zod'
import { noticeKinds } from '../domain/notices/words'
import { action } from './action'
import { Cursor, Done, Id, Instant, Nothing } from './words'

/** A path of the app, or nothing: a notice leads to no other place. */
const Path = z.string().regex(/^(\/[a-z0-9/-]+)?$/)
const TemplateId = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/)

export const notices = {
  /** The person's own, newest first: what was said, never what is still to come. */
  list: action({
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({
      rows: z.array(z.object({ id: Id, kind: z.enum(noticeKinds), at: Instant, path: Path, unread: z.boolean() })),
      next: Cursor.nullable(),
    }),
    refusals: [],
  }),
  /** All up to this instant, which is that of the newest on the screen: what came since stays unread. */
  read: action({ input: z.strictObject({ until: Instant }), output: Done, refusals: [] }),
  count: action({ input: Nothing, output: z.object({ unread: z.number().int() }), refusals: [] }),
  /** What WeChat may be asked to allow; nothing where messages do not go through WeChat. */
  templates: action({
    input: Nothing,
    output: z.object({ rows: z.array(z.object({ id: TemplateId, kinds: z.array(z.enum(noticeKinds)) })) }),
    refusals: [],
  }),
  /** WeChat's question was answered with yes: one message. `subscriptionId` is made by the phone, so that told twice is once. */
  subscribed: action({
    input: z.strictObject({ subscriptionId: z.string().regex(/^[A-Za-z0-9]{16,40}$/), templateId: TemplateId }),
    output: Done,
    refusals: ['TEMPLATE_NOT_FOUND', 'TOO_MANY_TRIES'],
  }),
}
