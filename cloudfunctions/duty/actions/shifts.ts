import { nanoid } from 'nanoid'
import { CITY } from '../../../src/domain/branches/words'
import { overlaps, type Shift } from '../../../src/domain/duty/shift'
import { done, refused } from '../../../src/domain/result'
import { daysLater, inShanghai } from '../../../src/domain/time'
import { actOf, actsStore } from '../../_kit/acts'
import { Busy, type Database } from '../../_kit/database'
import { staffStore } from '../../_kit/identity'
import type { Handlers } from '../../_kit/serve'
import { headOf, isShiftLength, shiftsBetween } from '../crew'
import { headsStore, rotasStore, shiftsStore } from '../store'
import { isAtWork, isSupervisor, supervisors } from '../supervisors'

const A_WEEK = 7
/** How often a rota is read again that somebody changed meanwhile. */
const MOST_TRIES = 5

const say = ({ name, from, until }: Shift) =>
  `${name}：${inShanghai(from).format('MM-DD HH:mm')}—${inShanghai(until).format('MM-DD HH:mm')}`

/** Still here, though not able to come in at this moment, such as with a new link. */
async function isThere(staffId: string, database: Database) {
  const member = await database.open(staffStore).get(staffId)
  return member !== undefined && isAtWork(member)
}

export const shifts: Handlers<'shifts'> = {
  list: async ({ from }, { database }) => {
    const start = new Date(from)
    const end = daysLater(start, A_WEEK)
    const around = await shiftsBetween(start, end, database)
    const present = await supervisors(database)
    const named = await headOf(database)
    const stays = named && (present.some(({ id }) => id === named.staffId) || (await isThere(named.staffId, database)))
    // Whoever left heads nobody: then what is the head's is everybody's, and the rota says that nobody is named.
    const head = stays ? named : undefined
    return done({
      rows: around.filter((shift) => new Date(shift.from) < end),
      head: head ? { staffId: head.staffId, name: head.name } : null,
      colleagues: present.map(({ id, name }) => ({ staffId: id, name })),
    })
  },

  add: async ({ staffId, from, until }, { caller, database, now }) => {
    const member = await database.open(staffStore).get(staffId)
    if (!member || !isSupervisor(member)) return refused('STAFF_NOT_FOUND')
    const [begins, ends] = [new Date(from), new Date(until)]
    if (!isShiftLength(begins, ends) || ends <= now) return refused('SHIFT_NOT_FIT')
    const span = { from: begins.toISOString(), until: ends.toISOString() }
    const shift: Shift = { id: `shift-${nanoid()}`, staffId, name: member.name, ...span }
    const act = actOf(caller, now, { what: 'shift-added', about: say(shift), branchId: CITY })
    const rotas = database.open(rotasStore)
    const refs = {
      rota: rotas.at(staffId),
      shift: database.open(shiftsStore).at(shift.id),
      act: database.open(actsStore).at(act.id),
    }
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const seen = (await rotas.get(staffId))?.changes ?? 0
      const around = await shiftsBetween(begins, ends, database)
      if (around.some((other) => other.staffId === staffId && overlaps(other, shift))) return refused('SHIFT_OVERLAPS')
      const added = await database.together(refs, ({ rota }) => {
        if ((rota?.changes ?? 0) !== seen) return done({ write: {}, reply: false })
        return done({ write: { rota: { id: staffId, staffId, changes: seen + 1 }, shift, act }, reply: true })
      })
      if (added.data) return done(shift)
    }
    throw new Busy('a rota that is changed again and again')
  },

  remove: async ({ shiftId }, { caller, database, now }) => {
    const stored = database.open(shiftsStore)
    const found = await stored.get(shiftId)
    if (!found) return refused('SHIFT_NOT_FOUND')
    const act = actOf(caller, now, { what: 'shift-removed', about: say(found), branchId: CITY })
    const refs = { shift: stored.at(shiftId), act: database.open(actsStore).at(act.id) }
    return database.together(refs, ({ shift }) => {
      if (!shift) return refused('SHIFT_NOT_FOUND')
      // Who was there is on record.
      if (Date.parse(shift.until) <= now.getTime()) return refused('SHIFT_OVER')
      const under = Date.parse(shift.from) < now.getTime()
      return done({ write: { shift: under ? { ...shift, until: now.toISOString() } : null, act }, reply: {} })
    })
  },

  setHead: async ({ staffId }, { caller, database, now }) => {
    const member = await database.open(staffStore).get(staffId)
    if (!member || !isSupervisor(member)) return refused('STAFF_NOT_FOUND')
    const head = { id: 'head' as const, staffId, name: member.name, since: now.toISOString() }
    const act = actOf(caller, now, { what: 'head-set', about: member.name, branchId: CITY })
    const refs = { head: database.open(headsStore).at('head'), act: database.open(actsStore).at(act.id) }
    return database.together(refs, () => done({ write: { head, act }, reply: {} }))
  },
}
