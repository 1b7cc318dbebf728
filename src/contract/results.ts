import * as z from 'zod'
import { instrumentIds } from '../domain/instruments/instrument'
import { action } from './action'
import { Cursor, Done, Id, Instant, Nothing } from './words'

const InstrumentRef = { instrumentId: z.enum(instrumentIds), version: z.number().int().min(1).max(1000) }

/** The position of the chosen option, by item number. The longest instrument has 21 items. */
export const Answers = z
  .record(z.string().regex(/^([1-9]|[1-3]\d)$/), z.number().int().min(0).max(10))
  .refine((answers) => Object.keys(answers).length <= 40)

export const ScaleScoreShown = z.object({ key: z.string(), score: z.number(), says: z.string() })

export const Shown = z.object({
  id: Id,
  ...InstrumentRef,
  takenAt: Instant,
  scores: z.array(ScaleScoreShown),
})
export type ShownResult = z.output<typeof Shown>

export const instruments = {
  /** Those that two people released, newest version each. Nothing about anybody is asked for. */
  offered: action({
    input: Nothing,
    output: z.object({ rows: z.array(z.object(InstrumentRef)) }),
    refusals: [],
  }),
}

export const results = {
  /** `resultId` is made by the phone, so that sending again after a lost answer is the same taking. No number without every answer. */
  submit: action({
    consent: 'tests',
    input: z.strictObject({
      resultId: z.string().regex(/^[A-Za-z0-9]{16,40}$/),
      ...InstrumentRef,
      answers: Answers,
      sex: z.enum(['female', 'male', 'unsaid']),
      /** The person said that they are 18 or older. */
      adult: z.literal(true),
    }),
    output: z.discriminatedUnion('complete', [
      z.object({ complete: z.literal(true), result: Shown }),
      z.object({ complete: z.literal(false), missing: z.array(z.number().int()) }),
    ]),
    refusals: ['NOT_OFFERED', 'TOO_MANY_TRIES'],
  }),
  /** Newest first, for lists and for the trend of one instrument. */
  list: action({
    input: z.strictObject({ instrumentId: z.enum(instrumentIds).optional(), after: Cursor.optional() }),
    output: z.object({ rows: z.array(Shown), next: Cursor.nullable() }),
    refusals: [],
  }),
  open: action({ input: z.strictObject({ resultId: Id }), output: Shown, refusals: ['RESULT_NOT_FOUND'] }),
  destroy: action({ input: z.strictObject({ resultId: Id }), output: Done, refusals: ['RESULT_NOT_FOUND'] }),
  /** HL7 FHIR R4 QuestionnaireResponse as JSON text. */
  fhir: action({
    input: z.strictObject({ resultId: Id }),
    output: z.object({ name: z.string(), json: z.string() }),
    refusals: ['RESULT_NOT_FOUND'],
  }),
}

/** An instrument is offered when two people released the same version of it. */
export const releases = {
  list: action({
    input: Nothing,
    output: z.object({
      rows: z.array(
        z.object({
          ...InstrumentRef,
          /** SHA-256 of the definition: what was released is what is taken. */
          hash: z.string(),
          by: z.array(z.object({ name: z.string(), at: Instant, own: z.boolean() })),
          offered: z.boolean(),
        }),
      ),
    }),
    refusals: [],
  }),
  release: action({
    input: z.strictObject({ ...InstrumentRef, hash: z.string().length(64) }),
    output: Done,
    refusals: ['INSTRUMENT_NOT_FOUND', 'ALREADY_RELEASED'],
  }),
  /** Ends the offer at once; results stay as they are. */
  withdraw: action({ input: z.strictObject(InstrumentRef), output: Done, refusals: ['INSTRUMENT_NOT_FOUND'] }),
}
