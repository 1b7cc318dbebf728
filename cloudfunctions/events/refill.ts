import type { Event } from '../../src/domain/events/event'
import { beginsAt } from '../../src/domain/events/times'
import { shares } from '../../src/domain/events/words'
import { canOffer } from '../../src/domain/signups/offers'
import { areSharesOpen, freedOf, type Left, refill } from '../../src/domain/signups/seats'
import { ask } from '../../src/domain/signups/signup'
import { type Database, MOST_ROWS } from '../_kit/database'
import { drawsStore } from './draws-store'
import { finish } from './finish'
import { leftOf, openShares, readSeats } from './seats'
import { type StoredSignup, signupsStore } from './signups-store'
import { changeSignup } from './stored-signup'

type Around = { database: Database; now: Date }

/** So often the seats are looked at again because something moved; what is left then is the clock's. */
const MOST_ROUNDS = 3
/** So many are asked at most in one go. */
const MOST_ASKED = 20

/** Whether anything lies there that only those who wait can have. */
export const isAnyFreed = (left: Left, event: Event, now: Date): boolean =>
  left.openFreed > 0 ||
  shares.some((share) => left[freedOf[share]] > 0 || (areSharesOpen(event, now) && left[share] > 0))

/** Offers what was given back to those whose turn it is. Gives whom it asked. */
export async function refillSeats(event: Event, around: Around): Promise<StoredSignup[]> {
  const asked: StoredSignup[] = []
  if (event.state !== 'announced' || !canOffer(beginsAt(event), around.now)) return asked
  if (!(await isDrawn(event, around))) return asked
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let seats = await readSeats(event.id, around)
    if (seats && (await openShares(event, seats, around.now, around))) seats = await readSeats(event.id, around)
    if (!seats || !isAnyFreed(leftOf(seats), event, around.now)) return asked
    const offered = await askInTurn(event, leftOf(seats), around)
    asked.push(...offered)
    if (offered.length === 0) return asked
  }
  return asked
}

/** Until it is drawn its seats are the draw's, those of shares too whatever the hour. */
const isDrawn = async ({ id, way }: Event, { database }: Around): Promise<boolean> =>
  way !== 'draw' || ((await database.open(drawsStore).get(id))?.drawnAt ?? '') !== ''

async function askInTurn(event: Event, left: Left, around: Around): Promise<StoredSignup[]> {
  const waiting = await nextInTurn(event, left, around)
  const offered: StoredSignup[] = []
  for (const { ticketId, held } of refill(waiting, left, event, around.now).slice(0, MOST_ASKED)) {
    const one = waiting.find((each) => each.ticketId === ticketId)
    const marked = one && (await changeSignup(one, (signup) => ask(signup, held, event, around.now), around))
    // Whoever comes after is not asked before whoever is before.
    if (!marked?.ok) return offered
    const asked = await finish(marked.data, event, around)
    if (asked?.state !== 'offered' || asked.ticketId !== ticketId) return offered
    offered.push(asked)
  }
  return offered
}

/** As many of the first in turn as there are seats that can be theirs: each of them is offered one at least. */
async function nextInTurn(event: Event, left: Left, { database, now }: Around): Promise<StoredSignup[]> {
  const signups = database.open(signupsStore)
  const first = { eventId: event.id, state: 'waiting' }
  const all = left.openFreed + shares.reduce((sum, share) => sum + left[freedOf[share]], 0)
  const limit = Math.min(all, MOST_ROWS)
  const isEverybodys = left.openFreed > 0 || areSharesOpen(event, now)
  const pages = await Promise.all([
    ...(isEverybodys ? [signups.find({ index: 'inTurn', where: first, limit })] : []),
    ...shares
      .filter((share) => left[freedOf[share]] > 0 && !areSharesOpen(event, now))
      .map((share) => signups.find({ index: `${share}InTurn`, where: { ...first, [share]: true }, limit })),
  ])
  return [...new Map(pages.flatMap(({ rows }) => rows).map((one) => [one.id, one])).values()]
}
