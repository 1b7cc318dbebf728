import * as z from 'zod'
import { scanWays, verdicts } from '../domain/check-ins/words'
import { signupStates } from '../domain/signups/words'
import { action } from './action'
import { Cursor, Id, Instant } from './words'

const One = z.strictObject({ eventId: Id })
const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** 抽签, public: all that somebody needs to compute it once more. */
export const draws = {
  open: action({
    input: One,
    output: z.object({
      eventId: Id,
      title: z.string(),
      capacity: z.number().int(),
      shares: z.object({ shift: z.number().int(), newcomer: z.number().int() }),
      closesAt: Instant,
      /** SHA-256 of the seed, known since the event was announced. */
      commitment: Hash,
      /** Null until sign-up has closed. `text` is the list itself, `hash` its SHA-256. */
      list: z.object({ hash: Hash, text: z.string() }).nullable(),
      /** Null until it is drawn. `hash` is the SHA-256 of its result, which anybody can compute from the rest. */
      result: z.object({ seed: Hash, hash: Hash, drawnAt: Instant }).nullable(),
      /** The caller's own ticket in it. */
      mine: Hash.nullable(),
    }),
    refusals: ['EVENT_NOT_FOUND', 'NO_DRAW'],
  }),
}

const DoorList = z.object({
  eventId: Id,
  title: z.string(),
  times: z.array(z.object({ from: Instant, until: Instant })),
  /** With each ticket's own key, so that its code is checked without a network. */
  tickets: z.array(
    z.object({
      ticketId: Id,
      key: z.string(),
      name: z.string(),
      places: z.number().int(),
      state: z.enum(signupStates),
      /** By number of the time, since when they are there. */
      came: z.array(Instant.nullable()),
    }),
  ),
  /** For the code that is shown at the door. */
  doorKey: z.string(),
  /** Until then the list may be kept on a phone. */
  until: Instant,
})
export type DoorList = z.output<typeof DoorList>

const Scan = z.strictObject({
  scanId: z.string().regex(/^[A-Za-z0-9_-]{12,40}$/),
  ticketId: z.string().max(80),
  code: z.string().max(20),
  at: Instant,
  by: z.enum(scanWays).exclude(['self']),
  device: z.string().regex(/^[A-Za-z0-9_-]{6,40}$/),
})
export type ScanInput = z.input<typeof Scan>

/** 票: one's own, kept on the phone. */
export const tickets = {
  /** For the code on the phone, which is made anew every half minute, without a network too. */
  open: action({
    input: One,
    output: z.object({
      ticketId: Id,
      key: z.string(),
      title: z.string(),
      where: z.string(),
      places: z.number().int(),
      times: z.array(z.object({ from: Instant, until: Instant })),
    }),
    refusals: ['SIGNUP_NOT_FOUND', 'NO_SEAT'],
  }),
  /** By the code that is shown at the door. */
  checkIn: action({
    input: z.strictObject({ eventId: Id, code: z.string().regex(/^\d{6}$/) }),
    output: z.object({ verdict: z.enum(verdicts) }),
    refusals: ['SIGNUP_NOT_FOUND', 'NO_SEAT', 'CODE_WRONG', 'TOO_MANY_TRIES'],
  }),
}

/** 签到: the host's, or of whoever the host gave a pass for this event. */
export const doors = {
  /** Eight characters, once, for a quarter of an hour: whoever takes it on their phone may check in at this event until it is over. */
  pass: action({
    input: One,
    output: z.object({ code: z.string(), until: Instant }),
    refusals: ['EVENT_NOT_FOUND', 'EVENT_NOT_ANNOUNCED'],
  }),
  takePass: action({
    input: z.strictObject({ code: z.string().trim().toUpperCase().length(8) }),
    output: z.object({ eventId: Id, title: z.string() }),
    refusals: ['PASS_NOT_FOUND', 'TOO_MANY_TRIES'],
  }),
  /** Called as others may call them, never by a name that was not given for that. From a day before until it is over. */
  list: action({
    input: One,
    output: DoorList,
    refusals: ['EVENT_NOT_FOUND', 'EVENT_NOT_ANNOUNCED', 'DOOR_NOT_OPEN'],
  }),
  /** Appends; sent again it is the same. A verdict for each scan, as all scans that are known by now say it. */
  merge: action({
    input: z.strictObject({ eventId: Id, scans: z.array(Scan).min(1).max(100) }),
    output: z.object({ verdicts: z.array(z.object({ scanId: z.string(), verdict: z.enum(verdicts) })) }),
    refusals: ['EVENT_NOT_FOUND', 'EVENT_NOT_ANNOUNCED', 'DOOR_NOT_OPEN'],
  }),
  /** How many came, without a name. */
  count: action({
    input: One,
    output: z.object({ expected: z.number().int(), came: z.array(z.number().int()) }),
    refusals: ['EVENT_NOT_FOUND', 'EVENT_NOT_ANNOUNCED'],
  }),
  /** What those who come answered to the host's questions, each reading written into their ledger. */
  answers: action({
    input: One.extend({ after: Cursor.optional() }),
    output: z.object({
      questions: z.array(z.object({ id: Id, text: z.string() })),
      rows: z.array(z.object({ places: z.number().int(), answers: z.array(z.string()) })),
      next: Cursor.nullable(),
    }),
    refusals: ['EVENT_NOT_FOUND', 'EVENT_NOT_ANNOUNCED'],
  }),
}
