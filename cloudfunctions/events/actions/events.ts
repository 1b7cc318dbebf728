import { isShown } from '../../../src/domain/events/stand'
import { done, refused } from '../../../src/domain/result'
import type { Handlers } from '../../_kit/serve'
import { eventsStore } from '../events-store'
import { cardsOf, eventsIn, waitingAt } from '../show-events'
import { shownSignup } from '../show-signups'
import { ownSignup } from '../sign-up'
import { teacherShown } from '../teachers-store'

/** Who has a seat, or had one. */
const seated: readonly string[] = ['seated', 'came']

export const events: Handlers<'events'> = {
  month: async ({ month }, context) => done({ rows: await cardsOf(await eventsIn(month, context.database), context) }),

  open: async ({ eventId }, context) => {
    const { caller } = context
    const event = await context.database.open(eventsStore).get(eventId)
    if (!event || !isShown(event)) return refused('EVENT_NOT_FOUND')
    const own = caller.kind === 'employee' ? await ownSignup(eventId, caller.personId, context) : undefined
    const [[card], waiting, teacher, mine] = await Promise.all([
      cardsOf([event], context),
      event.way === 'draw' && own?.state === 'entered' ? null : waitingAt(eventId, context),
      teacherShown(event.teacherId, context),
      own ? shownSignup(own, event, context) : null,
    ])
    if (!card) return refused('EVENT_NOT_FOUND')
    const { about, questions, sharesUntil, cancelUntil, hours, revision, said } = event
    return done({
      ...card,
      ...{ waiting, about, questions, sharesUntil, cancelUntil, hours, revision, said, teacher, mine },
      link: event.capacity === 0 || (own && seated.includes(own.state)) ? event.link : '',
    })
  },
}
