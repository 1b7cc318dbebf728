import type { Event } from '../../src/domain/events/event'
import { countOn, type Given, NOTHING } from '../../src/domain/ratings/count'
import { ratingSpan } from '../../src/domain/ratings/may-rate'
import { itemsOf, type RatingItem } from '../../src/domain/ratings/words'
import { done } from '../../src/domain/result'
import { gather, hear } from '../../src/domain/teachers/teacher'
import { dayOf, daysLater, minutesLater } from '../../src/domain/time'
import { type Database, MOST_ROWS, type Page, type Ref } from '../_kit/database'
import { type EventReport, emptyReport, eventReportsStore } from './event-reports-store'
import { type Rating, ratingsStore } from './ratings-store'
import { teachersStore } from './teachers-store'

type Around = { database: Database; now: Date }

/** A request that began before midnight has ended by then. */
const AFTER_MIDNIGHT_MINUTES = 60

async function ratingsOf(eventId: string, { database }: Around): Promise<Rating[]> {
  const all: Rating[] = []
  let after: string | null = null
  do {
    const page: Page<Rating> = await database
      .open(ratingsStore)
      .find({ index: 'byEvent', where: { eventId }, limit: MOST_ROWS, ...(after && { after }) })
    all.push(...page.rows)
    after = page.next
  } while (after)
  return all
}

const givenTo = (ratings: readonly Rating[], item: RatingItem): Given[] =>
  ratings.flatMap(({ day, scores }) => scores.filter((one) => one.item === item).map(({ score }) => ({ day, score })))

/**
 * Counts what was said of an event on days that are over, each day once, for its report and for its teacher together. When
 * nothing more can be said, what is left is gathered for the teacher. Done again it changes nothing.
 */
export async function countRatings(event: Event, around: Around): Promise<boolean> {
  const { database, now } = around
  const span = ratingSpan(event)
  if (!span || now < span.from) return false
  const until = minutesLater(now, -AFTER_MIDNIGHT_MINUTES)
  const [today, isOver] = [dayOf(until), daysLater(span.until, 1) <= until]
  const ratings = await ratingsOf(event.id, around)
  if (ratings.length === 0 && !isOver) return false
  const refs = {
    told: database.open(eventReportsStore).at(event.id),
    ...(event.teacherId !== '' && { teacher: database.open(teachersStore).at(event.teacherId) }),
  } as { told: Ref<EventReport>; teacher: ReturnType<typeof teacherRef> }
  const counted = await database.together(refs, ({ told, teacher }) => {
    const before = told ?? emptyReport(event.id)
    if (before.heardOut) return done({ write: {}, reply: false })
    const steps = itemsOf(event.kind).map((item) => {
      const shown = before.ratings.find((one) => one.item === item)
      return { item, ...countOn(shown, givenTo(ratings, item), today) }
    })
    const isFresh = steps.some(({ fresh }) => fresh.count > 0)
    if (!isFresh && !isOver) return done({ write: {}, reply: false })
    const { fresh, rest } = steps.find(({ item }) => item === 'teacher') ?? { fresh: NOTHING, rest: NOTHING }
    const after = {
      ...before,
      ratings: steps.flatMap(({ item, shown }) => (shown ? [{ ...shown, item }] : [])),
      heardOut: isOver,
    }
    const heard = teacher && hear(teacher, fresh, now)
    return done({
      write: { told: after, ...(heard && { teacher: isOver ? gather(heard, rest, now) : heard }) },
      reply: true,
    })
  })
  return counted.ok && counted.data
}

const teacherRef = (database: Database, id: string) => database.open(teachersStore).at(id)
