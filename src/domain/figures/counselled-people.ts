import { type Aggregate, gate, gateTogether } from '../aggregates/gate'
import { pathOf } from '../branches/scope'
import { CITY } from '../branches/words'
import { daysLater, daysOf, monthOf, monthsUntil, startOfHour } from '../time'

/** How somebody used counselling in a month. Each person is in one of them: who did both is among `booked`. */
export const ways = ['booked', 'conversed'] as const
export type Way = (typeof ways)[number]

/** Distinct people, each counted once. */
export type People = Record<Way, number>

export const nobody = (): People => ({ booked: 0, conversed: 0 })
export const plusPeople = (one: People, other: People): People => ({
  booked: one.booked + other.booked,
  conversed: one.conversed + other.conversed,
})

/** A booking that stood when its time came, whatever became of it: nobody learns who did not come. */
export const countedStates: readonly string[] = ['confirmed', 'attended', 'missed']

/** From the first instant of a month of Shanghai time to the first of the next. */
export function spanOf(month: string): { from: string; until: string } {
  const from = startOfHour(`${month}-01T00`)
  if (!from) throw new Error(`${month}: no such month`)
  return { from: from.toISOString(), until: daysLater(from, daysOf(month).length).toISOString() }
}

/** The month that is counted: over for a whole day, so that what was left in its last night was answered. */
export const monthToCount = (now: Date): string => monthsUntil(monthOf(daysLater(now, -1)), 2)[1] ?? ''

/**
 * What is published of a branch and everything below it. The cells are the branches directly below, and the branch itself for
 * those who belong to it alone. `ways` is empty where the division by way is withheld.
 */
export type BranchFigure = { branchId: string; used: Aggregate; ways: { way: Way; people: Aggregate }[] }

/** `people` are of the branch itself, without what lies below it. */
export type BranchTally = { branchId: string; people: People }

/**
 * The whole city at once, from the top down. Below a branch that is withheld nothing is published, so that whatever can be
 * worked out is a sum of groups that are shown and of what one branch withholds together.
 */
export function branchFigures(tallies: readonly BranchTally[], branchIds: readonly string[]): BranchFigure[] {
  const known = new Set([CITY, ...branchIds, ...tallies.map(({ branchId }) => branchId)].flatMap(pathOf))
  const own = new Map(tallies.map(({ branchId, people }) => [branchId, people]))
  const whole = new Map<string, People>()
  for (const { branchId, people } of tallies)
    for (const id of pathOf(branchId)) whole.set(id, plusPeople(whole.get(id) ?? nobody(), people))
  const below = new Map<string, string[]>()
  for (const id of [...known].sort()) {
    const parentId = id.slice(0, Math.max(0, id.lastIndexOf('.')))
    if (parentId !== '') below.set(parentId, [...(below.get(parentId) ?? []), id])
  }

  const published = (branchId: string, byWay: boolean): BranchFigure[] => {
    const parts = [
      { key: branchId, people: own.get(branchId) ?? nobody() },
      ...(below.get(branchId) ?? []).map((key) => ({ key, people: whole.get(key) ?? nobody() })),
    ]
    const used = gate(parts.map(({ key, people }) => ({ key, count: people.booked + people.conversed })))
    if (used.total === null) return []
    const withheld = new Set(used.cells.filter(({ count }) => count === null).map(({ key }) => key))
    const counts = parts.map(({ key, people }) => ({ key, counts: ways.map((way) => people[way]) }))
    const divided = byWay ? gateTogether(counts, withheld) : []
    const isDivided = divided.length > 0 && divided.every(({ total }) => total !== null)
    const dividedBelow = new Set(divided[0]?.cells.filter(({ count }) => count !== null).map(({ key }) => key))
    return [
      {
        branchId,
        used,
        ways: isDivided ? ways.flatMap((way, at) => ({ way, people: divided[at] as Aggregate })) : [],
      },
      ...used.cells
        .filter(({ key, count }) => key !== branchId && count !== null)
        .flatMap(({ key }) => published(key, isDivided && dividedBelow.has(key))),
    ]
  }
  return published(CITY, true)
}
