import * as z from 'zod'
import { MOST_ADDITIONS, MOST_IN_ADDITION, recordStates, sessionKinds } from '../domain/records/record'
import { MOST_IN_ANSWER, MOST_IN_QUESTION, supervisionStates } from '../domain/records/supervision'
import { fits, MOST_IN_SECTION, sectionIds, templateIds } from '../domain/records/templates'
import { action } from './action'
import { Cursor, Done, Id, Instant, Nothing } from './words'

/** Made by the browser, so that sending again after a lost answer is the same thing. */
const Fresh = z.string().regex(/^[A-Za-z0-9]{16,40}$/)
const One = z.strictObject({ recordId: Id })
const Request = z.strictObject({ requestId: Id })
const Session = z.strictObject({ of: z.enum(sessionKinds), ofId: Id })
const Revision = z.number().int().min(0).max(1_000_000)
const Template = z.enum(templateIds)
const Sections = z
  .array(z.strictObject({ section: z.enum(sectionIds), text: z.string().max(MOST_IN_SECTION) }))
  .max(sectionIds.length)
const text = (most: number) => z.string().trim().min(1).max(most)

/** What a list shows: never a word of what is in it. */
const Row = z.object({
  id: Id,
  of: z.enum(sessionKinds),
  /** When the session was. */
  at: Instant,
  template: Template,
  state: z.enum(recordStates),
  savedAt: Instant,
  pseudonym: z.string(),
  supervision: z.enum(supervisionStates).nullable(),
})
export type RecordRow = z.output<typeof Row>

const Additions = z.array(z.object({ at: Instant, text: z.string() })).max(MOST_ADDITIONS)

const Shown = Row.omit({ supervision: true }).extend({
  revision: Revision,
  closedAt: Instant.nullable(),
  sections: Sections,
  additions: Additions,
  supervision: z
    .object({
      state: z.enum(supervisionStates),
      question: z.string(),
      askedAt: Instant,
      answer: z.string().nullable(),
      answeredAt: Instant.nullable(),
    })
    .nullable(),
})
export type RecordShown = z.output<typeof Shown>

/** What a supervisor sees before taking it: that somebody asks, and since when. */
const Waiting = z.object({ id: Id, askedAt: Instant, yours: z.boolean() })
export type SupervisionRow = z.output<typeof Waiting>

/** A counsellor's own records of sessions: one for each counsellor and session, and nobody else's to read. */
export const records = {
  /** The newest session first. */
  list: action({
    input: z.strictObject({
      state: z.enum(recordStates).optional(),
      template: Template.optional(),
      from: Instant.optional(),
      before: Instant.optional(),
      after: Cursor.optional(),
    }),
    output: z.object({ rows: z.array(Row), next: Cursor.nullable() }),
    refusals: [],
  }),
  /**
   * Whether the caller wrote about it; null where nothing was yet. With its words only while the session goes on: at any other
   * time they are opened, which the person sees.
   */
  forSession: action({
    input: Session,
    output: z.object({ row: Row.nullable(), record: Shown.nullable() }),
    refusals: ['COUNSELLING_NOT_FOUND'],
  }),
  /** Written into the person's ledger first. */
  open: action({ input: One, output: Shown, refusals: ['RECORD_NOT_FOUND'] }),
  /** The whole of a draft, over `revision`; 0 begins it, and is only about a session. */
  save: action({
    input: z
      .strictObject({
        about: z.union([Session, One]),
        saveId: Fresh,
        revision: Revision,
        template: Template,
        sections: Sections,
      })
      .refine(({ template, sections }) => fits(template, sections)),
    output: z.object({ recordId: Id, revision: Revision, savedAt: Instant }),
    refusals: ['COUNSELLING_NOT_FOUND', 'RECORD_NOT_FOUND', 'RECORD_CHANGED', 'RECORD_CLOSED'],
  }),
  /** For good: what comes to mind afterwards is added under its date. */
  close: action({
    input: z.strictObject({ recordId: Id, revision: Revision }),
    output: z.object({ closedAt: Instant }),
    refusals: ['RECORD_NOT_FOUND', 'RECORD_CHANGED'],
  }),
  add: action({
    input: z.strictObject({ recordId: Id, additionId: Fresh, text: text(MOST_IN_ADDITION) }),
    output: z.object({ additions: Additions }),
    refusals: ['RECORD_NOT_FOUND', 'RECORD_OPEN', 'TOO_MANY_ADDITIONS'],
  }),
  askSupervision: action({
    input: z.strictObject({ recordId: Id, question: text(MOST_IN_QUESTION) }),
    output: z.object({ askedAt: Instant }),
    refusals: ['RECORD_NOT_FOUND', 'SUPERVISION_STANDING'],
  }),
  takeBackSupervision: action({
    input: One,
    output: Done,
    refusals: ['RECORD_NOT_FOUND', 'NOT_UNDER_SUPERVISION'],
  }),

  /** What waits for any supervisor, and what the caller took. Never who asks, never about whom. */
  requests: action({ input: Nothing, output: z.object({ rows: z.array(Waiting) }), refusals: [] }),
  /** Takes it, and shows it; each time it stands in the person's ledger first. Who the person is, it does not say. */
  openForSupervision: action({
    input: Request,
    output: z.object({
      id: Id,
      askedAt: Instant,
      byName: z.string(),
      question: z.string(),
      template: Template,
      sections: Sections,
      additions: Additions,
    }),
    refusals: ['REQUEST_NOT_FOUND', 'REQUEST_TAKEN'],
  }),
  answerSupervision: action({
    input: z.strictObject({ requestId: Id, answer: text(MOST_IN_ANSWER) }),
    output: Done,
    refusals: ['REQUEST_NOT_FOUND'],
  }),
}
