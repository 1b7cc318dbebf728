import { ticketHash } from '../../../src/domain/draws/draw'
import { isShown } from '../../../src/domain/events/stand'
import { done, refused } from '../../../src/domain/result'
import type { Handlers } from '../../_kit/serve'
import { drawsStore } from '../draws-store'
import { eventsStore } from '../events-store'
import { commitmentOf, seedOf } from '../secrets'
import { ownSignup } from '../sign-up'

export const draws: Handlers<'draws'> = {
  open: async ({ eventId }, context) => {
    const { caller, database, keys } = context
    const event = await database.open(eventsStore).get(eventId)
    if (!event || !isShown(event)) return refused('EVENT_NOT_FOUND')
    if (event.way !== 'draw') return refused('NO_DRAW')
    const [draw, own] = await Promise.all([
      database.open(drawsStore).get(eventId),
      caller.kind === 'employee' ? ownSignup(eventId, caller.personId, context) : undefined,
    ])
    const { title, capacity, shares, closesAt } = event
    return done({
      ...{ eventId, title, capacity, shares, closesAt, commitment: commitmentOf(eventId, keys) },
      list: draw ? { hash: draw.listHash, text: draw.text } : null,
      result: draw?.drawnAt ? { seed: seedOf(eventId, keys), hash: draw.resultHash, drawnAt: draw.drawnAt } : null,
      mine: own ? ticketHash(own.ticketId) : null,
    })
  },
}
