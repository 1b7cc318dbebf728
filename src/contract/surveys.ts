import * as z from 'zod'
import { surveyable } from '../domain/instruments/surveyable'
import { action } from './action'
import { Answers, ScaleScoreShown } from './results'
import { Cursor, Done, Id, Instant, Nothing } from './words'

const surveyId = z.string().regex(/^[A-Za-z0-9]{16,40}$/)

const Row = z.object({
  id: Id,
  branchId: Id,
  branchName: z.string(),
  instrumentId: z.enum(surveyable),
  version: z.number().int(),
  from: Instant,
  until: Instant,
  /** `counting`: the window has ended, the figures are not out yet. `cancelled` has none and gets none. */
  state: z.enum(['planned', 'open', 'counting', 'published', 'cancelled']),
})
export type SurveyRow = z.output<typeof Row>

/** Counts of people that have passed the k-gate; null is withheld, and looks the same for nobody and for too few. */
const Count = z.number().int().nullable()
export const Division = z.object({
  total: Count,
  cells: z.array(z.object({ key: z.string(), title: z.string(), count: Count })),
})
export type Division = z.output<typeof Division>

/** 团体测评: a branch asks its people together, and learns only counts that have passed the k-gate, once, when the window has ended. */
export const surveys = {
  /** Those the caller is invited to now. */
  invited: action({
    input: Nothing,
    output: z.object({
      rows: z.array(
        z.object({
          id: Id,
          branchName: z.string(),
          instrumentId: z.enum(surveyable),
          version: z.number().int(),
          until: Instant,
          answered: z.boolean(),
        }),
      ),
    }),
    refusals: [],
  }),
  /**
   * Once each. The same answers sent again after a lost reply are the same answer; others are told that one is in. The scores are
   * for the caller alone and kept nowhere.
   */
  submit: action({
    consent: 'figures',
    input: z.strictObject({
      surveyId,
      answers: Answers,
      /** The person said that they are 18 or older. */
      adult: z.literal(true),
    }),
    output: z.discriminatedUnion('complete', [
      z.object({ complete: z.literal(true), scores: z.array(ScaleScoreShown) }),
      z.object({ complete: z.literal(false), missing: z.array(z.number().int()) }),
    ]),
    refusals: ['SURVEY_NOT_FOUND', 'SURVEY_OVER', 'ALREADY_ANSWERED'],
  }),
  /** The caller's own answer out again, while the window is open. */
  takeBack: action({
    input: z.strictObject({ surveyId }),
    output: Done,
    refusals: ['SURVEY_NOT_FOUND', 'SURVEY_OVER'],
  }),

  /** Of a branch, newest first. */
  list: action({
    input: z.strictObject({ branchId: Id, after: Cursor.optional() }),
    output: z.object({ rows: z.array(Row), next: Cursor.nullable() }),
    refusals: [],
  }),
  /**
   * `surveyId` is made by the browser. A window of 3 to 30 days; one survey of an instrument a branch and half-year,
   * those of the branches above and below counted in. Sent again it is the same survey.
   */
  create: action({
    input: z.strictObject({
      surveyId,
      branchId: Id,
      instrumentId: z.enum(surveyable),
      from: Instant,
      until: Instant,
    }),
    output: Row,
    refusals: ['NOT_OFFERED', 'WINDOW_NOT_FIT', 'SURVEYED_LATELY', 'TOO_FEW_MEMBERS'],
  }),
  cancel: action({ input: z.strictObject({ surveyId }), output: Done, refusals: ['SURVEY_NOT_FOUND', 'SURVEY_OVER'] }),
  figures: action({
    input: z.strictObject({ surveyId }),
    output: z.object({
      survey: Row,
      publishedAt: Instant,
      /** Members of the branch when the window ended, and how many answers counted. */
      invited: Count,
      answered: Count,
      /** By the branches directly below. */
      byBranch: Division,
      scales: z.array(z.object({ key: z.string(), title: z.string(), bands: Division })),
    }),
    refusals: ['SURVEY_NOT_FOUND', 'NOT_YET_PUBLISHED'],
  }),
}
