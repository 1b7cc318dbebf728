import { dayOf } from '../../domain/time'

/** First and last day of Shanghai time, `2026-11-22`, both included. */
export type Period = readonly [from: string, to: string] | null

type Dated = { at: string; byName: string }

/** What of the rows that are here lies in the period and was done by this colleague. */
export const chosen = <Row extends Dated>(rows: readonly Row[], period: Period, byName: string | null): Row[] =>
  rows.filter(({ at, byName: by }) => {
    const day = dayOf(at)
    return (!period || (day >= period[0] && day <= period[1])) && (byName === null || by === byName)
  })

/** Rows come newest first: whether some of this period may still be where nothing was read yet. */
export const mayBeMore = (rows: readonly Dated[], next: string | null, period: Period): boolean => {
  const oldest = rows.at(-1)
  return next !== null && (!period || !oldest || dayOf(oldest.at) >= period[0])
}

/** In the order in which a list of names is looked through. */
export const namesIn = (rows: readonly Dated[]): string[] =>
  [...new Set(rows.map(({ byName }) => byName))].sort((a, b) => a.localeCompare(b, 'zh-CN'))
