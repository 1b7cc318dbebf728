import { A_DAY, type Hours, type Span } from '../../domain/hotlines/hours'
import { shownMinute } from '../../domain/hotlines/hours-words'

/** Some days of the week with the same hours; an end that is not after the beginning is on the day after. */
export type HoursRow = { days: number[]; from: string; until: string }

/** `8:30`; `24:00` ends a day. */
export const minuteOf = (text: string): number | undefined => {
  const found = /^(\d{1,2})[:：](\d{2})$/.exec(text.trim())
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])]
  return found && minute < 60 && (hour < 24 || (hour === 24 && minute === 0)) ? hour * 60 + minute : undefined
}

export const spanOf = (from: string, until: string): Span | undefined => {
  const [begins, ends] = [minuteOf(from), minuteOf(until)]
  if (begins === undefined || ends === undefined || begins === A_DAY) return undefined
  return { from: begins, until: ends > begins ? ends : ends + A_DAY }
}

const shownEnd = (until: number) => (until === A_DAY ? '24:00' : shownMinute(until))

export const rowsOf = ({ periods }: Pick<Hours, 'periods'>): HoursRow[] => {
  const rows = new Map<string, HoursRow>()
  for (const { weekday, from, until } of periods) {
    const key = `${from}-${until}`
    const row = rows.get(key) ?? { days: [], from: shownMinute(from), until: shownEnd(until) }
    rows.set(key, { ...row, days: [...row.days, weekday] })
  }
  return [...rows.values()]
}

export const spanRow = ({ from, until }: Span) => ({ from: shownMinute(from), until: shownEnd(until) })

export const periodsOf = (rows: readonly HoursRow[]) =>
  rows.flatMap(({ days, from, until }) => {
    const span = spanOf(from, until)
    return span ? days.map((weekday) => ({ weekday, ...span })) : []
  })
