import { type Aggregate, gate } from '../aggregates/gate'
import { K } from '../aggregates/k'
import { pathOf } from '../branches/scope'
import type { Instrument } from '../instruments/instrument'
import { bandOf, type ScaleScore } from '../instruments/score'

/** All that is kept of somebody's answers: which band of each scale, and from which branch they answered. */
export type Contribution = { branchId: string; bands: Record<string, number> }

/** Counts as they grow; sealed wherever they are put down, for they have not passed the gate. */
export type Tally = { answered: number; branches: Record<string, number>; bands: Record<string, number[]> }

/** The position of the band in the scale, by the scale's key. */
export const bandsOf = (instrument: Instrument, scores: readonly ScaleScore[]): Record<string, number> =>
  Object.fromEntries(
    scores.map(({ key, score }) => {
      const scale = instrument.scales.find((one) => one.key === key)
      if (!scale) throw new Error(`${instrument.id}: no scale ${key}`)
      return [key, scale.bands.indexOf(bandOf(scale, score, 'unsaid'))]
    }),
  )

export const emptyTally = (instrument: Instrument): Tally => ({
  answered: 0,
  branches: {},
  bands: Object.fromEntries(instrument.scales.map(({ key, bands }) => [key, bands.map(() => 0)])),
})

/** The branch right below the one that asks, or that one itself. */
export const cellOf = (branchId: string, askedIn: string) => pathOf(branchId)[pathOf(askedIn).length] ?? askedIn

export function withAnswer(tally: Tally, { branchId, bands }: Contribution, askedIn: string): Tally {
  const cell = cellOf(branchId, askedIn)
  return {
    answered: tally.answered + 1,
    branches: { ...tally.branches, [cell]: (tally.branches[cell] ?? 0) + 1 },
    bands: Object.fromEntries(
      Object.entries(tally.bands).map(([key, counts]) => [
        key,
        counts.map((count, at) => (bands[key] === at ? count + 1 : count)),
      ]),
    ),
  }
}

/** What is published: every number in it has passed the gate. */
export type SurveyFigures = {
  invited: Aggregate
  answered: Aggregate
  byBranch: Aggregate
  scales: { key: string; bands: Aggregate }[]
}

const NOBODY = gate([])
const everybody = (count: number) => gate([{ key: 'all', count }])

/**
 * All divisions are of the same people, those who answered: where a total is shown it is the same one, and no division
 * says more of another than its own gate let through. How many were invited is withheld where fewer than k of them kept silent
 * beside a shown number of answers: the difference would be the few who did not answer.
 */
export function figuresOf(tally: Tally, about: { invited: number; branchIds: readonly string[] }): SurveyFigures {
  const silent = about.invited - tally.answered
  const cells = new Set([...about.branchIds, ...Object.keys(tally.branches)])
  return {
    invited: tally.answered >= K && silent < K ? NOBODY : everybody(about.invited),
    answered: everybody(tally.answered),
    byBranch: gate([...cells].map((key) => ({ key, count: tally.branches[key] ?? 0 }))),
    scales: Object.entries(tally.bands).map(([key, counts]) => ({
      key,
      bands: gate(
        counts.map((count, at) => ({ key: String(at), count })),
        { telling: true },
      ),
    })),
  }
}
