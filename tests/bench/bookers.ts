import { nanoid } from 'nanoid'
import type { Database } from '../../cloudfunctions/_kit/database'
import { staffStore } from '../../cloudfunctions/_kit/identity'
import { counsellorsStore, timetablesStore } from '../../cloudfunctions/counselling/counsellors-store'
import { withShown } from '../../cloudfunctions/counselling/offered'
import { CITY } from '../../src/domain/branches/words'
import { workedAs } from '../../src/domain/calendar/china'
import { begin } from '../../src/domain/counsellors/counsellor'
import { daysLater } from '../../src/domain/time'
import { emptyTimetable } from '../../src/domain/timetables/change'
import { freeSlots } from '../../src/domain/timetables/slots'
import { mornings, profileNamed } from '../house/counsellors'
import { enrol } from './takers'

const COUNSELLORS = 20
/** As many as the union lets one person have ahead. */
export const EACH = 2
const NO_PASSWORD = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`

export type Bookers = { keys: string[]; times: { staffId: string; from: string }[] }

/** People who may book, and every time that twenty counsellors offer, of all of them in turn. */
export async function enrolBookers(url: string, database: Database, people: number): Promise<Bookers> {
  const now = new Date()
  const at = now.toISOString()
  const { changedAt: _, ...hours } = mornings
  const run = nanoid(8)
  const times: { staffId: string; from: string }[][] = []
  for (let one = 0; one < COUNSELLORS; one++) {
    // A server keeps what the run before left there.
    const staffId = `${run}${String(one).padStart(4, '0')}`
    const name = `咨询师${one}`
    const timetable = { ...emptyTimetable(staffId), ...hours, changedAt: at }
    await database.open(staffStore).insert({
      ...{ id: staffId, name, login: staffId, grants: [{ role: 'counsellor', branchId: CITY }], active: true },
      ...{ passwordHash: NO_PASSWORD, createdAt: at, origin: staffId, waiting: null },
    })
    await database
      .open(counsellorsStore)
      .insert(withShown({ ...begin(staffId, CITY), live: profileNamed(name), approvedAt: at }))
    await database.open(timetablesStore).insert(timetable)
    // From a day on, so that none of them begins too soon while others are asked for.
    const between = { from: daysLater(now, 1), until: daysLater(now, 27) }
    times.push(freeSlots(timetable, [], workedAs, now, between).map(({ from }) => ({ staffId, from })))
  }
  const longest = Math.max(...times.map(({ length }) => length))
  const inTurn = Array.from({ length: longest }, (_, turn) => times.flatMap((own) => own[turn] ?? [])).flat()
  return { keys: await enrol(url, people, 'counselling'), times: inTurn }
}
