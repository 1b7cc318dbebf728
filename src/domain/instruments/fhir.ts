import type { Answers } from './answers'
import { asked } from './answers'
import type { Instrument } from './instrument'
import type { ScaleScore } from './score'

const LOINC = 'http://loinc.org'
/** FHIR R4: an identifier that is a UUID or URN needs no server to be unique. */
const URN = 'urn:xinyi'

export type Taken = {
  id: string
  takenAt: string
  answers: Answers
  scores: readonly ScaleScore[]
}

/**
 * One taking of an instrument as an HL7 FHIR R4 QuestionnaireResponse, to be taken to a hospital. It names nobody: whoever
 * carries it is the subject. Scores are items of their own, as FHIR has no place for a total; bands stay out, because they
 * are our words and not the instrument's.
 */
export function questionnaireResponse(instrument: Instrument, taken: Taken) {
  const left = new Set(asked(instrument, taken.answers))
  return {
    resourceType: 'QuestionnaireResponse',
    identifier: { system: `${URN}:result`, value: taken.id },
    questionnaire: `${URN}:questionnaire:${instrument.id}|${instrument.version}`,
    status: 'completed',
    authored: taken.takenAt,
    meta: instrument.loinc
      ? { tag: [{ system: LOINC, code: instrument.loinc, display: instrument.nameEn }] }
      : undefined,
    item: [
      ...instrument.items
        .filter(({ n }) => left.has(n))
        .map(({ n, text, options, loinc }) => ({
          linkId: String(n),
          definition: loinc ? `${LOINC}/${loinc}` : undefined,
          text,
          answer: [answerOf(instrument, options, taken.answers[n])],
        })),
      ...instrument.scales.map((scale) => ({
        linkId: `score-${scale.key}`,
        definition: scale.loinc ? `${LOINC}/${scale.loinc}` : undefined,
        text: `${scale.title}（${scale.range[0]}–${scale.range[1]}）`,
        answer: [{ valueDecimal: round(taken.scores.find(({ key }) => key === scale.key)?.score) }],
      })),
    ],
  }
}

function answerOf(instrument: Instrument, options: string, chosen: number | undefined) {
  const option = chosen === undefined ? undefined : instrument.optionSets[options]?.[chosen]
  if (!option) throw new Error(`${instrument.id}: an answer is missing`)
  return {
    valueCoding: option.loinc
      ? { system: LOINC, code: option.loinc, display: option.label }
      : { system: `${URN}:answer:${instrument.id}:${options}`, code: String(option.score), display: option.label },
  }
}

/** FHIR decimals carry their precision: a mean is given to two places. */
function round(score: number | undefined): number {
  if (score === undefined) throw new Error('a scale has no score')
  return Math.round(score * 100) / 100
}
