import * as z from 'zod'
import { LONGEST_CALL_MINUTES } from '../domain/hotlines/answered'
import { LONGEST_BILLED_SECONDS } from '../domain/hotlines/billed'
import { A_DAY, holidayRules } from '../domain/hotlines/hours'
import { isNumber } from '../domain/hotlines/number'
import { callOutcomes, costs, institutionKinds, topics } from '../domain/hotlines/words'
import { action } from './action'
import { Cursor, Done, Id, Instant, Month, Nothing } from './words'

/** Made by the console, so that what is sent twice is one. */
const NewId = z.string().regex(/^[a-z0-9]{16,40}$/)
const Name = z.string().trim().min(1).max(40)
const Revision = z.number().int().min(0).max(1_000_000)
/** A line of the list, or the union's own. */
const LineId = z.string().regex(/^(union|[a-z0-9]{16,40})$/)

const Span = {
  from: z
    .number()
    .int()
    .min(0)
    .max(A_DAY - 1),
  until: z
    .number()
    .int()
    .min(1)
    .max(2 * A_DAY),
}
const isForward = ({ from, until }: { from: number; until: number }) => from < until && until - from <= A_DAY
const Hours = z.strictObject({
  always: z.boolean(),
  periods: z.array(z.strictObject({ weekday: z.number().int().min(0).max(6), ...Span }).refine(isForward)).max(28),
  onHolidays: z.enum(holidayRules),
  holidaySpans: z.array(z.strictObject(Span).refine(isForward)).max(4),
})

const LineFields = {
  name: Name,
  numbers: z.array(z.string().trim().refine(isNumber)).min(1).max(3),
  answeredBy: z.string().trim().min(1).max(60),
  cost: z.enum(costs),
  anonymous: z.boolean(),
  hours: Hours,
}
const InstitutionFields = { name: Name, kind: z.enum(institutionKinds), note: z.string().trim().max(120) }

const Line = z.object({
  ...LineFields,
  id: Id,
  dialId: z.number().int(),
  institutionId: Id,
  sample: z.boolean(),
})
export type ShownLine = z.output<typeof Line>
const Institution = z.object({ id: Id, ...InstitutionFields })

const DeskLine = Line.extend({ revision: z.number().int(), hidden: z.boolean() })
export type DeskLine = z.output<typeof DeskLine>
const DeskInstitution = Institution.extend({ branchId: Id, branchName: z.string(), revision: z.number().int() })
export type DeskInstitution = z.output<typeof DeskInstitution>

const CallSaid = {
  lineId: LineId,
  startedAt: Instant,
  minutes: z.number().int().min(0).max(LONGEST_CALL_MINUTES),
  topic: z.enum(topics),
  outcome: z.enum(callOutcomes),
}
const Entry = z.object({ ...CallSaid, id: Id, loggedAt: Instant, correctableUntil: Instant, void: z.boolean() })
export type EntryRow = z.output<typeof Entry>

const Bill = z.object({
  id: Id,
  lineId: LineId,
  lineName: z.string(),
  fileName: z.string(),
  byName: z.string(),
  /** Calls in the file that can be counted, and how many were. */
  calls: z.number().int(),
  counted: z.number().int(),
  nextPiece: z.number().int(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
})
export type BillRow = z.output<typeof Bill>

/** As many calls as one piece may carry. */
export const MOST_BILLED = 500

/** 热线: who can be called, what was answered, and what the phone company billed. Three counts that nothing adds together. */
export const hotlines = {
  /** In the order it is shown; `days` are those that are not what their weekday says, until `until`. */
  list: action({
    input: Nothing,
    output: z.object({
      institutions: z.array(Institution),
      lines: z.array(Line),
      calendar: z.object({
        until: z.string(),
        days: z.record(z.string(), z.union([z.literal('holiday'), z.number().int()])),
      }),
    }),
    refusals: [],
  }),

  /** Those the caller looks after, hidden ones too. */
  desk: action({
    input: Nothing,
    output: z.object({ institutions: z.array(DeskInstitution), lines: z.array(DeskLine) }),
    refusals: [],
  }),
  /** `revision` 0 is a new one; of one that is there, the branch stays. */
  saveInstitution: action({
    input: z.strictObject({ institutionId: NewId, branchId: Id, revision: Revision, ...InstitutionFields }),
    output: DeskInstitution,
    refusals: ['HOTLINE_NOT_FOUND', 'HOTLINE_CHANGED', 'HOTLINES_FULL'],
  }),
  removeInstitution: action({
    input: z.strictObject({ institutionId: Id }),
    output: Done,
    refusals: ['HOTLINE_NOT_FOUND', 'INSTITUTION_HAS_LINES'],
  }),
  /** `confirmed`: the caller has dialled every new number and reached the institution. */
  saveLine: action({
    input: z.strictObject({
      lineId: NewId,
      institutionId: Id,
      revision: Revision,
      ...LineFields,
      hidden: z.boolean(),
      confirmed: z.boolean(),
    }),
    output: DeskLine,
    refusals: [
      'HOTLINE_NOT_FOUND',
      'HOTLINE_CHANGED',
      'HOTLINES_FULL',
      'HOURS_OVERLAP',
      'NUMBER_ON_TOP',
      'NUMBER_NOT_CONFIRMED',
    ],
  }),
  removeLine: action({ input: z.strictObject({ lineId: Id }), output: Done, refusals: ['HOTLINE_NOT_FOUND'] }),
  /** An institution or a line, one place up or down. */
  move: action({
    input: z.strictObject({ id: Id, up: z.boolean() }),
    output: Done,
    refusals: ['HOTLINE_NOT_FOUND'],
  }),

  /** What the caller answered: never who called. Sent again it is the same entry. */
  log: action({
    input: z.strictObject({ entryId: NewId, ...CallSaid }),
    output: Entry,
    refusals: ['HOTLINE_NOT_FOUND', 'TIME_NOT_FIT', 'ENTRY_EXISTS'],
  }),
  /** The caller's own, the last logged first. */
  logged: action({
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ rows: z.array(Entry), next: Cursor.nullable() }),
    refusals: [],
  }),
  /** Within a day of logging. `void`: it was written by mistake, and is not counted. */
  correct: action({
    input: z.strictObject({ entryId: Id, ...CallSaid, void: z.boolean() }),
    output: Entry,
    refusals: ['HOTLINE_NOT_FOUND', 'ENTRY_NOT_FOUND', 'TIME_NOT_FIT', 'TOO_LATE_TO_CORRECT'],
  }),

  /** `billId` is made from the file and the line: the same file again goes on with the same import. */
  beginBill: action({
    input: z.strictObject({
      billId: z.string().regex(/^[0-9a-f]{32}$/),
      lineId: LineId,
      fileName: z.string().trim().min(1).max(80),
      calls: z.number().int().min(1).max(200_000),
    }),
    output: Bill,
    refusals: ['HOTLINE_NOT_FOUND', 'IMPORT_DIFFERS'],
  }),
  /** The calls of one month, the hour and the length of each. Whoever called is not asked for, and nothing else is taken. */
  billPiece: action({
    input: z.strictObject({
      billId: Id,
      number: z.number().int().min(0).max(10_000),
      month: Month,
      calls: z
        .array(
          z.strictObject({
            hour: z.string().regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])$/),
            seconds: z.number().int().min(0).max(LONGEST_BILLED_SECONDS),
          }),
        )
        .min(1)
        .max(MOST_BILLED),
    }),
    output: Bill,
    refusals: ['BILL_NOT_FOUND', 'PIECE_OUT_OF_ORDER', 'TOO_MANY_LINES', 'TIME_NOT_FIT'],
  }),
  bills: action({
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ rows: z.array(Bill), next: Cursor.nullable() }),
    refusals: [],
  }),
}
