import { isWayOpen } from '../../../src/domain/branches/branch'
import { pathOf } from '../../../src/domain/branches/scope'
import { type Branch, CITY } from '../../../src/domain/branches/words'
import { plainText, readNumber } from '../../../src/domain/membership/numbers'
import { MOST_USES } from '../../../src/domain/membership/words'
import { done, refused } from '../../../src/domain/result'
import { countUse } from '../../_kit/attempts'
import type { Employee } from '../../_kit/caller'
import { keepFor } from '../../_kit/data-keys'
import type { Database } from '../../_kit/database'
import { type Membership, membershipsStore } from '../../_kit/identity'
import type { Context, Handlers } from '../../_kit/serve'
import { codeId, isGood } from '../branch-codes'
import { wayDown } from '../branch-names'
import { branchCodesStore, rollStore } from '../branches-store'
import { eraseKind } from '../erase'
import { ownedBy } from '../owned'
import { rollId } from '../roll-plan'

/** A whole works can stand behind one address on the day its codes are handed out. */
const MOST_FROM_AN_ADDRESS = 300
/** More than a person mistypes, far fewer than a guesser needs. */
const MOST_BY_A_PERSON = 10
/** With one number, whoever asks: nobody finds out by trying whether somebody is in the list. */
const MOST_WITH_A_NUMBER = 10
const WINDOW_MINUTES = 60

export const membership: Handlers<'membership'> = {
  show: async (_, { caller, database }) => standing(await membershipOf(caller, database), database),

  proveByCode: async ({ code: typed }, context) => {
    const { caller, database, keys, now } = context
    const counted = await countTries(context)
    if (!counted.ok) return counted
    if (await membershipOf(caller, database)) return refused('ALREADY_MEMBER')
    const codes = database.open(branchCodesStore)
    const id = codeId(typed, keys)
    const code = id === undefined ? undefined : await codes.get(id)
    const way = await wholeWay(code?.branchId ?? CITY, database)
    if (!code || !isGood(code, now) || !isWayOpen(way)) return refused('NOT_PROVED')
    const fresh = membershipIn(code.branchId, context)
    const memberships = database.open(membershipsStore)
    const joined = await keepFor(
      membershipsStore,
      caller.personId,
      context,
      () => memberships.insert(fresh),
      () => memberships.remove(fresh.id),
    )
    if (joined === 'duplicate') return refused('ALREADY_MEMBER')
    await codes.add(code.id, { joined: 1 })
    return standing(fresh, database)
  },

  proveByNumber: async ({ kind, number: typed }, context) => {
    const { caller, database, keys } = context
    const number = readNumber(kind, typed)
    const id = rollId(kind, number ?? plainText(typed), keys)
    const counted = await countTries(context)
    if (!counted.ok) return counted
    const countedToo = await countUse('prove-number', MOST_WITH_A_NUMBER, WINDOW_MINUTES, { ...context, origin: id })
    if (!countedToo.ok) return countedToo
    if (await membershipOf(caller, database)) return refused('ALREADY_MEMBER')
    const listed = await database.open(rollStore).get(id)
    const way = await wholeWay(listed?.branchId ?? CITY, database)
    if (number === undefined || !listed || listed.uses >= MOST_USES || !isWayOpen(way)) return refused('NOT_PROVED')
    const fresh = membershipIn(listed.branchId, context)
    const refs = { listed: database.open(rollStore).at(id), mine: database.open(membershipsStore).at(fresh.id) }
    const proved = await keepFor(
      membershipsStore,
      caller.personId,
      context,
      () =>
        database.together(refs, ({ listed, mine }) => {
          if (mine) return refused('ALREADY_MEMBER')
          if (listed?.branchId !== fresh.branchId || listed.uses >= MOST_USES) return refused('NOT_PROVED')
          return done({ write: { listed: { ...listed, uses: listed.uses + 1 }, mine: fresh }, reply: true })
        }),
      () => database.open(membershipsStore).remove(fresh.id),
    )
    return proved.ok ? standing(fresh, database) : proved
  },

  leave: async (_, context) => {
    for (const kind of ownedBy([membershipsStore]))
      await eraseKind(kind, context.caller.personId, { ...context, by: 'person' })
    return done({})
  },
}

/** Before anything is looked up: what is not there costs a try as well. */
async function countTries(context: Context<Employee>) {
  const here = await countUse('prove', MOST_FROM_AN_ADDRESS, WINDOW_MINUTES, context)
  if (!here.ok) return here
  return countUse('prove-person', MOST_BY_A_PERSON, WINDOW_MINUTES, { ...context, origin: context.caller.personId })
}

const membershipOf = ({ personId }: Employee, database: Database) => database.open(membershipsStore).get(personId)

const membershipIn = (branchId: string, { caller, now }: Context<Employee>): Membership => ({
  id: caller.personId,
  personId: caller.personId,
  branchId,
  since: now.toISOString(),
})

/** Empty where a part of the way is missing. */
async function wholeWay(branchId: string, database: Database): Promise<Branch[]> {
  const way = await wayDown(branchId, database)
  return way.length === pathOf(branchId).length ? way : []
}

async function standing(found: Membership | undefined, database: Database) {
  if (!found) return done({ member: null })
  const way = await wayDown(found.branchId, database)
  return done({ member: { path: way.map(({ kind, name }) => ({ kind, name })), since: found.since } })
}
