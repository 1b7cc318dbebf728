import type { Input } from '../../contract'
import type { HeldBooking } from '../../contract/bookings'
import { modeNames } from '../../domain/counsellors/words'
import { dayOf } from '../../domain/time'
import { api } from '../cloud/api'
import { shownClock } from '../shell/time'
import { sessionOf, standingOf } from './agenda'

export type Wanted = Omit<Input<'bookings', 'held'>, 'after'>

/** Every page, for a file. */
export async function wholeList(wanted: Wanted) {
  const rows: HeldBooking[] = []
  let after: string | undefined
  do {
    const reply = await api.bookings.held(after ? { ...wanted, after } : wanted)
    if (!reply.ok) return reply
    rows.push(...reply.data.rows)
    after = reply.data.next ?? undefined
  } while (after)
  return { ok: true as const, data: rows }
}

export const fileHeads = ['日期（北京时间）', '开始', '结束', '方式', '状态', '第几次'] as const

/** Nobody is in a file: no pseudonym, no card, no number. */
export const fileRow = (row: HeldBooking, now: number): string[] => [
  ...[dayOf(row.from), shownClock(row.from), shownClock(row.until)],
  ...[modeNames[row.mode], standingOf(row, now), sessionOf(row)],
]
