import { nanoid } from 'nanoid'
import { overlaps, type Shift } from '../../../src/domain/duty/shift'
import { done, refused } from '../../../src/domain/result'
import { daysLater } from '../../../src/domain/time'
import { staffStore } from '../../_kit/identity'
import type { Handlers } from '../../_kit/serve'
import { headOf, LONGEST_SHIFT_DAYS, shiftsAround } from '../crew'
import { headsStore, shiftsStore } from '../store'
import { isSupervisor, supervisors } from '../supervisors'

const A_WEEK = 7

export const shifts: Handlers<'shifts'> = {
  list: async ({ from }, { database }) => {
    const start = new Date(from)
    const end = daysLater(start, A_WEEK)
    const around = await shiftsAround(start, database)
    const week = around.filter((shift) => new Date(shift.until) > start && new Date(shift.from) < end)
    const head = await headOf(database)
    return done({
      rows: week,
      head: head ? { staffId: head.staffId, name: head.name } : null,
      colleagues: (await supervisors(database)).map(({ id, name }) => ({ staffId: id, name })),
    })
  },

  add: async ({ staffId, from, until }, { database, now }) => {
    const member = await database.open(staffStore).get(staffId)
    if (!member || !isSupervisor(member)) return refused('STAFF_NOT_FOUND')
    const [begins, ends] = [new Date(from), new Date(until)]
    if (ends <= begins || ends <= now || daysLater(begins, LONGEST_SHIFT_DAYS) < ends) return refused('SHIFT_NOT_FIT')
    const shift: Shift = {
      id: nanoid(),
      staffId,
      name: member.name,
      from: begins.toISOString(),
      until: ends.toISOString(),
    }
    const around = await shiftsAround(begins, database)
    if (around.some((other) => other.staffId === staffId && overlaps(other, shift))) return refused('SHIFT_OVERLAPS')
    await database.open(shiftsStore).insert(shift)
    return done(shift)
  },

  remove: async ({ shiftId }, { database }) =>
    (await database.open(shiftsStore).remove(shiftId)) === 'removed' ? done({}) : refused('SHIFT_NOT_FOUND'),

  setHead: async ({ staffId }, { database, now }) => {
    const member = await database.open(staffStore).get(staffId)
    if (!member || !isSupervisor(member)) return refused('STAFF_NOT_FOUND')
    const head = { id: 'head' as const, staffId, name: member.name, since: now.toISOString() }
    return database.open(headsStore).change('head', () => done({ write: head, reply: {} }))
  },
}
