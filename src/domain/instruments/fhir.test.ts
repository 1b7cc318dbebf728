import { describe, expect, it } from 'vitest'
import { newest } from './all'
import { questionnaireResponse } from './fhir'
import { score } from './score'

const answers = Object.fromEntries([0, 0, 0, 1, 2, 1, 3, 2, 1].map((option, index) => [index + 1, option]))

describe('a result for the hospital', () => {
  const instrument = newest('phq9')
  const scored = score(instrument, answers)
  const response = questionnaireResponse(instrument, {
    id: 'r1',
    takenAt: '2026-03-10T02:00:00.000Z',
    answers,
    scores: scored.ok ? scored.data : [],
  })

  it('is a completed R4 response with every answer coded in LOINC', () => {
    expect(response).toMatchObject({
      resourceType: 'QuestionnaireResponse',
      status: 'completed',
      questionnaire: 'urn:xinyi:questionnaire:phq9|1',
      authored: '2026-03-10T02:00:00.000Z',
    })
    expect(response.item[8]).toEqual({
      linkId: '9',
      definition: 'http://loinc.org/44260-8',
      text: '有不如死掉或用某种方式伤害自己的念头',
      answer: [{ valueCoding: { system: 'http://loinc.org', code: 'LA6569-3', display: '好几天' } }],
    })
  })
  it('carries the total as an item of its own, and none of our words about it', () => {
    expect(response.item.at(-1)).toMatchObject({
      linkId: 'score-total',
      definition: 'http://loinc.org/44261-6',
      answer: [{ valueDecimal: 10 }],
    })
    expect(JSON.stringify(response)).not.toContain('建议')
  })
  it('names nobody', () => {
    expect(Object.keys(response)).not.toContain('subject')
    expect(Object.keys(response)).not.toContain('author')
  })
  it('leaves out what was not asked', () => {
    const auditC = newest('audit-c')
    const never = score(auditC, { 1: 0 })
    const short = questionnaireResponse(auditC, {
      id: 'r2',
      takenAt: '2026-03-10T02:00:00.000Z',
      answers: { 1: 0 },
      scores: never.ok ? never.data : [],
    })
    expect(short.item.map(({ linkId }) => linkId)).toEqual(['1', 'score-total'])
  })
})
