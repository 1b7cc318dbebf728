import { isGiven } from '../../src/domain/consents/consent'
import { countedStates, nobody, type People, type Way } from '../../src/domain/figures/counselled-people'
import { consentId, consentsStore } from '../_kit/consent'
import type { Collection, Database } from '../_kit/database'
import type { Stored } from '../_kit/declaration'
import type { Membership } from '../_kit/identity'
import { bookingsStore, chatsStore } from '../counselling/store'

type Span = { from: string; until: string }

/** Far more than anybody has in a month; what is beyond is read as a further page. */
const A_PAGE = 20

/**
 * How many of these members used counselling: only of those who agreed to be counted before the month was over. Nobody is
 * written down: a membership is read once, so a person cannot be counted twice.
 */
export async function counselled(members: readonly Membership[], span: Span, database: Database): Promise<People> {
  const ids = members.map(({ personId }) => consentId(personId, 'figures'))
  const consents = await database.open(consentsStore).getMany(ids)
  const agreed = consents.filter((consent) => isGiven(consent) && consent.givenAt < span.until)
  const found = await Promise.all(agreed.map(({ personId }) => wayOf(personId, span, database)))
  const people = nobody()
  for (const way of found) if (way) people[way]++
  return people
}

async function wayOf(personId: string, { from, until }: Span, database: Database): Promise<Way | undefined> {
  const range = { from, before: until }
  const whose = { index: 'byPerson', where: { personId }, range, limit: A_PAGE }
  if (await some(database.open(bookingsStore), whose, ({ state }) => countedStates.includes(state))) return 'booked'
  if (await some(database.open(chatsStore), whose, ({ acceptedAt }) => acceptedAt !== '')) return 'conversed'
  return undefined
}

async function some<T extends Stored>(
  collection: Collection<T>,
  query: Parameters<Collection<T>['find']>[0],
  is: (document: T) => boolean,
): Promise<boolean> {
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<Collection<T>['find']>> = await collection.find({
      ...query,
      ...(after && { after }),
    })
    if (page.rows.some(is)) return true
    after = page.next
  } while (after)
  return false
}
