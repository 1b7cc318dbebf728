import { pathOf } from '../branches/scope'
import { done, type Result, refused } from '../result'

/**
 * When one instrument was asked in a branch (`own`) and anywhere below it (`below`), by the month it began. Two sets of
 * figures of the same instrument, one of a branch and one of a part of it, would tell by subtraction about the few in
 * between: so they never stand closer than half a year, whichever comes first.
 */
export type Turn = {
  id: string
  own: { surveyId: string; month: string }[]
  below: { month: string; surveys: number }[]
}

export type Asking = { surveyId: string; instrumentId: string; branchId: string; month: string }

export const HALF_YEAR_MONTHS = 6

const turnId = (instrumentId: string, branchId: string) => `${instrumentId}.${branchId}`

/** The documents that one asking takes, from the city down. */
export const turnIds = ({ instrumentId, branchId }: Pick<Asking, 'instrumentId' | 'branchId'>): string[] =>
  pathOf(branchId).map((id) => turnId(instrumentId, id))

const monthsOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
const isNear = (one: string, other: string) => Math.abs(monthsOf(one) - monthsOf(other)) < HALF_YEAR_MONTHS
/** What lies so far back decides nothing any more. */
const isPast = (month: string, now: string) => monthsOf(now) - monthsOf(month) > 4 * HALF_YEAR_MONTHS

/** `turns` are those of `turnIds` that are there. Gives all of them as they become. */
export function takeTurn(turns: readonly Turn[], asking: Asking): Result<Turn[], 'SURVEYED_LATELY'> {
  const { surveyId, month } = asking
  const way = turnIds(asking).map((id) => turns.find((turn) => turn.id === id) ?? { id, own: [], below: [] })
  const here = way.at(-1)
  const late = way.some(({ own }) => own.some((one) => isNear(one.month, month)))
  if (late || here?.below.some((one) => isNear(one.month, month))) return refused('SURVEYED_LATELY')
  return done(
    way.map((turn) => {
      const own = turn.own.filter((one) => !isPast(one.month, month))
      const below = turn.below.filter((one) => !isPast(one.month, month))
      return turn === here
        ? { ...turn, own: [...own, { surveyId, month }], below }
        : { ...turn, own, below: counted(below, month, 1) }
    }),
  )
}

/** One that was cancelled is never counted, so it stands in nobody's way. Giving back twice changes nothing. */
export function giveTurnBack(turns: readonly Turn[], asking: Asking): Turn[] {
  const hereId = turnIds(asking).at(-1)
  const here = turns.find(({ id }) => id === hereId)
  if (!here?.own.some(({ surveyId }) => surveyId === asking.surveyId)) return []
  return turns.map((turn) =>
    turn === here
      ? { ...turn, own: turn.own.filter(({ surveyId }) => surveyId !== asking.surveyId) }
      : { ...turn, below: counted(turn.below, asking.month, -1) },
  )
}

function counted(below: Turn['below'], month: string, by: 1 | -1): Turn['below'] {
  const surveys = (below.find((one) => one.month === month)?.surveys ?? 0) + by
  const others = below.filter((one) => one.month !== month)
  return surveys > 0 ? [...others, { month, surveys }] : others
}
