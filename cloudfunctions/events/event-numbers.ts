import type { Event } from '../../src/domain/events/event'
import { type Numbers, numbersOf, seatedStates } from '../../src/domain/reports/report'
import { type SignupState, signupStates } from '../../src/domain/signups/words'
import type { Database } from '../_kit/database'
import { type StoredSignup, signupsStore } from './signups-store'
import { timesCome } from './times-come'

type In = { database: Database }

/** As it stands now; once sign-ups are erased it is only in the report. */
export async function countNumbers(event: Event, seated: readonly StoredSignup[], around: In): Promise<Numbers> {
  const of = async (state: SignupState): Promise<[SignupState, number]> => {
    const isSeated = (seatedStates as readonly SignupState[]).includes(state)
    const where = { eventId: event.id, state }
    if (isSeated) return [state, seated.filter((one) => one.state === state).length]
    return [state, await around.database.open(signupsStore).count({ index: 'inTurn', where })]
  }
  const counts = Object.fromEntries(await Promise.all(signupStates.map(of))) as Record<SignupState, number>
  return numbersOf(counts, seated, event.times.length, await timesCome(event, seated, around))
}
