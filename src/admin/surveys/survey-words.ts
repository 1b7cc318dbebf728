import type { Output } from '../../contract'
import type { Division, SurveyRow } from '../../contract/surveys'
import { briefs } from '../../domain/instruments/briefs'

export type Figures = Output<'surveys', 'figures'>

export const stateNames: Record<SurveyRow['state'], string> = {
  planned: '还没开始',
  open: '正在进行',
  counting: '正在合计',
  published: '已公布',
  cancelled: '已取消',
}

/** Nobody and too few read alike: from the words nobody learns which it was. */
export const WITHHELD = '不足 10 人，不显示'

export const shownCount = (count: number | null) => (count === null ? WITHHELD : String(count))

/** Where fewer than ten kept silent, how many were invited is withheld: the difference would be those few. */
export const shownInvited = ({ invited, answered }: Pick<Figures, 'invited' | 'answered'>) =>
  invited === null && answered !== null ? '没答的不足 10 人，不显示' : shownCount(invited)

/** Whole per cent; a rate of what is not shown is not shown either. */
export const shownRate = ({ invited, answered }: Pick<Figures, 'invited' | 'answered'>) =>
  invited === null || answered === null ? '不显示' : `${Math.round((answered / invited) * 100)}%`

/** Of those who answered, for the length of a bar. */
export const shareOf = (count: number | null, total: number | null) =>
  count === null || total === null || total === 0 ? 0 : Math.round((count / total) * 100)

export const titleOf = ({ instrumentId }: Pick<SurveyRow, 'instrumentId'>) => briefs[instrumentId].title

const lines = (what: string, { cells }: Division) => cells.map(({ title, count }) => [what, title, shownCount(count)])

/** What the page shows and no more: both read the same reply. */
export const csvLines = (figures: Figures): string[][] => [
  ['合计', '受邀人数', shownInvited(figures)],
  ['合计', '回答人数', shownCount(figures.answered)],
  ['合计', '回答率', shownRate(figures)],
  ...lines('按组织', figures.byBranch),
  ...figures.scales.flatMap(({ title, bands }) => lines(title, bands)),
]
