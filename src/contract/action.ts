import type * as z from 'zod'
import type { Role } from '../domain/staff/words'

/** Who may ask. A visitor has shown nothing; an employee is known by WeChat or by a device key; the rest work here. */
export type Audience = 'visitor' | 'employee' | Role

/** One thing a client may ask the cloud to do, and every way it may be refused. */
export type Action<
  Who extends readonly Audience[],
  In extends z.ZodType,
  Out extends z.ZodType,
  Code extends string,
> = {
  audience: Who
  input: In
  output: Out
  refusals: readonly Code[]
}

export const action = <
  const Who extends readonly Audience[],
  In extends z.ZodType,
  Out extends z.ZodType,
  const Code extends string = never,
>(
  spec: Action<Who, In, Out, Code>,
) => spec

export type AnyAction = Action<readonly Audience[], z.ZodType, z.ZodType, string>

export const everyone = ['visitor', 'employee', 'editor', 'reviewer', 'manager'] as const
/** Whoever comes to the console's door. An employee's key or openid has no business there. */
export const atTheDesk = ['visitor', 'editor', 'reviewer', 'manager'] as const
export const readers = ['visitor', 'employee'] as const
export const staff = ['editor', 'reviewer', 'manager'] as const
