import { nanoid } from 'nanoid'
import { certify } from '../../../src/domain/ratings/certificate'
import { mayRate } from '../../../src/domain/ratings/may-rate'
import { ratingItems } from '../../../src/domain/ratings/words'
import { done, refused } from '../../../src/domain/result'
import { signupId } from '../../../src/domain/signups/signup'
import { dayOf } from '../../../src/domain/time'
import type { Handlers } from '../../_kit/serve'
import { branchNames } from '../../people/open'
import { certificateNumber } from '../certificate-number'
import { countRated } from '../count'
import { eventsStore } from '../events-store'
import { ratingsStore } from '../ratings-store'
import { ownSignup } from '../sign-up'
import { signupsStore } from '../signups-store'
import { timesCome } from '../times-come'

export const ratings: Handlers<'ratings'> = {
  give: async ({ eventId, scores }, { caller, database, keys, now }) => {
    const event = await database.open(eventsStore).get(eventId)
    if (!event) return refused('SIGNUP_NOT_FOUND')
    // In an order of its own, so that nothing of whoever wrote it down is in it.
    const sorted = [...scores].sort((one, other) => ratingItems.indexOf(one.item) - ratingItems.indexOf(other.item))
    const rating = { id: nanoid(), eventId, day: dayOf(now), scores: sorted }
    const refs = {
      signup: database.open(signupsStore).at(signupId(eventId, caller.personId)),
      rating: database.open(ratingsStore).at(rating.id),
    }
    const given = await database.together(refs, ({ signup }) => {
      if (!signup) return refused('SIGNUP_NOT_FOUND')
      const may = mayRate(event, signup, scores, now)
      return may.ok ? done({ write: { signup: { ...signup, rated: true }, rating }, reply: {} }) : may
    })
    if (given.ok) await countRated(rating, event, { database, keys, now })
    return given
  },

  certificate: async ({ eventId }, { caller, database, keys, now }) => {
    const [event, signup] = await Promise.all([
      database.open(eventsStore).get(eventId),
      ownSignup(eventId, caller.personId, { database }),
    ])
    if (!event || !signup) return refused('SIGNUP_NOT_FOUND')
    const there = (await timesCome(event, [signup], { database })).get(signup.ticketId) ?? []
    const come = there.filter(Boolean).length
    const certified = certify(event, { state: signup.state, timesCome: come }, now)
    if (!certified.ok) return certified
    const nameOf = await branchNames([event.branchId], database)
    const { title, times } = event
    const number = certificateNumber(signup.ticketId, { eventId, timesCome: come }, keys)
    return done({ title, branchName: nameOf(event.branchId), times, ...certified.data, number })
  },
}
