import type { Counts } from '../../domain/figures/counts'
import { figureWords, shownFigure } from './counted'

const number = new Intl.NumberFormat('zh-CN')

/** Each figure with, under it, how it is counted. */
export const Totals = ({ totals, period }: { totals: Counts; period: string }) => (
  <dl className="totals" aria-label={`${period}合计`}>
    {figureWords.map(({ counter, name, unit, how }) => (
      <div className="total" key={counter}>
        <dt>{name}</dt>
        <dd className="total-number figure">
          {number.format(shownFigure(counter, totals))}
          <span className="total-unit">{unit}</span>
        </dd>
        <dd className="soft total-how">{how}</dd>
      </div>
    ))}
  </dl>
)
