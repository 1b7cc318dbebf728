import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newest } from '../../src/domain/instruments/all'
import { type Answers, asked, missing } from '../../src/domain/instruments/answers'
import { type Instrument, type InstrumentId, instrumentIds } from '../../src/domain/instruments/instrument'
import { bandOf, type Sex, score } from '../../src/domain/instruments/score'
import { secondScorer } from './second-scorer'

const picked = (instrument: Instrument, picks: number[]): Answers =>
  Object.fromEntries(instrument.items.map(({ n }, index) => [n, picks[index] as number]))

/** Answers by score rather than by position, as manuals print worked examples. */
const byScore = (instrument: Instrument, scores: number[]): Answers =>
  picked(
    instrument,
    instrument.items.map(({ options }, index) => {
      const position = instrument.optionSets[options]?.findIndex((option) => option.score === scores[index]) ?? -1
      if (position < 0) throw new Error(`${instrument.id}: no option scores ${scores[index]}`)
      return position
    }),
  )

const scored = (id: InstrumentId, answers: Answers, sex?: Sex) => {
  const result = score(newest(id), answers, sex)
  if (!result.ok) throw new Error(`missing ${result.missing}`)
  return Object.fromEntries(result.data.map((each) => [each.key, each.score]))
}

describe('worked examples', () => {
  it('PHQ-9, nearly every day throughout: 27 (MII FHIR example)', () => {
    expect(scored('phq9', byScore(newest('phq9'), Array(9).fill(3)))).toEqual({ total: 27 })
  })
  it('PHQ-9, the HL7 SDC response example: the sum is 10, although the example itself says 13', () => {
    expect(scored('phq9', byScore(newest('phq9'), [0, 0, 0, 1, 2, 1, 3, 2, 1]))).toEqual({ total: 10 })
  })
  it('GAD-7 1,1,1,2,2,0,0: 7 (MII FHIR example)', () => {
    expect(scored('gad7', byScore(newest('gad7'), [1, 1, 1, 2, 2, 0, 0]))).toEqual({ total: 7 })
  })
  it('GAD-7 0,0,1,1,0,1,0: 3 (HL7 PHR example)', () => {
    expect(scored('gad7', byScore(newest('gad7'), [0, 0, 1, 1, 0, 1, 0]))).toEqual({ total: 3 })
  })
  it('WHO-5 5,4,3,2,1: raw 15, percentage 60', () => {
    expect(scored('who5', byScore(newest('who5'), [5, 4, 3, 2, 1]))).toEqual({ total: 60 })
  })
  it('AUDIT-C 2,1,1: 4', () => {
    expect(scored('audit-c', byScore(newest('audit-c'), [2, 1, 1]))).toEqual({ total: 4 })
  })
  it('AUDIT-C, never: 0, and the other two are not asked', () => {
    const instrument = newest('audit-c')
    expect(asked(instrument, { 1: 0 })).toEqual([1])
    expect(scored('audit-c', { 1: 0 })).toEqual({ total: 0 })
  })
})

describe('an incomplete set of answers', () => {
  it.each(instrumentIds)('%s names what is missing and gives no number', (id) => {
    const instrument = newest(id)
    const last = instrument.items.length
    const answers = Object.fromEntries(
      instrument.items.slice(0, -1).map(({ n, options }) => [n, (instrument.optionSets[options]?.length ?? 1) - 1]),
    )
    expect(score(instrument, answers)).toEqual({ ok: false, code: 'INCOMPLETE', missing: [last] })
    expect(missing(instrument, {})).toHaveLength(last)
  })
  it.each([-1, 4, 1.5, Number.NaN])('an option that is not there (%s) is no answer', (option) => {
    const answers = { ...byScore(newest('phq9'), Array(9).fill(1)), 4: option }
    expect(score(newest('phq9'), answers)).toMatchObject({ code: 'INCOMPLETE', missing: [4] })
  })
})

describe('against a second scorer', () => {
  it.each(instrumentIds)('%s agrees for any answers', (id) => {
    const instrument = newest(id)
    const sizes = instrument.items.map(({ options }) => instrument.optionSets[options]?.length ?? 0)
    const anyPicks = fc.tuple(...sizes.map((size) => fc.integer({ min: 0, max: size - 1 })))
    fc.assert(
      fc.property(anyPicks, fc.constantFrom<Sex>('female', 'male', 'unsaid'), (picks, sex) => {
        const ours = scored(id, picked(instrument, picks), sex)
        const theirs = secondScorer[id](picks, sex)
        expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort())
        for (const scale of instrument.scales) {
          const value = ours[scale.key] as number
          const judged = theirs[scale.key] as { score: number; band: number }
          expect(value).toBeCloseTo(judged.score, 9)
          const which = scale.bands.filter((band) => !band.sex || band.sex === (sex === 'male' ? 'male' : 'female'))
          expect(which.indexOf(bandOf(scale, value, sex))).toBe(judged.band)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('bands', () => {
  const scales = instrumentIds.flatMap((id) =>
    newest(id).scales.map((scale) => ({ id, key: scale.key, scale, instrument: newest(id) })),
  )
  it.each(scales)('$id $key: each begins at its limit and not below it', ({ scale }) => {
    for (const sex of ['female', 'male'] as const) {
      const bands = scale.bands.filter((band) => !band.sex || band.sex === sex)
      expect(bands[0]?.from).toBe(scale.range[0] === 5 ? 5 : 0)
      for (const [index, band] of bands.entries()) {
        expect(bandOf(scale, band.from, sex)).toBe(band)
        if (index > 0) expect(bandOf(scale, band.from - 0.01, sex)).toBe(bands[index - 1])
      }
      expect(bandOf(scale, scale.range[1], sex)).toBe(bands.at(-1))
    }
  })
  it.each(scales)(
    '$id $key: the lowest and the highest answers give the ends of the range',
    ({ instrument, scale }) => {
      const all = (highest: boolean): Answers =>
        Object.fromEntries(
          instrument.items.map(({ n, options }) => {
            const scores = instrument.optionSets[options]?.map((option) => option.score) ?? []
            const most = scale.reverse.includes(n) ? !highest : highest
            return [n, scores.indexOf(most ? Math.max(...scores) : Math.min(...scores))]
          }),
        )
      expect([scored(instrument.id, all(false))[scale.key], scored(instrument.id, all(true))[scale.key]]).toEqual([
        ...scale.range,
      ])
    },
  )
})
