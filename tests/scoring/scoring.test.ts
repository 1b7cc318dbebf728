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

/** So many scores, those of `items` as said and the others as well. */
const one = (amount: number, items: number[], ofThese: number, ofOthers: number) =>
  Array.from({ length: amount }, (_, index) => (items.includes(index + 1) ? ofThese : ofOthers))

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

describe('examples worked out by hand from the manuals', () => {
  it('PHQ-4 2,1,0,3: worry 3, mood 3, together 6', () => {
    expect(scored('phq4', byScore(newest('phq4'), [2, 1, 0, 3]))).toEqual({ total: 6, anxiety: 3, depression: 3 })
  })
  it('DASS-21, one scale at its highest and the others at 0: 42, since seven threes are doubled', () => {
    const only = (items: number[]) => scored('dass21', byScore(newest('dass21'), one(21, items, 3, 0)))
    expect(only([3, 5, 10, 13, 16, 17, 21])).toEqual({ depression: 42, anxiety: 0, stress: 0 })
    expect(only([2, 4, 7, 9, 15, 19, 20])).toEqual({ depression: 0, anxiety: 42, stress: 0 })
    expect(only([1, 6, 8, 11, 12, 14, 18])).toEqual({ depression: 0, anxiety: 0, stress: 42 })
  })
  it('CBI, «always» throughout: personal 100, and work six of seven, since item 13 is turned round', () => {
    const { personal, work } = scored('cbi', byScore(newest('cbi'), Array(13).fill(100)))
    expect([personal, work]).toEqual([100, expect.closeTo(600 / 7, 9)])
    expect(scored('cbi', byScore(newest('cbi'), one(13, [13], 0, 100)))).toEqual({ personal: 100, work: 100 })
  })
  it('K6, «all of the time» throughout: 24, and «a little of the time»: 6', () => {
    expect(scored('k6', byScore(newest('k6'), Array(6).fill(4)))).toEqual({ total: 24 })
    expect(scored('k6', byScore(newest('k6'), Array(6).fill(1)))).toEqual({ total: 6 })
  })
  it('SRQ-20: as many as were answered with yes', () => {
    expect(scored('srq20', byScore(newest('srq20'), one(20, [1, 2, 3, 4, 5, 6, 17], 1, 0)))).toEqual({ total: 7 })
  })
  it('SWLS, in the middle throughout: 20', () => {
    expect(scored('swls', byScore(newest('swls'), Array(5).fill(4)))).toEqual({ total: 20 })
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

/** Where each band after the first begins, as the manuals print it. */
const printed: Record<string, number[]> = {
  'who5 total': [32, 52],
  'phq4 total': [3, 6, 9],
  'phq4 anxiety': [3],
  'phq4 depression': [3],
  'phq9 total': [5, 10, 15, 20],
  'gad7 total': [5, 10, 15],
  'dass21 depression': [10, 14, 21, 28],
  'dass21 anxiety': [8, 10, 15, 20],
  'dass21 stress': [15, 19, 26, 34],
  'cbi personal': [50, 70.01],
  'cbi work': [45, 60.01],
  'k6 total': [5, 13],
  'srq20 total': [7],
  'swls total': [10, 15, 20, 21, 26, 31],
  'audit-c total, female': [3],
  'audit-c total, male': [4],
}

/** From the lowest score of a scale to its highest, one option of one item at a time: every score that can be reached. */
function* everyScore(instrument: Instrument, scale: Instrument['scales'][number]): Generator<number[]> {
  const ordered = instrument.items.map(({ n, options }) => {
    const set = instrument.optionSets[options] ?? []
    const positions = set.map((_, at) => at).sort((a, b) => (set[a]?.score ?? 0) - (set[b]?.score ?? 0))
    return scale.reverse.includes(n) ? positions.reverse() : positions
  })
  const steps = instrument.items.map(() => 0)
  const picks = () => ordered.map((positions, at) => positions[steps[at] ?? 0] ?? 0)
  yield picks()
  for (const n of scale.items)
    for (let step = 1; step < (ordered[n - 1]?.length ?? 0); step++) {
      steps[n - 1] = step
      yield picks()
    }
}

describe('bands', () => {
  it('begin where the manuals print it', () => {
    const ours = instrumentIds.flatMap((id) =>
      newest(id).scales.flatMap(({ key, bands }) =>
        [...new Set(bands.map(({ sex }) => sex))].map((sex) => [
          `${id} ${key}${sex ? `, ${sex}` : ''}`,
          bands.flatMap((band) => (band.sex === sex ? [band.from] : [])).slice(1),
        ]),
      ),
    )
    expect(Object.fromEntries(ours)).toEqual(printed)
  })
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
    '$id $key: every score there is, from one limit to the next, is where the second scorer has it',
    ({ id, key, scale, instrument }) => {
      for (const sex of ['female', 'male'] as const) {
        const bands = scale.bands.filter((band) => !band.sex || band.sex === sex)
        const met = new Set<number>()
        for (const picks of everyScore(instrument, scale)) {
          const value = scored(id, picked(instrument, picks), sex)[key] as number
          const judged = secondScorer[id](picks, sex)[key] as { score: number; band: number }
          const band = bands.indexOf(bandOf(scale, value, sex))
          expect([value, band]).toEqual([expect.closeTo(judged.score, 9), judged.band])
          met.add(band)
        }
        expect(met.size).toBe(bands.length)
      }
    },
  )
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
