import type { Plan } from '../query'
import type { SdkCommand } from './sdk'

/** A planned search as the cloud database asks it. After a cursor it goes on behind that row, within the same range. */
export function conditionOf({ fixed: equalities, ordered, range, after, descending }: Plan, _: SdkCommand): object {
  const fixed = Object.fromEntries(equalities.map(({ field, value }) => [field, value]))
  const inRange = rangeOf(range, _)
  const base = { ...fixed, ...(ordered && inRange ? { [ordered]: inRange } : {}) }
  if (!after) return base
  const beyond = descending ? _.lt : _.gt
  if (!ordered) return { ...base, _id: beyond(after.id) }
  const within = (condition: ReturnType<SdkCommand['eq']>) => (inRange ? inRange.and(condition) : condition)
  return _.or([
    { ...fixed, [ordered]: within(beyond(after.value)) },
    { ...fixed, [ordered]: within(_.eq(after.value)), _id: beyond(after.id) },
  ])
}

function rangeOf(range: Plan['range'], _: SdkCommand) {
  const from = range.from === undefined ? undefined : _.gte(range.from)
  const before = range.before === undefined ? undefined : _.lt(range.before)
  return from && before ? from.and(before) : (from ?? before)
}
