import * as z from 'zod'
import { branchKinds } from '../domain/branches/words'
import { action } from './action'
import { Cursor, Done, Id, Instant, Nothing } from './words'

const Name = z.string().trim().min(1).max(40)
const OneBranch = z.strictObject({ branchId: Id })

export const BranchRow = z.object({
  id: Id,
  kind: z.enum(branchKinds),
  name: z.string(),
  code: z.string(),
  address: z.string(),
  closed: z.boolean(),
})
export type BranchRow = z.output<typeof BranchRow>

export const branches = {
  /** Where the caller's roles count: the outermost branches, with the way down to each. */
  mine: action({
    input: Nothing,
    output: z.object({ rows: z.array(BranchRow.extend({ path: z.array(z.string()) })) }),
    refusals: [],
  }),
  /** Those right below, by name. */
  children: action({
    input: z.strictObject({
      branchId: Id,
      startsWith: z.string().trim().min(1).max(40).optional(),
      after: Cursor.optional(),
    }),
    output: z.object({ rows: z.array(BranchRow), next: Cursor.nullable() }),
    refusals: [],
  }),
  /** `branchId` is the one it will be below. */
  create: action({
    input: z.strictObject({
      branchId: Id,
      kind: z.enum(branchKinds),
      name: Name,
      code: z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9][a-z0-9-]{0,31}$/),
    }),
    output: BranchRow,
    refusals: ['KIND_NOT_BELOW', 'BRANCH_CODE_TAKEN', 'BRANCH_CLOSED'],
  }),
  /** An address that is not said stays as it is. */
  rename: action({
    input: z.strictObject({ branchId: Id, name: Name, address: z.string().trim().max(80).optional() }),
    output: BranchRow,
    refusals: [],
  }),
  /** Nobody can join it any more; members stay members, and its open invitation codes end. */
  close: action({ input: OneBranch, output: BranchRow, refusals: ['BRANCH_HAS_CHILDREN', 'CITY_STAYS'] }),
  reopen: action({ input: OneBranch, output: BranchRow, refusals: ['BRANCH_CLOSED'] }),
  /** The codes that still work, without the codes themselves: those are shown once. */
  codes: action({
    input: OneBranch,
    output: z.object({
      rows: z.array(
        z.object({
          id: Id,
          madeAt: Instant,
          expiresAt: Instant /** null below ten: a code for one person would tell who joined. */,
          joined: z.number().int().nullable(),
        }),
      ),
    }),
    refusals: [],
  }),
  newCode: action({
    input: z.strictObject({ branchId: Id, days: z.union([z.literal(7), z.literal(30), z.literal(90)]) }),
    output: z.object({ id: Id, code: z.string(), expiresAt: Instant }),
    refusals: ['BRANCH_CLOSED'],
  }),
  endCode: action({ input: z.strictObject({ branchId: Id, codeId: Id }), output: Done, refusals: ['CODE_NOT_FOUND'] }),
}
