import type { CounsellorCard } from '../../src/contract/counsellors'
import { workedAs } from '../../src/domain/calendar/china'
import { isOffered } from '../../src/domain/counsellors/counsellor'
import type { Field, Gender, Language, Mode } from '../../src/domain/counsellors/words'
import { dayOf, daysLater } from '../../src/domain/time'
import { MOST_HORIZON } from '../../src/domain/timetables/change'
import { isThere, midnightOf, nextFree } from '../../src/domain/timetables/slots'
import type { Taken } from '../../src/domain/timetables/timetable'
import type { Database, Page } from '../_kit/database'
import { staffStore } from '../_kit/identity'
import { branchNames } from '../people/open'
import { counsellorsStore, type StoredCounsellor, timetablesStore } from './counsellors-store'
import { isCounsellor, type Offered } from './offered'
import { takenOf } from './taken-times'

export const WEEKS_AHEAD = 4
const PAGE = 20
/** A filter may leave few of each page: it is read on until there is something to show, and not for ever. */
const ENOUGH = 8
const MOST_PAGES = 5

export type Filter = { field?: Field; mode?: Mode; gender?: Gender; language?: Language; day?: string }

type Around = { database: Database; now: Date }

/** Until when free times are shown. */
export const shownUntil = (now: Date) => daysLater(now, WEEKS_AHEAD * 7)

export async function findCounsellors(filter: Filter, from: string | undefined, { database, now }: Around) {
  if (filter.day !== undefined && filter.day > dayOf(daysLater(now, MOST_HORIZON))) return { rows: [], next: null }
  const chosen: Offered['counsellor'][] = []
  let after: string | null = from ?? null
  let pages = 0
  do {
    const page: Page<StoredCounsellor> = await database
      .open(counsellorsStore)
      .find({ index: 'byShown', where: { shown: true }, limit: PAGE, ...(after && { after }) })
    chosen.push(...page.rows.filter((one): one is Offered['counsellor'] => isOffered(one, now) && suits(one, filter)))
    after = page.next
    pages++
  } while (after && chosen.length < ENOUGH && pages < MOST_PAGES)
  return { rows: await cardsOf(chosen, filter, { database, now }), next: after }
}

const suits = ({ live }: Offered['counsellor'], { field, mode, gender, language }: Filter) =>
  (!field || live.fields.includes(field)) &&
  (!mode || live.modes.includes(mode)) &&
  (!gender || live.gender === gender) &&
  (!language || live.languages.includes(language))

/** Whoever is free first comes first; whoever cannot be booked soon comes last. */
async function cardsOf(counsellors: Offered['counsellor'][], filter: Filter, { database, now }: Around) {
  if (counsellors.length === 0) return []
  const ids = counsellors.map(({ staffId }) => staffId)
  const day = filter.day === undefined ? undefined : new Date(midnightOf(filter.day))
  const wanted = day && { from: day, until: daysLater(day, 1) }
  const [members, timetables, taken, nameOf] = await Promise.all([
    database.open(staffStore).getMany(ids),
    database.open(timetablesStore).getMany(ids),
    takenOf(ids, { from: now, until: wanted?.until ?? shownUntil(now) }, database),
    branchNames(
      counsellors.map(({ live }) => live.stationId),
      database,
    ),
  ])
  const here = new Set(members.filter(isCounsellor).map(({ id }) => id))
  const hours = new Map(timetables.map((timetable) => [timetable.staffId, timetable]))
  return counsellors
    .flatMap((counsellor): CounsellorCard[] => {
      const timetable = hours.get(counsellor.staffId)
      if (!timetable || !here.has(counsellor.staffId)) return []
      const between = wanted ?? { from: now, until: shownUntil(now) }
      const card = cardOf({ counsellor, timetable }, taken(counsellor.staffId), nameOf, {
        now,
        between,
        modes: filter.mode ? [filter.mode] : counsellor.live.modes,
      })
      return wanted && !card.nextFree ? [] : [card]
    })
    .sort((one, other) => order(one).localeCompare(order(other)))
}

const order = ({ nextFree: slot, id }: CounsellorCard) => `${slot?.from ?? '9999'} ${id}`

export const cardOf = (
  { counsellor, timetable }: Offered,
  taken: readonly Taken[],
  nameOf: (branchId: string) => string,
  { now, between, modes }: { now: Date; between: { from: Date; until: Date }; modes: readonly Mode[] },
): CounsellorCard => {
  const { name, gender, languages, fields, modes: all, institution, stationId, qualification } = counsellor.live
  return {
    id: counsellor.staffId,
    name,
    gender,
    languages,
    fields,
    modes: all,
    institution,
    stationName: all.includes('in-person') ? nameOf(stationId) : '',
    title: qualification.title,
    there: isThere(timetable, taken, workedAs, now),
    nextFree: nextFree(timetable, taken, workedAs, now, { ...between, modes }) ?? null,
  }
}
