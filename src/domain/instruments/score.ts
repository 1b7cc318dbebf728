import { done } from '../result'
import { type Answers, asked, missing, scoreOf } from './answers'
import type { Band, Instrument, Scale } from './instrument'

export type Sex = 'female' | 'male' | 'unsaid'

/** `says` are the band's words. Scores are in the scale's own unit, such as 0 to 27. */
export type ScaleScore = { key: string; score: number; says: string }

/** All asked items answered, or no number at all: `missing` names them. */
export function score(
  instrument: Instrument,
  answers: Answers,
  sex: Sex = 'unsaid',
): { ok: true; data: ScaleScore[] } | { ok: false; code: 'INCOMPLETE'; missing: number[] } {
  const open = missing(instrument, answers)
  if (open.length > 0) return { ok: false, code: 'INCOMPLETE', missing: open }
  return done(
    instrument.scales.map((scale) => {
      const value = scaleValue(instrument, scale, answers)
      return { key: scale.key, score: value, says: bandOf(scale, value, sex).says }
    }),
  )
}

function scaleValue(instrument: Instrument, scale: Scale, answers: Answers): number {
  const isAsked = new Set(asked(instrument, answers))
  const scores = scale.items.map((n) => (isAsked.has(n) ? turned(instrument, scale, n, answers) : 0))
  const sum = scores.reduce((total, each) => total + each, 0)
  return (scale.method === 'mean' ? sum / scores.length : sum) * scale.times
}

function turned(instrument: Instrument, scale: Scale, item: number, answers: Answers): number {
  const own = scoreOf(instrument, item, answers)
  const set = instrument.optionSets[instrument.items.find(({ n }) => n === item)?.options ?? '']
  if (own === undefined || !set) throw new Error(`${instrument.id}: item ${item} of ${scale.key} has no score`)
  if (!scale.reverse.includes(item)) return own
  const all = set.map((option) => option.score)
  return Math.min(...all) + Math.max(...all) - own
}

/** Where the source has bands for women and men, «rather not say» takes whichever limit is lower. */
export function bandOf(scale: Scale, value: number, sex: Sex): Band {
  const bands = bandsFor(scale, sex)
  const found = [...bands].reverse().find(({ from }) => value >= from)
  if (!found) throw new Error(`${scale.key}: no band for ${value}`)
  return found
}

function bandsFor(scale: Scale, sex: Sex): readonly Band[] {
  const any = scale.bands.filter((band) => band.sex === undefined)
  if (any.length > 0) return any
  const [women, men] = [
    scale.bands.filter((band) => band.sex === 'female'),
    scale.bands.filter((band) => band.sex === 'male'),
  ]
  if (sex === 'female') return women
  if (sex === 'male') return men
  return (women[1]?.from ?? 0) <= (men[1]?.from ?? 0) ? women : men
}
