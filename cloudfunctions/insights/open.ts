import { monthToCount, spanOf } from '../../src/domain/figures/counselled-people'
import { done } from '../../src/domain/result'
import { monthsUntil } from '../../src/domain/time'
import type { Database } from '../_kit/database'
import { membershipsStore } from '../_kit/identity'
import { branchCountsStore } from './store'

type Around = { database: Database; now: Date }

/**
 * Where people of organisations are being counted, and nothing is published yet: the organisation of this person is counted
 * again, without them. To be said once what counted is gone; `since` is when it came, where it may be later than the month.
 */
export async function countAgain(personId: string, around: Around, since = ''): Promise<void> {
  const month = await monthBeingCounted(around)
  if (!month || since >= spanOf(month).until) return
  const membership = await around.database.open(membershipsStore).get(personId)
  if (membership) await countAgainIn([membership], around)
}

/** As `countAgain`, for memberships that go. One that came after the month is in no count. */
export async function countAgainIn(
  memberships: readonly { branchId: string; since: string }[],
  around: Around,
): Promise<void> {
  const month = await monthBeingCounted(around)
  if (!month) return
  const { until } = spanOf(month)
  const branchIds = memberships.filter(({ since }) => since < until).map(({ branchId }) => branchId)
  if (branchIds.length === 0) return
  await around.database
    .open(branchCountsStore)
    .change(month, (count) =>
      done(
        count?.toDo === 'count' && branchIds.some((id) => !count.again.includes(id))
          ? { write: { ...count, again: [...new Set([...count.again, ...branchIds])] }, reply: true }
          : { reply: true },
      ),
    )
}

async function monthBeingCounted({ database, now }: Around): Promise<string | undefined> {
  const found = await database.open(branchCountsStore).getMany(monthsUntil(monthToCount(now), 3))
  return found.find(({ toDo }) => toDo === 'count')?.month
}
