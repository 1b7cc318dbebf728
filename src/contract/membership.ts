import * as z from 'zod'
import { branchKinds } from '../domain/branches/words'
import { numberKinds } from '../domain/membership/words'
import { action } from './action'
import { Done, Instant, Nothing } from './words'

/** From the city down. */
const Standing = z.object({
  member: z
    .object({ path: z.array(z.object({ kind: z.enum(branchKinds), name: z.string() })), since: Instant })
    .nullable(),
})

export const membership = {
  show: action({ input: Nothing, output: Standing, refusals: [] }),
  proveByCode: action({
    input: z.strictObject({ code: z.string().trim().min(1).max(40) }),
    output: Standing,
    refusals: ['NOT_PROVED', 'ALREADY_MEMBER', 'TOO_MANY_TRIES'],
  }),
  /** «Not in the list» and «in the list, but not for you» are one answer: nobody can find out who is a member. */
  proveByNumber: action({
    input: z.strictObject({ kind: z.enum(numberKinds), number: z.string().trim().min(1).max(40) }),
    output: Standing,
    refusals: ['NOT_PROVED', 'ALREADY_MEMBER', 'TOO_MANY_TRIES'],
  }),
  leave: action({ input: Nothing, output: Done, refusals: [] }),
}

/** `pseudonym` is what others see; null while nothing is stored that anybody could see. */
const Shown = z.object({ pseudonym: z.string().nullable(), nickname: z.string().nullable() })

export const profile = {
  show: action({ input: Nothing, output: Shown, refusals: [] }),
  /** `null` takes the nickname away. */
  rename: action({
    input: z.strictObject({ nickname: z.string().trim().min(1).max(40).nullable() }),
    output: Shown,
    refusals: ['NICKNAME_NOT_FIT'],
  }),
}
