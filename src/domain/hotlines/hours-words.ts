import { dayOf, inShanghai, weekdayOf } from '../time'
import { A_DAY, type DayCalendar, type Hours, isKnown, isOpen, nextOpensAt, opensUntil, type Span } from './hours'

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const

export const shownMinute = (minute: number) => {
  const inDay = minute % A_DAY
  return `${Math.floor(inDay / 60)}:${String(inDay % 60).padStart(2, '0')}`
}

const shownSpan = ({ from, until }: Span) => {
  if (from === 0 && until === A_DAY) return '全天'
  if (until === A_DAY) return `${shownMinute(from)}–24:00`
  return `${shownMinute(from)}–${until > A_DAY ? '次日 ' : ''}${shownMinute(until)}`
}

const shownSpans = (spans: readonly Span[]) =>
  [...spans]
    .sort((a, b) => a.from - b.from)
    .map(shownSpan)
    .join('、')

/** 「周一至周五」, 「周六、周日」, 「每天」. */
function shownDays(days: readonly number[]): string {
  if (days.length === 7) return '每天'
  const runs: number[][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last?.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  return runs
    .map((run) => {
      const [first, last] = [weekdays[run[0] ?? 0], weekdays[run.at(-1) ?? 0]]
      return run.length > 2 ? `${first}至${last}` : run.map((day) => weekdays[day]).join('、')
    })
    .join('、')
}

const holidayWords = ({ onHolidays, holidaySpans }: Hours) => {
  if (onHolidays === 'as-usual') return '法定节假日照常'
  return onHolidays === 'closed' ? '法定节假日休息' : `法定节假日 ${shownSpans(holidaySpans)}`
}

/** 「周一至周五 8:30–17:30，法定节假日休息」. */
export function hoursWords(hours: Hours): string {
  if (hours.always) return '每天 24 小时'
  const groups = new Map<string, number[]>()
  for (let day = 0; day < 7; day++) {
    const spans = shownSpans(hours.periods.filter(({ weekday }) => weekday === day))
    if (spans) groups.set(spans, [...(groups.get(spans) ?? []), day])
  }
  const week = [...groups].map(([spans, days]) => `${shownDays(days)} ${spans}`)
  return [...(week.length > 0 ? week : ['暂时没有接听时间']), holidayWords(hours)].join('，')
}

/** 「今晚 18:00」, 「明早 8:30」, 「周三 14:00」: as one would say it now. */
export function instantWords(at: Date, now: Date): string {
  const there = inShanghai(at)
  const time = `${there.hour()}:${String(there.minute()).padStart(2, '0')}`
  const days = Math.round((startOf(dayOf(at)) - startOf(dayOf(now))) / (A_DAY * 60_000))
  if (days === 0) return `${there.hour() >= 18 ? '今晚' : '今天'} ${time}`
  if (days === 1) return `${there.hour() < 12 ? '明早' : there.hour() >= 18 ? '明晚' : '明天'} ${time}`
  if (days === 2) return `后天 ${time}`
  if (days < 7) return `${weekdays[weekdayOf(dayOf(at))]} ${time}`
  return `${there.month() + 1} 月 ${there.date()} 日 ${time}`
}

const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`).getTime()

/** Whether somebody answers now, and until or from when. */
export function standingWords(
  line: { hours: Hours },
  now: Date,
  calendar: DayCalendar,
): { standing: 'open' | 'closed' | 'unknown'; words: string } {
  if (!isKnown(line, now, calendar)) return { standing: 'unknown', words: '联网后能看到现在有没有人接听' }
  if (isOpen(line, now, calendar)) {
    const until = opensUntil(line, now, calendar)
    return { standing: 'open', words: until ? `现在有人接听，到${untilWords(until, now)}` : '现在有人接听' }
  }
  const next = nextOpensAt(line, now, calendar)
  return { standing: 'closed', words: next ? `现在没有人，${instantWords(next, now)} 开始` : '现在没有人' }
}

/** The midnight that ends a day is said as that day's. */
const untilWords = (until: Date, now: Date) => {
  const there = inShanghai(until)
  if (there.hour() === 0 && there.minute() === 0) {
    const before = new Date(until.getTime() - 1)
    return dayOf(before) === dayOf(now) ? '今晚 24:00' : '明晚 24:00'
  }
  return instantWords(until, now)
}
