import { scansStore } from '../../cloudfunctions/events/doors-store'
import { eventsStore } from '../../cloudfunctions/events/events-store'
import { signUp } from '../../cloudfunctions/events/sign-up'
import type { StoredSignup } from '../../cloudfunctions/events/signups-store'
import { changeSignup } from '../../cloudfunctions/events/stored-signup'
import type { Event } from '../../src/domain/events/event'
import { come } from '../../src/domain/signups/signup'
import type { Trade } from '../../src/domain/signups/words'
import type { House } from './open-house'

/** So many people as 「甲0」, 「甲1」 … */
export const people = (who: string, amount: number) => Array.from({ length: amount }, (_, at) => `${who}${at}`)

/** Signed up by themselves, alone. */
export async function seat(house: House, event: Event, names: readonly string[], trade: Trade = 'health') {
  const { database, keys, clock } = house
  const seated: StoredSignup[] = []
  for (const name of names) {
    const wanted = { places: 1, shares: [], trade, answers: {} }
    const signed = await signUp(event, keys.hash('person', name), wanted, { database, keys, now: clock.now() })
    if (!signed.ok) throw new Error(signed.code)
    seated.push(signed.data)
  }
  return seated
}

/** As after a scan at the door, at the beginning of that one of its times. */
export async function attend({ database }: House, seated: readonly StoredSignup[], time = 0) {
  for (const one of seated) {
    const event = await database.open(eventsStore).get(one.eventId)
    const at = event?.times[time]?.from
    if (!event || !at) throw new Error('there is no such time')
    const { eventId, ticketId } = one
    const scan = { id: `${eventId}.${ticketId}.${time}`, eventId, ticketId, at, by: 'hand' as const, right: true }
    await database.open(scansStore).insert({ ...scan, device: 'aphone', receivedAt: at, endsAt: event.endsAt })
    const came = await changeSignup(one, come, { database })
    if (!came.ok) throw new Error(came.code)
  }
}
