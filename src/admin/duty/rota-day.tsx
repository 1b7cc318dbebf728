import type { CSSProperties } from 'react'
import { clockOf, DAY_MINUTES, type DayPlan, minuteOfDay, type ShiftRow, type Span } from './week'

const share = (minutes: number) => `${(minutes / DAY_MINUTES) * 100}%`
const place = ({ from, until }: Span, lane?: number): CSSProperties => ({
  left: share(from),
  width: share(until - from),
  ...(lane !== undefined && { top: `calc(${lane} * var(--lane))` }),
})
/** From here on the words of a gap have room; a shorter one says them to whoever asks. Minutes. */
const ROOM = 5 * 60

const times = ({ from, until }: Span) => `${clockOf(from)}–${clockOf(until)}`

type Props = { plan: DayPlan; name: string; now: number; today: boolean; onRemove: (shift: ShiftRow) => void }

/** A day from midnight to midnight; the list reads in the order of the clock. */
export const RotaDay = ({ plan, name, now, today, onRemove }: Props) => (
  <section className="rota-day" aria-label={name}>
    <h3 className={today ? 'rota-today' : ''}>
      {name}
      {today && <span className="rota-mark">今天</span>}
    </h3>
    <div className="rota-line" style={{ '--lanes': plan.lanes } as CSSProperties}>
      {plan.gaps.map((gap) => (
        <p key={gap.from} className="rota-gap" style={place(gap)} title={`${times(gap)} 这段时间没有人值守`}>
          <span className={gap.until - gap.from < ROOM ? 'only-heard' : ''}>{times(gap)} 这段时间没有人值守</span>
        </p>
      ))}
      {plan.parts.map((part) => (
        <button
          key={part.shift.id}
          type="button"
          className="rota-shift"
          style={place(part, part.lane)}
          title={`${part.shift.name} ${times(part)}`}
          disabled={Date.parse(part.shift.until) <= now}
          aria-label={`${part.shift.name} ${times(part)}${Date.parse(part.shift.until) <= now ? '，已结束' : '，删去'}`}
          onClick={() => onRemove(part.shift)}
        >
          {part.shift.name} <span className="figure">{times(part)}</span>
        </button>
      ))}
      {today && (
        <span className="rota-now" style={{ left: share(minuteOfDay(new Date(now))) }}>
          <span className="only-heard">现在 {clockOf(minuteOfDay(new Date(now)))}</span>
        </span>
      )}
    </div>
  </section>
)
