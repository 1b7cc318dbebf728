import type * as z from 'zod'
import { desk } from './desk'
import { favourites } from './favourites'
import { figures } from './figures'
import { pieces } from './pieces'
import { invitations, sessions } from './sessions'
import { devices, staff } from './staff'
import { tallies } from './tallies'
import { uploads } from './uploads'

/** Keys are features; their keys are actions. On the wire an action is `feature.action`. */
export const contract = { pieces, favourites, desk, uploads, tallies, figures, sessions, invitations, staff, devices }

export type Contract = typeof contract
export type Feature = keyof Contract

/** Refusals any action may give, whatever it does. The last two are said by the client itself. */
export type CommonRefusal =
  | 'INVALID_INPUT'
  | 'UNKNOWN_ACTION'
  | 'NOT_ALLOWED'
  | 'SIGN_IN_NEEDED'
  | 'TOO_LARGE'
  | 'BUSY'
  | 'INTERNAL'
  | 'OFFLINE'
  | 'TIMED_OUT'

type ActionOf<F extends Feature, A extends keyof Contract[F]> = Contract[F][A]
export type Input<F extends Feature, A extends keyof Contract[F]> =
  ActionOf<F, A> extends { input: infer S extends z.ZodType } ? z.input<S> : never
export type Parsed<F extends Feature, A extends keyof Contract[F]> =
  ActionOf<F, A> extends { input: infer S extends z.ZodType } ? z.output<S> : never
export type Output<F extends Feature, A extends keyof Contract[F]> =
  ActionOf<F, A> extends { output: infer S extends z.ZodType } ? z.output<S> : never
export type Refusal<F extends Feature, A extends keyof Contract[F]> =
  ActionOf<F, A> extends { refusals: readonly (infer C extends string)[] } ? C : never
export type AudienceOf<F extends Feature, A extends keyof Contract[F]> =
  ActionOf<F, A> extends { audience: readonly (infer W extends string)[] } ? W : never

export type Reply<T, Code extends string> =
  | { ok: true; data: T }
  | { ok: false; code: Code | CommonRefusal; requestId?: string; retryAt?: string }

export type AnyRefusal =
  | CommonRefusal
  | { [F in Feature]: { [A in keyof Contract[F]]: Refusal<F, A> }[keyof Contract[F]] }[Feature]
