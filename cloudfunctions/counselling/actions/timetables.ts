import type { MyTimetable } from '../../../src/contract/timetables'
import { holidays, isPublished, workedAs } from '../../../src/domain/calendar/china'
import { isOffered } from '../../../src/domain/counsellors/counsellor'
import { modes } from '../../../src/domain/counsellors/words'
import { done, type Result, refused } from '../../../src/domain/result'
import { dayOf, daysLater } from '../../../src/domain/time'
import {
  addException,
  changeWeek,
  emptyTimetable,
  type PeriodFault,
  removeException,
} from '../../../src/domain/timetables/change'
import { freeSlots, inModes, midnightOf, outside, periodsOn } from '../../../src/domain/timetables/slots'
import type { Taken, Timetable } from '../../../src/domain/timetables/timetable'
import type { StaffCaller } from '../../_kit/caller'
import type { Context, Handlers } from '../../_kit/serve'
import { counsellorsStore, timetablesStore } from '../counsellors-store'
import { standingOf, takenOf } from '../taken-times'

const A_WEEK = 7

export const timetables: Handlers<'timetables'> = {
  mine: async (_, context) => {
    const { caller, database } = context
    const timetable = await database.open(timetablesStore).get(caller.staffId)
    return done(await shown(timetable ?? emptyTimetable(caller.staffId), context))
  },

  save: ({ changedAt, ...settings }, context) =>
    change<PeriodFault | 'TIMETABLE_CHANGED'>(context, (timetable) =>
      (changedAt ?? '') === timetable.changedAt
        ? changeWeek(timetable, settings, context.now)
        : refused('TIMETABLE_CHANGED'),
    ),

  addException: (exception, context) => change(context, (timetable) => addException(timetable, exception, context.now)),

  removeException: ({ exceptionId }, context) =>
    change(context, (timetable) => removeException(timetable, exceptionId, context.now)),

  preview: async ({ from }, { caller, database, now }) => {
    const start = new Date(midnightOf(from))
    const [found, counsellor, taken] = await Promise.all([
      database.open(timetablesStore).get(caller.staffId),
      database.open(counsellorsStore).get(caller.staffId),
      takenOf([caller.staffId], { from: start, until: daysLater(start, A_WEEK) }, database),
    ])
    const timetable = found ?? emptyTimetable(caller.staffId)
    const stands = taken(caller.staffId)
    const ways = (counsellor?.live ?? counsellor?.draft)?.modes ?? modes
    return done({
      offered: counsellor !== undefined && isOffered(counsellor, now),
      days: Array.from({ length: A_WEEK }, (_, place) => {
        const midnight = daysLater(start, place)
        const day = dayOf(midnight)
        const between = { from: midnight, until: daysLater(midnight, 1) }
        const kind = holidays(day)
        return {
          day,
          kind: kind === 'workday' ? ('worked' as const) : (kind ?? ('usual' as const)),
          known: isPublished(Number(day.slice(0, 4))),
          periods: [...periodsOn(timetable, day, workedAs)],
          slots: inModes(freeSlots(timetable, stands, workedAs, now, between), ways),
          standing: stands.filter((each) => dayOf(each.from) === day && each.passOnAt === '').map(plain),
        }
      }),
    })
  },
}

const plain = ({ bookingId, from, until }: Taken) => ({ bookingId, from, until })

const shown = async (timetable: Timetable, { caller, database, now }: Context<StaffCaller>): Promise<MyTimetable> => {
  const { id: _, staffId, changedAt, ...said } = timetable
  const standing = await standingOf([caller.staffId], database, now)
  return {
    ...said,
    changedAt: changedAt === '' ? null : changedAt,
    outside: outside(timetable, standing(staffId), workedAs, now).map(plain),
  }
}

async function change<Code extends string>(
  context: Context<StaffCaller>,
  rule: (timetable: Timetable) => Result<Timetable, Code>,
) {
  const { caller, database } = context
  const changed = await database.open(timetablesStore).change(caller.staffId, (before) => {
    const result = rule(before ?? emptyTimetable(caller.staffId))
    return result.ok ? done({ write: result.data, reply: result.data }) : result
  })
  return changed.ok ? done(await shown(changed.data, context)) : changed
}
