import type * as z from 'zod'
import type { Purpose } from '../domain/consents/words'
import { audit } from './audit'
import { bookings } from './bookings'
import { branches } from './branches'
import { calls, duty, shifts } from './calls'
import { cases, drills } from './cases'
import { chats, workbench } from './chats'
import { consents } from './consents'
import { counsellors } from './counsellors'
import { desk } from './desk'
import { doors, draws, tickets } from './doors'
import { events, programme } from './events'
import { favourites } from './favourites'
import { figures } from './figures'
import { hotlines } from './hotlines'
import { imports } from './imports'
import { liveQuestions } from './live-questions'
import { membership, profile } from './membership'
import { notices } from './notices'
import { pieces } from './pieces'
import { privacy } from './privacy'
import { records } from './records'
import { instruments, releases, results } from './results'
import { invitations, secondFactor, sessions } from './sessions'
import { signups } from './signups'
import { devices, staff } from './staff'
import { surveys } from './surveys'
import { tallies } from './tallies'
import { ratings, reports, teachers } from './teachers'
import { timetables } from './timetables'
import { unsealings } from './unsealings'
import { uploads } from './uploads'
import { uses } from './uses'
import { waits } from './waits'
import { wishes } from './wishes'

/** Keys are features; their keys are actions. On the wire an action is `feature.action`. */
export const contract = {
  pieces,
  favourites,
  desk,
  uploads,
  tallies,
  figures,
  sessions,
  invitations,
  secondFactor,
  staff,
  devices,
  branches,
  imports,
  membership,
  profile,
  consents,
  privacy,
  unsealings,
  audit,
  instruments,
  results,
  releases,
  duty,
  calls,
  shifts,
  cases,
  drills,
  surveys,
  uses,
  counsellors,
  bookings,
  waits,
  wishes,
  timetables,
  chats,
  workbench,
  records,
  notices,
  hotlines,
  signups,
  events,
  programme,
  draws,
  tickets,
  doors,
  liveQuestions,
  ratings,
  teachers,
  reports,
}

export type Contract = typeof contract
export type Feature = keyof Contract
/** As on the wire. */
export type ActionName = { [F in Feature]: `${F}.${keyof Contract[F] & string}` }[Feature]

/** Refusals any action may give, whatever it does. The last two are said by the client itself. */
export type CommonRefusal =
  | 'INVALID_INPUT'
  | 'UNKNOWN_ACTION'
  | 'NOT_ALLOWED'
  | 'SIGN_IN_NEEDED'
  | 'MEMBERS_ONLY'
  | 'CONSENT_NEEDED'
  | 'BRANCH_NOT_FOUND'
  | 'TOO_LARGE'
  | 'BUSY'
  | 'ACCOUNT_GOING'
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
export type Reply<T, Code extends string> =
  | { ok: true; data: T }
  | { ok: false; code: Code | CommonRefusal; requestId?: string; retryAt?: string; purpose?: Purpose }

export type AnyRefusal =
  | CommonRefusal
  | { [F in Feature]: { [A in keyof Contract[F]]: Refusal<F, A> }[keyof Contract[F]] }[Feature]
