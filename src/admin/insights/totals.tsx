import type { Counts } from '../../domain/figures/counts'
import { figureWords, shownFigure } from './counted'

const number = new Intl.NumberFormat('zh-CN')

type Row = { name: string; unit: string; how: string; shown: number }

/** Each figure with, under it, how it is counted. */
export const TotalList = ({ label, rows }: { label: string; rows: readonly Row[] }) => (
  <dl className="totals" aria-label={label}>
    {rows.map(({ name, unit, how, shown }) => (
      <div className="total" key={name}>
        <dt>{name}</dt>
        <dd className="total-number figure">
          {number.format(shown)}
          <span className="total-unit">{unit}</span>
        </dd>
        <dd className="soft total-how">{how}</dd>
      </div>
    ))}
  </dl>
)

export const Totals = ({ totals, period }: { totals: Counts; period: string }) => (
  <TotalList
    label={`${period}合计`}
    rows={figureWords.map(({ counter, ...words }) => ({ ...words, shown: shownFigure(counter, totals) }))}
  />
)
