import { type Aggregate, gate } from '../aggregates/gate'
import type { Event } from '../events/event'
import { type SignupState, type Trade, trades } from '../signups/words'
import { minutesLater } from '../time'

/** What came of an event: numbers of people, and of places where relatives count too. */
export type Numbers = {
  signedUp: number
  waited: number
  seatedPlaces: number
  /** By number of the time. */
  cameAt: number[]
  came: number
  missed: number
}

/** Everybody who has a seat or had one when it began. */
export const seatedStates = ['seated', 'came', 'missed'] as const satisfies readonly SignupState[]
/** Who stood in the line, or was asked too late for them. */
const waitingStates: readonly SignupState[] = ['waiting', 'offered', 'declined', 'lapsed']

/** `seated` are those with a seat; `timesOf` tells at which of its times somebody was there. */
export function numbersOf(
  counts: Readonly<Record<SignupState, number>>,
  seated: readonly { ticketId: string; places: number }[],
  times: number,
  timesOf: ReadonlyMap<string, readonly boolean[]>,
): Numbers {
  const sum = (states: readonly SignupState[]) => states.reduce((all, state) => all + counts[state], 0)
  const there = seated.map(({ ticketId }) => timesOf.get(ticketId) ?? [])
  return {
    signedUp: Object.values(counts).reduce((all, count) => all + count, 0),
    waited: sum(waitingStates),
    seatedPlaces: seated.reduce((all, { places }) => all + places, 0),
    cameAt: Array.from({ length: times }, (_, at) => there.filter((came) => came[at]).length),
    came: counts.came,
    missed: counts.missed,
  }
}

/** Work at the seats that was begun just before sign-up closed is over by then. */
const SETTLED_MINUTES = 5

/** From then on it can be told which trades come; of a draw once it is drawn. */
export const tradesFrom = ({ closesAt }: Pick<Event, 'closesAt'>) => minutesLater(new Date(closesAt), SETTLED_MINUTES)

/**
 * Of those with a seat, without their relatives. What everybody has in common would tell about each of them, so it is withheld
 * like what is too few; how many there are in all is known from the seats, and gives no cell away that the gate withholds.
 */
export const tradesOf = (those: readonly Trade[]): Aggregate =>
  gate(
    trades.map((trade) => ({ key: trade, count: those.filter((one) => one === trade).length })),
    { telling: true },
  )

/** A host who has not said so by then is done with the door. */
export const CLOSE_AFTER_DAYS = 7
