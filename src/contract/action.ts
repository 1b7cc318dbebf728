import type * as z from 'zod'
import type { Purpose } from '../domain/consents/words'

/** One thing a client may ask the cloud to do, and every way it may be refused. Who may ask is said in `permissions.ts`. */
export type Action<In extends z.ZodType, Out extends z.ZodType, Code extends string> = {
  input: In
  output: Out
  refusals: readonly Code[]
  /** Refused with `CONSENT_NEEDED` until the person has agreed to this purpose, in the words of today. */
  consent?: Purpose
}

export const action = <In extends z.ZodType, Out extends z.ZodType, const Code extends string = never>(
  spec: Action<In, Out, Code>,
) => spec

export type AnyAction = Action<z.ZodType, z.ZodType, string>
