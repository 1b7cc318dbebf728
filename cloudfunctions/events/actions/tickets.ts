import { done, refused } from '../../../src/domain/result'
import { isDoorCode, ticketKeyOf } from '../../../src/domain/tickets/code'
import { countUseBy } from '../../_kit/attempts'
import type { Employee, Member } from '../../_kit/caller'
import type { Context, Handlers } from '../../_kit/serve'
import { mergeScans } from '../door'
import { eventsStore } from '../events-store'
import { doorKeyOf } from '../secrets'
import { ownSignup } from '../sign-up'

/** Six digits bear few guesses; nobody mistypes them so often. */
const MOST_CODES = 10
const CODES_MINUTES = 60

const hasSeat: readonly string[] = ['seated', 'came']

async function ownTicket(eventId: string, context: Context<Employee | Member>) {
  const [event, signup] = await Promise.all([
    context.database.open(eventsStore).get(eventId),
    ownSignup(eventId, context.caller.personId, context),
  ])
  if (!event || !signup) return refused('SIGNUP_NOT_FOUND')
  const isOn = event.state === 'announced' || event.state === 'held'
  return isOn && hasSeat.includes(signup.state) ? done({ event, signup }) : refused('NO_SEAT')
}

export const tickets: Handlers<'tickets'> = {
  open: async ({ eventId }, context) => {
    const own = await ownTicket(eventId, context)
    if (!own.ok) return own
    const { event, signup } = own.data
    const { title, place: where, times } = event
    const key = ticketKeyOf(doorKeyOf(eventId, context.keys), signup.ticketId)
    return done({ ticketId: signup.ticketId, key, title, where, places: signup.places, times })
  },

  checkIn: async ({ eventId, code }, context) => {
    const { caller, keys, now } = context
    const own = await ownTicket(eventId, context)
    if (!own.ok) return own
    const may = await countUseBy('door-codes', caller.personId, MOST_CODES, CODES_MINUTES, context)
    if (!may.ok) return may
    if (!isDoorCode(doorKeyOf(eventId, keys), code, now)) return refused('CODE_WRONG')
    const { event, signup } = own.data
    const id = `self-${signup.ticketId}-${Math.floor(now.getTime() / 60_000)}`
    const scan = { id, ticketId: signup.ticketId, code: '', at: now.toISOString(), by: 'self' as const, device: 'self' }
    const verdicts = await mergeScans(event, [scan], context)
    return done({ verdict: verdicts.get(id) ?? 'unknown-ticket' })
  },
}
