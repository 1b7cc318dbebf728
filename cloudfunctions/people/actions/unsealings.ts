import { nanoid } from 'nanoid'
import { covers } from '../../../src/domain/branches/scope'
import { CITY } from '../../../src/domain/branches/words'
import { approve, asked, decline, isApproved, isStanding, mayOpen } from '../../../src/domain/readings/unsealing'
import { readingReasonNames } from '../../../src/domain/readings/words'
import { done, refused } from '../../../src/domain/result'
import type { ActKind } from '../../../src/domain/staff/acts'
import type { StaffMember } from '../../../src/domain/staff/staff'
import { actOf, actsStore } from '../../_kit/acts'
import { countUseBy } from '../../_kit/attempts'
import type { StaffCaller } from '../../_kit/caller'
import { keepFor } from '../../_kit/data-keys'
import { type Database, MOST_ROWS, type Page } from '../../_kit/database'
import { type Membership, membershipsStore, staffStore } from '../../_kit/identity'
import { plan } from '../../_kit/outbox/outbox'
import { reveal } from '../../_kit/reveal'
import type { Context, Handlers } from '../../_kit/serve'
import { ensureCity, wayDown } from '../branch-names'
import { type Profile, profilesStore, pseudonymsStore, type Unsealing, unsealingsStore } from '../store'

/** Each lives a day at most, so the whole city has a few; more than this is no list anybody reads. */
const MOST_SHOWN = 200

/** More than a bad night brings; whether a pseudonym is within reach is not to be found out by trying. */
const MOST_REQUESTS = 20
const WINDOW_MINUTES = 60

export const unsealings: Handlers<'unsealings'> = {
  list: async (_, context) => {
    const rows = (await standing(context)).filter(({ branchId }) => context.within(branchId))
    return done({
      rows: rows.slice(0, MOST_SHOWN).map((unsealing) => ({
        id: unsealing.id,
        pseudonym: unsealing.pseudonym,
        reason: unsealing.reason,
        state: isApproved(unsealing) ? ('approved' as const) : ('asked' as const),
        byName: unsealing.byName,
        own: unsealing.by === context.caller.staffId,
        askedAt: unsealing.askedAt,
        expiresAt: unsealing.expiresAt,
      })),
    })
  },

  request: async ({ pseudonym, reason }, context) => {
    const { caller, database, now } = context
    const counted = await countUseBy('unsealing', caller.staffId, MOST_REQUESTS, WINDOW_MINUTES, context)
    if (!counted.ok) return counted
    const found = await behind(pseudonym, database)
    if (!found || !context.within(found.branchId)) return refused('PERSON_NOT_FOUND')
    const { personId, branchId } = found
    if (!(await hasAnotherSupervisor(branchId, caller, database))) return refused('NOBODY_TO_APPROVE')
    const mine = await standingOf(personId, context)
    const same = mine.find(({ by, reason: why }) => by === caller.staffId && why === reason)
    if (same) return done({ unsealingId: same.id, expiresAt: same.expiresAt })
    const unsealing: Unsealing = { id: nanoid(), personId, pseudonym, branchId, reason, ...asked(caller, now) }
    const refs = refsOf(unsealing.id, database)
    const act = { ...actAbout(unsealing, 'unsealing-asked', context), id: refs.act.id }
    await keepFor(
      unsealingsStore,
      personId,
      context,
      () => database.together(refs, () => done({ write: { unsealing, act }, reply: {} })),
      () => Promise.all([database.open(unsealingsStore).remove(unsealing.id), database.open(actsStore).remove(act.id)]),
    )
    return done({ unsealingId: unsealing.id, expiresAt: unsealing.expiresAt })
  },

  approve: async ({ unsealingId }, context) => {
    const refs = refsOf(unsealingId, context.database)
    return context.database.together(refs, ({ unsealing }) => {
      if (!unsealing || !context.within(unsealing.branchId)) return refused('UNSEALING_NOT_FOUND')
      const settled = approve(unsealing, context.caller, context.now)
      if (!settled.ok) return settled
      if (settled.data === unsealing) return done({ write: {}, reply: {} })
      const act = { ...actAbout(unsealing, 'unsealing-approved', context), id: refs.act.id }
      return done({ write: { unsealing: settled.data, act }, reply: {} })
    })
  },

  decline: async ({ unsealingId }, context) => {
    const refs = refsOf(unsealingId, context.database)
    return context.database.together(refs, ({ unsealing }) => {
      const mine = unsealing?.by === context.caller.staffId
      if (!unsealing || !(mine || context.within(unsealing.branchId))) return refused('UNSEALING_NOT_FOUND')
      const settled = decline(unsealing, context.now)
      if (!settled.ok) return settled
      const act = { ...actAbout(unsealing, 'unsealing-declined', context), id: refs.act.id }
      return done({ write: { unsealing: null, act }, reply: {} })
    })
  },

  open: async ({ unsealingId }, context) => {
    const { caller, database, now } = context
    const unsealing = await database.open(unsealingsStore).get(unsealingId)
    if (!unsealing || !context.within(unsealing.branchId)) return refused('UNSEALING_NOT_FOUND')
    const may = mayOpen(unsealing, caller.staffId, now)
    if (!may.ok) return may
    const profile = await profileOf(unsealing, database)
    const membership = await database.open(membershipsStore).get(unsealing.personId)
    // Whoever went to another branch since is out of reach, as when asking anew.
    if (!profile || !context.within(placeOf(membership))) return refused('UNSEALING_NOT_FOUND')
    await ensureCity(database, now)
    const path = membership ? await wayDown(membership.branchId, database) : []
    const { reason, branchId } = unsealing
    const why = { reason, role: 'supervisor' as const, branchId, approvedByName: may.data.approvedByName }
    const { pseudonym, nickname } = await reveal(profilesStore, profile, why, context)
    const standing = membership && (await reveal(membershipsStore, membership, why, context))
    const subject = { kind: 'reading', id: unsealingId } as const
    await plan([{ personId: unsealing.personId, kind: 'looked-at', subject, revision: 1, dueAt: now }], context)
    return done({
      pseudonym,
      nickname,
      branchPath: path.map(({ name }) => name),
      memberSince: standing?.since ?? null,
    })
  },
}

/** Where a person counts. */
const placeOf = (membership: Membership | undefined) => membership?.branchId ?? CITY

const refsOf = (unsealingId: string, database: Database) => ({
  unsealing: database.open(unsealingsStore).at(unsealingId),
  act: database.open(actsStore).at(nanoid()),
})

/** The record outlives the account, so it says why and where, and nothing that points at the person. */
const actAbout = (
  { reason, branchId }: Pick<Unsealing, 'reason' | 'branchId'>,
  what: ActKind,
  { caller, now }: { caller: StaffCaller; now: Date },
) => actOf(caller, now, { what, about: readingReasonNames[reason], branchId })

/** Who has this pseudonym now, and in which branch they count; without a profile there is nobody to find. */
async function behind(pseudonym: string, database: Database) {
  const taken = await database.open(pseudonymsStore).get(pseudonym)
  const profile = taken && (await profileOf({ personId: taken.personId, pseudonym }, database))
  if (!profile) return undefined
  const membership = await database.open(membershipsStore).get(profile.personId)
  return { personId: profile.personId, branchId: placeOf(membership) }
}

/** undefined when it was destroyed, or begun anew under another pseudonym. */
async function profileOf(
  { personId, pseudonym }: Pick<Profile, 'personId' | 'pseudonym'>,
  database: Database,
): Promise<Profile | undefined> {
  const profile = await database.open(profilesStore).get(personId)
  return profile?.pseudonym === pseudonym ? profile : undefined
}

async function hasAnotherSupervisor(branchId: string, caller: StaffCaller, database: Database) {
  const couldApprove = ({ id, active, passwordHash, grants }: StaffMember) =>
    id !== caller.staffId &&
    active &&
    passwordHash !== '' &&
    grants.some((grant) => grant.role === 'supervisor' && covers(grant.branchId, branchId))
  let after: string | null = null
  do {
    const page: Page<StaffMember> = await database
      .open(staffStore)
      .find({ index: 'byName', limit: MOST_ROWS, ...(after && { after }) })
    if (page.rows.some(couldApprove)) return true
    after = page.next
  } while (after)
  return false
}

async function standingOf(personId: string, { database, now }: Pick<Context, 'database' | 'now'>) {
  const page = await database
    .open(unsealingsStore)
    .find({ index: 'byPerson', where: { personId }, order: 'descending', limit: MOST_ROWS })
  return page.rows.filter((unsealing) => isStanding(unsealing, now))
}

/** Soonest over first, as far as a list goes. */
async function standing({ database, now }: Pick<Context, 'database' | 'now'>): Promise<Unsealing[]> {
  const rows: Unsealing[] = []
  let after: string | null = null
  do {
    const page: Page<Unsealing> = await database
      .open(unsealingsStore)
      .find({ index: 'byExpiry', range: { from: now.toISOString() }, limit: MOST_ROWS, ...(after && { after }) })
    rows.push(...page.rows.filter((unsealing) => isStanding(unsealing, now)))
    after = page.next
  } while (after && rows.length < 10 * MOST_SHOWN)
  return rows
}
