import { Button } from 'antd'
import { type CSSProperties, type PointerEvent, useEffect, useRef, useState } from 'react'
import { DAY, drawn } from './hours'

/** A morning is in sight when the page opens. */
const FIRST_SEEN = 8 / 24
const HOURS = Array.from({ length: 25 }, (_, hour) => hour)

export type Block = {
  key: string
  from: number
  until: number
  tone: 'hours' | 'free' | 'taken' | 'past' | 'gone'
  /** Whether it can be opened. */
  opens?: boolean
  /** What stands in it, and what is read out. */
  text: string
  heard: string
}
export type Column = { key: string; title: string; note?: string; dim?: boolean; blocks: readonly Block[] }

type Props = {
  columns: readonly Column[]
  sessionMinutes: number
  addText: string
  onAdd: (column: number) => void
  onDraw?: (column: number, span: { from: number; until: number }) => void
  onOpen?: (column: number, key: string) => void
}

const place = ({ from, until }: { from: number; until: number }): CSSProperties => ({
  top: `${(from / DAY) * 100}%`,
  height: `${((until - from) / DAY) * 100}%`,
})

/** A week from midnight to midnight. A period is drawn with the mouse, or added with the button of its day. */
export const WeekGrid = ({ columns, sessionMinutes, addText, onAdd, onDraw, onOpen }: Props) => {
  const scroll = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (scroll.current) scroll.current.scrollTop = scroll.current.scrollHeight * FIRST_SEEN
  }, [])
  return (
    <div className="week-scroll" ref={scroll}>
      <div className="week-heads">
        <span />
        {columns.map(({ key, title, note }, at) => (
          <div key={key} className="week-head">
            <strong>{title}</strong>
            {note && <span className="week-note">{note}</span>}
            <Button size="small" aria-label={`${title}${addText}`} onClick={() => onAdd(at)}>
              {addText}
            </Button>
          </div>
        ))}
      </div>
      <div className="week-body">
        <div className="week-hours figure" aria-hidden>
          {HOURS.slice(1, -1).map((hour) => (
            <span key={hour} style={{ top: `${(hour / 24) * 100}%` }}>
              {hour}:00
            </span>
          ))}
        </div>
        {columns.map((column, at) => (
          <Day
            key={column.key}
            column={column}
            sessionMinutes={sessionMinutes}
            {...(onDraw && { onDraw: (span) => onDraw(at, span) })}
            {...(onOpen && { onOpen: (key) => onOpen(at, key) })}
          />
        ))}
      </div>
    </div>
  )
}

type DayProps = {
  column: Column
  sessionMinutes: number
  onDraw?: (span: { from: number; until: number }) => void
  onOpen?: (key: string) => void
}

const Day = ({ column, sessionMinutes, onDraw, onOpen }: DayProps) => {
  const [pull, setPull] = useState<{ from: number; to: number } | null>(null)
  const minuteAt = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    return Math.max(0, Math.min(DAY - 1, ((event.clientY - box.top) / box.height) * DAY))
  }
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (!onDraw || event.button !== 0 || event.target !== event.currentTarget) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = minuteAt(event)
    setPull({ from: at, to: at })
  }
  const end = () => {
    const span = pull && drawn(pull.from, pull.to, sessionMinutes)
    setPull(null)
    if (span) onDraw?.(span)
  }
  const growing = pull && drawn(pull.from, pull.to, sessionMinutes)
  return (
    <section
      className={`week-day${column.dim ? ' week-dim' : ''}${onDraw ? ' week-drawn' : ''}`}
      aria-label={column.title}
      onPointerDown={begin}
      onPointerMove={(event) => pull && setPull({ ...pull, to: minuteAt(event) })}
      onPointerUp={end}
      onPointerCancel={() => setPull(null)}
    >
      {column.blocks.map(({ key, tone, text, heard, opens, ...span }) =>
        onOpen && opens ? (
          <button
            key={key}
            type="button"
            className={`week-block week-${tone}`}
            style={place(span)}
            aria-label={heard}
            onClick={() => onOpen(key)}
          >
            {text}
          </button>
        ) : (
          <p key={key} className={`week-block week-${tone}`} style={place(span)} title={heard}>
            <span aria-hidden>{text}</span>
            <span className="only-heard">{heard}</span>
          </p>
        ),
      )}
      {growing && <span className="week-block week-growing" style={place(growing)} />}
    </section>
  )
}
