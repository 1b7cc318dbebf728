import { keepFor } from '../../cloudfunctions/_kit/data-keys'
import { seal } from '../../cloudfunctions/_kit/sealing'
import { eventsStore, storable } from '../../cloudfunctions/events/events-store'
import { liveQuestionsStore } from '../../cloudfunctions/events/live-questions-store'
import { putSeats } from '../../cloudfunctions/events/seats'
import { signUp } from '../../cloudfunctions/events/sign-up'
import { changeSignup } from '../../cloudfunctions/events/stored-signup'
import type { Event } from '../../src/domain/events/event'
import { isShown } from '../../src/domain/events/stand'
import { done } from '../../src/domain/result'
import { daysLater, minutesLater } from '../../src/domain/time'
import { openDay } from './open-day'
import type { House } from './open-house'

/** An open day four days ahead that is announced, with its seats. */
export async function keepEvent({ database }: Pick<House, 'database'>, now: Date, more: Partial<Event> = {}) {
  const begins = daysLater(now, 4)
  const event = openDay({
    times: [{ from: begins.toISOString(), until: minutesLater(begins, 120).toISOString() }],
    sharesUntil: daysLater(now, 3).toISOString(),
    opensAt: daysLater(now, -1).toISOString(),
    closesAt: daysLater(now, 3).toISOString(),
    cancelUntil: daysLater(now, 3).toISOString(),
    ...more,
  })
  await database.open(eventsStore).insert(storable(event))
  if (isShown(event)) await putSeats(event, { database })
  return event
}

/** A seat at an open day, with an answer that says what nobody else may see. */
export async function keepSignup(
  { database, keys }: House,
  personId: string,
  { mark, now, says, ...more }: { mark: string; now: Date; says: string } & Partial<Event>,
) {
  const questions = [{ id: 'q1', text: '您想问老师什么', needed: false }]
  const event = await keepEvent({ database }, now, { id: `event${mark}`, questions, ...more })
  const wanted = { places: 1, shares: [], trade: 'transport' as const, answers: { q1: says } }
  const signed = await signUp(event, personId, wanted, { database, keys, now })
  if (!signed.ok) throw new Error(signed.code)
  // As the clock leaves it, once what is to be said of it is planned.
  await changeSignup(signed.data, (one) => done({ ...one, untold: '' }), { database })
  return { eventId: event.id, toldAs: signed.data.toldAs }
}

/** A question to a live, in words that nobody else may see. */
export async function keepLiveQuestion(
  { database, keys }: House,
  personId: string,
  { id, eventId, now, says }: { id: string; eventId: string; now: Date; says: string },
) {
  const questions = database.open(liveQuestionsStore)
  const plain = { id, eventId, personId, askedAt: now.toISOString(), state: 'waiting' as const, text: says }
  await keepFor(
    liveQuestionsStore,
    personId,
    { database, keys },
    (key) => questions.insert(seal(liveQuestionsStore, plain, key)),
    () => questions.remove(id),
  )
  return id
}
