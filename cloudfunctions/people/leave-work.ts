import { done, refused } from '../../src/domain/result'
import { leave } from '../../src/domain/staff/leave'
import { sayGrants } from '../../src/domain/staff/say'
import { branchOf, manages } from '../../src/domain/staff/scope'
import type { StaffMember } from '../../src/domain/staff/staff'
import { givesByTwo } from '../../src/domain/staff/two-managers'
import type { Grant } from '../../src/domain/staff/words'
import { actOf, actsStore } from '../_kit/acts'
import type { Database, Page } from '../_kit/database'
import { staffStore } from '../_kit/identity'
import type { Handlers } from '../_kit/serve'
import { endCounselling } from '../counselling/open'
import { everybody, findManaged, held, managed, managerOf, staying, withSomebodyWhoStays } from './beside-the-manager'
import { endLinks } from './one-time-links'
import { destroySecondFactor } from './second-factors'
import { hasSecond, withWaiting } from './second-manager'
import { branchNamesOf, showGrants } from './show-grants'
import { endSessions } from './staff-sessions'
import { type Unsealing, unsealingsStore } from './store'

/** Stands for the successor where none is named: no login is this. */
const NOBODY = '-nobody'

/**
 * Ends somebody's work here. What follows the transaction may be cut off and is asked for again by leaving once more: from
 * the transaction on nobody comes in as them.
 */
export const leaveWork: Handlers<'staff'>['leave'] = async ({ staffId, successorId }, context) => {
  const { caller, database, now } = context
  const before = await findManaged(staffId, context)
  if (!before) return refused('STAFF_NOT_FOUND')
  const beside = await withSomebodyWhoStays(staffId, context)
  // Taking over is being given roles, and nobody gives roles to themselves.
  if (successorId === staffId || successorId === caller.staffId) return refused('SUCCESSOR_NOT_FIT')
  const others = await everybody(database, ({ id }) => id !== staffId)
  const successorNow = others.find(({ id }) => id === successorId)
  const second = successorNow && (await hasSecond(successorNow, before.grants, context, staffId))
  const nameOf = await branchNamesOf(before.grants, database, now)
  const left = actOf(caller, now, { what: 'left', about: '', branchId: '' })
  const over = actOf(caller, now, { what: 'handed-over', about: '', branchId: '' })
  const members = database.open(staffStore)
  const acts = database.open(actsStore)
  // Whoever leaves by themselves may hand over to the very manager who stays.
  const staysAndTakesOver = beside.other.id === successorId
  const refs = {
    ...beside,
    successor: members.at(staysAndTakesOver || successorId === undefined ? NOBODY : successorId),
    left: acts.at(left.id),
    over: acts.at(over.id),
  }
  const result = await database.together(refs, (documents) => {
    const member = managed(documents, caller)
    if (!member) return refused('STAFF_NOT_FOUND')
    if (!member.active) return done({ write: {}, reply: NOTHING })
    const named = staysAndTakesOver ? documents.other : documents.successor
    if (successorId !== undefined && !(named && manages(managerOf(documents, caller), named)))
      return refused('SUCCESSOR_NOT_FIT')
    const present = [documents.other, documents.successor].filter((each) => each !== undefined)
    const result = leave(member, named, {
      others: others.map((other) => present.find(({ id }) => id === other.id) ?? other),
      managers: staysAndTakesOver ? 0 : staying(documents),
    })
    if (!result.ok) return result
    const { member: gone, successor, handedOver } = result.data
    const handed = sayGrants(handedOver, nameOf)
    const { given, waits } = split(named, successor)
    const manager = managerOf(documents, caller)
    const asks = given && waits.length > 0 && manager
    const takesOver = asks
      ? withWaiting(given, manager, { what: 'changed', grants: successor?.grants ?? [] }, now)
      : given
    if (waits.length > 0 && !second) return refused('SECOND_MANAGER_NEEDED')
    if (waits.length > 0 && !takesOver) return refused('ALREADY_WAITING')
    const write = {
      ...held(documents),
      member: gone,
      ...(takesOver && (staysAndTakesOver ? { other: takesOver } : { successor: takesOver })),
      ...(successor && {
        over: { ...over, about: `${member.name} → ${successor.name}：${handed}`, branchId: branchOf(handedOver) },
      }),
      left: {
        ...left,
        about: `${member.name}：${sayGrants(member.grants, nameOf)}`,
        branchId: branchOf(member.grants),
      },
    }
    return done({ write, reply: { handedOver, waits, successorId: successor?.id } })
  })
  if (!result.ok) return result
  if (result.data.successorId) await endSessions(result.data.successorId, database)
  await endSessions(staffId, database)
  await endLinks(staffId, database)
  await destroySecondFactor(staffId, context)
  await withdrawUnsealings(staffId, database, now)
  await endCounselling(staffId, context)
  const { handedOver, waits } = result.data
  const given = handedOver.filter((grant) => !waits.includes(grant))
  return done({
    handedOver: await showGrants(given, database, now),
    waiting: await showGrants(waits, database, now),
  })
}

type Over = { handedOver: Grant[]; waits: Grant[]; successorId: string | undefined }
const NOTHING: Over = { handedOver: [], waits: [], successorId: undefined }

/** What the successor has at once, and what only a second manager can let them have. */
function split(before: StaffMember | undefined, after: StaffMember | undefined) {
  const waits = after?.grants.filter((grant) => givesByTwo([grant], before)) ?? []
  return { given: after && { ...after, grants: after.grants.filter((grant) => !waits.includes(grant)) }, waits }
}

/** What they asked to see is nobody's to open any more. */
async function withdrawUnsealings(staffId: string, database: Database, now: Date) {
  const unsealings = database.open(unsealingsStore)
  let after: string | null = null
  do {
    const page: Page<Unsealing> = await unsealings.find({
      index: 'byExpiry',
      range: { from: now.toISOString() },
      limit: 100,
      ...(after && { after }),
    })
    const theirs = page.rows.filter(({ by }) => by === staffId)
    await Promise.all(theirs.map(({ id }) => unsealings.remove(id)))
    after = page.next
  } while (after)
}
