import type { Input } from '../../contract'
import type { ProgrammedEvent } from '../../contract/events'
import type { Audience, Kind, Way } from '../../domain/events/words'
import { daysLater, inShanghai, minutesLater } from '../../domain/time'

export type TimeRow = { day: string; from: string; until: string }

/** As it is written in the form: days and hours of Shanghai time, as the fields of a browser have them. */
export type PlanForm = {
  kind: Kind
  title: string
  theme: string
  about: string
  place: string
  link: string
  teacherId: string
  times: TimeRow[]
  capacity: number
  shift: number
  newcomer: number
  sharesUntil: string
  audience: Audience
  way: Way
  relatives: number
  questions: { id: string; text: string; needed: boolean }[]
  opensAt: string
  closesAt: string
  cancelUntil: string
  hours: number
}

type Plan = Omit<Input<'programme', 'save'>, 'eventId' | 'branchId' | 'revision'>

/** `2026-12-12T09:30`; empty stays empty. */
export const localOf = (instant: string) => (instant === '' ? '' : inShanghai(instant).format('YYYY-MM-DDTHH:mm'))

/** Empty where it is no time yet. */
export const instantOf = (local: string): string => {
  const instant = new Date(`${local}:00+08:00`)
  return Number.isNaN(instant.getTime()) ? '' : instant.toISOString()
}

const rowOf = ({ from, until }: { from: string; until: string }): TimeRow => ({
  day: localOf(from).slice(0, 10),
  from: localOf(from).slice(11),
  until: localOf(until).slice(11),
})

const timeOf = ({ day, from, until }: TimeRow) => ({
  from: instantOf(`${day}T${from}`),
  until: instantOf(`${day}T${until}`),
})

/** What is not whole yet is left out: a draft may lack anything. */
export const timesOf = (rows: readonly TimeRow[]) =>
  rows.map(timeOf).filter(({ from, until }) => from !== '' && until !== '')

export const formOf = (event: ProgrammedEvent): PlanForm => ({
  kind: event.kind,
  title: event.title,
  theme: event.theme,
  about: event.about,
  place: event.place,
  link: event.link,
  teacherId: event.teacherId,
  times: event.times.map(rowOf),
  capacity: event.capacity,
  shift: event.shares.shift,
  newcomer: event.shares.newcomer,
  sharesUntil: localOf(event.sharesUntil),
  audience: event.audience,
  way: event.way,
  relatives: event.relatives,
  questions: event.questions,
  opensAt: localOf(event.opensAt),
  closesAt: localOf(event.closesAt),
  cancelUntil: localOf(event.cancelUntil),
  hours: event.hours,
})

/** Without a limit nothing is shared out or drawn, and the form does not ask. */
const seatsOf = ({ capacity, shift, newcomer, way }: PlanForm): Pick<Plan, 'capacity' | 'shares' | 'way'> =>
  capacity
    ? { capacity, shares: { shift: shift ?? 0, newcomer: newcomer ?? 0 }, way }
    : { capacity: 0, shares: { shift: 0, newcomer: 0 }, way: 'first-come' }

/** Where nothing is kept it matters to nobody, and has to be some instant of the sign-up all the same. */
const sharesUntilOf = (
  { sharesUntil, closesAt }: PlanForm,
  { capacity, shares }: Pick<Plan, 'capacity' | 'shares'>,
) => {
  const isKept = shares.shift + shares.newcomer > 0
  return instantOf(isKept || (capacity > 0 && sharesUntil !== '') ? sharesUntil : closesAt)
}

export const planOf = (form: PlanForm): Plan => {
  const { shift, newcomer, times, questions, ...rest } = form
  const seats = seatsOf(form)
  return {
    ...rest,
    ...seats,
    times: timesOf(times),
    relatives: form.relatives ?? 0,
    hours: form.hours ?? 0,
    questions: questions.filter(({ text }) => text.trim() !== '').map((one) => ({ ...one, text: one.text.trim() })),
    sharesUntil: sharesUntilOf(form, seats),
    opensAt: instantOf(form.opensAt),
    closesAt: instantOf(form.closesAt),
    cancelUntil: instantOf(form.cancelUntil),
  }
}

/** What a new draft begins with. */
export const beginning = (kind: Kind, title: string): Plan => ({
  ...{ kind, title, theme: '', about: '', place: '', link: '', teacherId: '', times: [] },
  ...{ capacity: kind === 'live' ? 0 : 30, shares: { shift: 0, newcomer: 0 }, sharesUntil: '', relatives: 0 },
  ...{ audience: 'members', way: 'first-come', questions: [], opensAt: '', closesAt: '', cancelUntil: '', hours: 0 },
})

/** The first of the rows again, every so many days. */
export function repeated(first: TimeRow, everyDays: number, times: number): TimeRow[] {
  const from = instantOf(`${first.day}T12:00`)
  if (from === '') return [first]
  return Array.from({ length: times }, (_, at) => ({
    ...first,
    day: localOf(daysLater(new Date(from), at * everyDays).toISOString()).slice(0, 10),
  }))
}

const DAY_MINUTES = 24 * 60

/** As most do it: open two weeks before or from now on, until six in the evening before; shares two days before. */
export function usualSignUp(first: TimeRow, kind: Kind, way: Way, now: Date) {
  const begins = instantOf(`${first.day}T${first.from}`)
  if (begins === '') return undefined
  const midnight = new Date(instantOf(`${first.day}T00:00`))
  const before = (days: number, hour: number) => minutesLater(midnight, -days * DAY_MINUTES + hour * 60)
  const opens = before(14, 9)
  const evening = kind === 'live' ? new Date(begins) : before(way === 'draw' ? 3 : 1, 18)
  return {
    opensAt: localOf((opens > now ? opens : now).toISOString()),
    closesAt: localOf(evening.toISOString()),
    cancelUntil: localOf((kind === 'live' ? new Date(begins) : before(1, 18)).toISOString()),
    sharesUntil: localOf((kind === 'live' ? new Date(begins) : before(2, 18)).toISOString()),
  }
}
