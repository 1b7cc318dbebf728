import { customAlphabet } from 'nanoid'
import { endsAt } from '../../../src/domain/events/times'
import { done, refused } from '../../../src/domain/result'
import { ticketKeyOf } from '../../../src/domain/tickets/code'
import { daysLater, minutesLater } from '../../../src/domain/time'
import { countUseBy } from '../../_kit/attempts'
import { keepFor } from '../../_kit/data-keys'
import type { Handlers } from '../../_kit/serve'
import { pseudonymsOf } from '../../people/open'
import { answersOf } from '../answers'
import { cameOf, eventAtTheDoor, keeperId, mergeScans } from '../door'
import { doorKeepersStore, passesStore } from '../doors-store'
import { eventsStore, type StoredEvent } from '../events-store'
import { seatedOf } from '../seated'
import { doorKeyOf } from '../secrets'

/** Read out across a room: no letters or digits that are mistaken for each other. */
const passCode = customAlphabet('23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 8)
const PASS_MINUTES = 15
const MOST_PASSES = 10
const PASSES_MINUTES = 60

/** The list is there from a day before the first time until a day after the last. */
const isDoorOpen = ({ beginsAt, endsAt: ends }: StoredEvent, now: Date) =>
  now >= daysLater(new Date(beginsAt), -1) && now < daysLater(new Date(ends), 1)

/** Who has no name yet is told apart by the end of their ticket, which stands on it. */
const unnamed = (ticketId: string) => `票 ${ticketId.slice(-4)}`

export const doors: Handlers<'doors'> = {
  pass: async ({ eventId }, context) => {
    const { caller, database, keys, now } = context
    const event = await eventAtTheDoor(eventId, context)
    if (!event.ok) return event
    const code = passCode()
    const until = minutesLater(now, PASS_MINUTES).toISOString()
    await database.open(passesStore).insert({ id: keys.hash('pass', code), eventId, staffId: caller.staffId, until })
    return done({ code, until })
  },

  takePass: async ({ code }, context) => {
    const { caller, database, keys, now } = context
    const { personId } = caller
    const may = await countUseBy('passes', personId, MOST_PASSES, PASSES_MINUTES, context)
    if (!may.ok) return may
    const taken = await database
      .open(passesStore)
      .change(keys.hash('pass', code), (pass) =>
        pass && new Date(pass.until) > now ? done({ write: null, reply: pass }) : refused('PASS_NOT_FOUND'),
      )
    if (!taken.ok) return taken
    const event = await database.open(eventsStore).get(taken.data.eventId)
    if (!event) return refused('PASS_NOT_FOUND')
    const id = keeperId(event.id, personId)
    const keeper = { id, eventId: event.id, personId, since: now.toISOString(), endsAt: endsAt(event) }
    const keepers = database.open(doorKeepersStore)
    await keepFor(
      doorKeepersStore,
      personId,
      context,
      () => keepers.insert(keeper),
      () => keepers.remove(id),
    )
    return done({ eventId: event.id, title: event.title })
  },

  list: async ({ eventId }, context) => {
    const { database, keys, now } = context
    const found = await eventAtTheDoor(eventId, context)
    if (!found.ok) return found
    const event = found.data
    if (!isDoorOpen(event, now)) return refused('DOOR_NOT_OPEN')
    const seated = await seatedOf(eventId, context)
    const [nameOf, came] = await Promise.all([
      pseudonymsOf(
        seated.map(({ personId }) => personId),
        database,
      ),
      cameOf(event, seated, context),
    ])
    const doorKey = doorKeyOf(eventId, keys)
    return done({
      ...{ eventId, title: event.title, times: event.times, doorKey },
      tickets: seated.map(({ ticketId, personId, places, state }) => ({
        ...{
          ticketId,
          places,
          state,
          key: ticketKeyOf(doorKey, ticketId),
          name: nameOf(personId) || unnamed(ticketId),
        },
        came: came.get(ticketId) ?? event.times.map(() => null),
      })),
      until: daysLater(new Date(event.endsAt), 1).toISOString(),
    })
  },

  merge: async ({ eventId, scans }, context) => {
    const found = await eventAtTheDoor(eventId, context)
    if (!found.ok) return found
    if (!isDoorOpen(found.data, context.now)) return refused('DOOR_NOT_OPEN')
    const heard = scans.map(({ scanId, ...scan }) => ({ ...scan, id: scanId }))
    const verdicts = await mergeScans(found.data, heard, context)
    return done({ verdicts: [...verdicts].map(([scanId, verdict]) => ({ scanId, verdict })) })
  },

  count: async ({ eventId }, context) => {
    const found = await eventAtTheDoor(eventId, context)
    if (!found.ok) return found
    const seated = await seatedOf(eventId, context)
    const came = [...(await cameOf(found.data, seated, context)).values()]
    return done({
      expected: seated.length,
      came: found.data.times.map((_, at) => came.filter((times) => (times[at] ?? null) !== null).length),
    })
  },

  answers: async ({ eventId, after }, context) => {
    const found = await eventAtTheDoor(eventId, context)
    return found.ok ? done(await answersOf(found.data, after, context)) : found
  },
}
