import type { OwnSignup } from '../../../src/contract/signups'
import type { Event } from '../../../src/domain/events/event'
import { done, type Result, refused } from '../../../src/domain/result'
import { mayJoin } from '../../../src/domain/signups/joining'
import { type Database, MOST_ROWS } from '../../_kit/database'
import { membershipsStore } from '../../_kit/identity'
import type { Handlers } from '../../_kit/serve'
import { countGivenBack, countJoined, countOffered, countTaken } from '../count'
import { eventsStore } from '../events-store'
import { shownSignup } from '../show-signups'
import { acceptOffer, cancelSignup, declineOffer, ownSignup, signUp } from '../sign-up'
import { type StoredSignup, signupsStore } from '../signups-store'

type Around = { database: Database; now: Date }

const announcedOf = (eventId: string, { database }: Around) => database.open(eventsStore).get(eventId)

/** What becomes of one's own sign-up, told as it stands then. */
async function own<Code extends string>(
  eventId: string,
  around: Around,
  act: (event: Event) => Promise<Result<StoredSignup, Code>>,
): Promise<Result<OwnSignup, Code | 'SIGNUP_NOT_FOUND'>> {
  const event = await announcedOf(eventId, around)
  if (!event) return refused('SIGNUP_NOT_FOUND')
  const acted = await act(event)
  return acted.ok ? done(await shownSignup(acted.data, event, around)) : acted
}

export const signups: Handlers<'signups'> = {
  join: async ({ eventId, answers, ...wanted }, context) => {
    const { caller, database, now } = context
    const event = await announcedOf(eventId, context)
    if (!event) return refused('EVENT_NOT_FOUND')
    const byQuestion = Object.fromEntries(answers.map(({ questionId, text }) => [questionId, text]))
    const isMember =
      event.audience === 'members' && (await database.open(membershipsStore).get(caller.personId)) !== undefined
    const may = mayJoin(event, { places: wanted.places, answers: byQuestion, isMember }, now)
    if (!may.ok) return may
    const signed = await signUp(event, caller.personId, { ...wanted, answers: byQuestion }, context)
    if (!signed.ok) return signed
    const [shown] = await Promise.all([
      shownSignup(signed.data, event, context),
      countJoined(signed.data, event, context),
    ])
    return done(shown)
  },

  mine: async (_, context) => {
    const { caller, database } = context
    const { rows } = await database
      .open(signupsStore)
      .find({ index: 'byPerson', where: { personId: caller.personId }, order: 'descending', limit: MOST_ROWS })
    const events = new Map(
      (await database.open(eventsStore).getMany([...new Set(rows.map(({ eventId }) => eventId))])).map((event) => [
        event.id,
        event,
      ]),
    )
    const all = rows.map(async (signup) => {
      const event = events.get(signup.eventId)
      return event ? [await shownSignup(signup, event, context)] : []
    })
    return done({ rows: (await Promise.all(all)).flat() })
  },

  open: ({ eventId }, context) =>
    own(eventId, context, async () => {
      const signup = await ownSignup(eventId, context.caller.personId, context)
      return signup ? done(signup) : refused('SIGNUP_NOT_FOUND')
    }),

  cancel: ({ eventId }, context) =>
    own(eventId, context, async (event) => {
      const gone = await cancelSignup(event, context.caller.personId, context)
      if (!gone.ok) return gone
      const { signup, hadSeat } = gone.data
      await countOffered(signup, event, context)
      if (hadSeat) await countGivenBack(signup, event, context)
      return done(signup)
    }),

  accept: ({ eventId }, context) =>
    own(eventId, context, async (event) => {
      const taken = await acceptOffer(event, context.caller.personId, context)
      if (!taken.ok) return taken
      const { signup, isTaken } = taken.data
      if (isTaken) await countTaken(signup, event, context)
      return done(signup)
    }),

  decline: ({ eventId }, context) =>
    own(eventId, context, async (event) => {
      const declined = await declineOffer(event, context.caller.personId, context)
      if (declined.ok) await countOffered(declined.data, event, context)
      return declined
    }),
}
