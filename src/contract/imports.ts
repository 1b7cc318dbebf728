import * as z from 'zod'
import { lineProblems } from '../domain/membership/words'
import { action } from './action'
import { Cursor, Id, Instant } from './words'

/** As many lines as one piece may carry. */
export const MOST_LINES = 500

/** Whatever the file says; the rule judges it line by line, so that one bad cell does not refuse the piece. */
const Cell = z.string().max(200)
const Line = z.strictObject({ branchCode: Cell, card: Cell, identity: Cell, phone: Cell })

/** A line counts from 1, without the heading. */
const Problem = z.object({ line: z.number().int(), problem: z.enum(lineProblems) })

export const Progress = z.object({
  id: Id,
  branchId: Id,
  branchName: z.string(),
  mode: z.enum(['add', 'remove']),
  fileName: z.string(),
  byName: z.string(),
  /** Lines in the file, and how many were taken in or refused so far. */
  lines: z.number().int(),
  seen: z.number().int(),
  added: z.number().int(),
  moved: z.number().int(),
  already: z.number().int(),
  removed: z.number().int(),
  refused: z.number().int(),
  /** The number of the piece that comes next, from 0. */
  nextPiece: z.number().int(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
})
export type Progress = z.output<typeof Progress>

export const imports = {
  /** `importId` is made by the console, so that beginning again after a cut goes on with the same import. */
  begin: action({
    input: z.strictObject({
      branchId: Id,
      importId: z.string().regex(/^[A-Za-z0-9]{16,40}$/),
      mode: z.enum(['add', 'remove']),
      fileName: z.string().trim().min(1).max(80),
      lines: z.number().int().min(1).max(2_000_000),
    }),
    output: Progress,
    refusals: ['IMPORT_DIFFERS'],
  }),
  /** Sent again after a lost answer it changes nothing and answers the same. */
  piece: action({
    input: z.strictObject({
      importId: Id,
      number: z.number().int().min(0).max(100_000),
      lines: z.array(Line).min(1).max(MOST_LINES),
    }),
    output: z.object({ progress: Progress, problems: z.array(Problem) }),
    refusals: ['IMPORT_NOT_FOUND', 'IMPORT_ENDED', 'PIECE_OUT_OF_ORDER', 'TOO_MANY_LINES'],
  }),
  finish: action({
    input: z.strictObject({ importId: Id }),
    output: Progress,
    refusals: ['IMPORT_NOT_FOUND', 'IMPORT_INCOMPLETE'],
  }),
  /** Newest first. */
  list: action({
    input: z.strictObject({ after: Cursor.optional() }),
    output: z.object({ rows: z.array(Progress), next: Cursor.nullable() }),
    refusals: [],
  }),
  /** In the order of the file. */
  problems: action({
    input: z.strictObject({ importId: Id, after: Cursor.optional() }),
    output: z.object({ rows: z.array(Problem), next: Cursor.nullable() }),
    refusals: ['IMPORT_NOT_FOUND'],
  }),
}
