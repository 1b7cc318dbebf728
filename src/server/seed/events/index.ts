import type { Quota } from '../../../../cloudfunctions/events/quotas-store'
import { quotaId } from '../../../../cloudfunctions/events/quotas-store'
import type { Event } from '../../../domain/events/event'
import { announce, type Plan, submit, write } from '../../../domain/events/moves'
import type { Result } from '../../../domain/result'
import { inShanghai } from '../../../domain/time'
import { seedBranches } from '../branches'
import { host, manager } from '../people'
import { groups, lectures, live, openDaysOf, workshop } from './plans'

type Planned = { id: string; branchId: string; plan: Plan }

/** A year of open days, two groups, lectures by district, a live and a workshop with a draw: written by the host, let out by a manager. */
export function seedEvents(begunAt: string): Event[] {
  const all: Planned[] = [
    ...openDaysOf(begunAt),
    ...groups(begunAt),
    ...lectures(begunAt, districtsOf(begunAt)),
    live(begunAt),
    workshop(begunAt),
  ]
  return all.map((planned) => announced(planned, new Date(begunAt)))
}

/** How many lectures each district is to have, this year and the next. */
export function seedQuotas(begunAt: string): Quota[] {
  const year = inShanghai(begunAt).year()
  return districtsOf(begunAt).flatMap((branchId, place) =>
    [String(year), String(year + 1)].map((of) => ({
      ...{ id: quotaId(branchId, of), branchId, year: of, quota: 4 + 2 * place },
    })),
  )
}

const districtsOf = (begunAt: string) =>
  seedBranches(begunAt)
    .filter(({ kind }) => kind === 'district')
    .map(({ id }) => id)

function announced({ id, branchId, plan }: Planned, now: Date): Event {
  const draft = ok(id, write(undefined, { id, branchId, hostId: host.staffId, revision: 0 }, plan))
  const read = ok(id, submit(draft, draft, now))
  return ok(id, announce(read, { revision: read.revision, by: manager.staffId }, now))
}

function ok<T>(id: string, result: Result<T, string>): T {
  if (!result.ok) throw new Error(`the seed's event ${id} was refused: ${result.code}`)
  return result.data
}
