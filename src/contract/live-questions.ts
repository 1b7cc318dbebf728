import * as z from 'zod'
import { MOST_WORDS, questionStates } from '../domain/live-questions/live-question'
import { action } from './action'
import { Cursor, Done, Id, Instant } from './words'

/** Made by the phone, so that what is sent twice is one. */
const NewId = z.string().regex(/^[A-Za-z0-9_-]{16,40}$/)
const One = z.strictObject({ eventId: Id })

const Asked = z.object({ id: Id, text: z.string(), askedAt: Instant, state: z.enum(questionStates) })
export type OwnQuestion = z.output<typeof Asked>

/** 直播提问: to whoever speaks, before and during. The host reads it without a name. */
export const liveQuestions = {
  ask: action({
    input: One.extend({ questionId: NewId, text: z.string().trim().min(1).max(MOST_WORDS) }),
    output: Asked,
    refusals: ['EVENT_NOT_FOUND', 'LIVE_QUESTIONS_CLOSED', 'TOO_MANY_LIVE_QUESTIONS'],
  }),
  mine: action({ input: One, output: z.object({ rows: z.array(Asked) }), refusals: [] }),
  takeBack: action({ input: z.strictObject({ questionId: Id }), output: Done, refusals: ['LIVE_QUESTION_NOT_FOUND'] }),
  /** In the order in which they were asked, without a word of them: reading is an act of its own. */
  list: action({
    input: One.extend({ after: Cursor.optional() }),
    output: z.object({
      rows: z.array(z.object({ id: Id, askedAt: Instant, state: z.enum(questionStates) })),
      next: Cursor.nullable(),
    }),
    refusals: ['EVENT_NOT_FOUND', 'EVENT_NOT_ANNOUNCED'],
  }),
  /** Each reading is written into its person's ledger. What was taken back meanwhile is left out. */
  read: action({
    input: One.extend({ questionIds: z.array(Id).min(1).max(20) }),
    output: z.object({ rows: z.array(z.object({ id: Id, text: z.string() })) }),
    refusals: ['EVENT_NOT_FOUND', 'EVENT_NOT_ANNOUNCED'],
  }),
  settle: action({
    input: One.extend({ questionId: Id, state: z.enum(questionStates) }),
    output: Done,
    refusals: ['EVENT_NOT_FOUND', 'EVENT_NOT_ANNOUNCED', 'LIVE_QUESTION_NOT_FOUND'],
  }),
}
