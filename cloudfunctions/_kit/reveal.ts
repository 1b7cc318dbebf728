import { CITY } from '../../src/domain/branches/words'
import type { ReadingReason } from '../../src/domain/readings/words'
import type { Role } from '../../src/domain/staff/words'
import type { Employee, Member, StaffCaller } from './caller'
import type { Database } from './database'
import type { Declaration, Stored } from './declaration'
import type { Keys } from './keys'
import { append, type Looked } from './ledger'
import { openAll } from './open-all'
import { KeyGone, type Opened, unsealFor } from './sealing'

type Around = { database: Database; keys: Keys; now: Date }

const personOf = <T extends Stored>(declaration: Declaration<T>, document: T): string => {
  if (declaration.owner.kind !== 'person') throw new Error(`${declaration.name}: is no person's`)
  return String((document as Record<string, unknown>)[declaration.owner.field])
}

/** One's own. Throws for anybody else's: a handler that gets here with another person's document is broken. */
export async function openOwn<T extends Stored>(
  declaration: Declaration<T>,
  document: T,
  { caller, ...around }: Omit<Around, 'now'> & { caller: Employee | Member },
): Promise<Opened<T>> {
  if (personOf(declaration, document) !== caller.personId) throw new Error(`${declaration.name}: is somebody else's`)
  return unsealFor(declaration, document, around)
}

/** One's own, of a page. What was sealed with a key that is gone was destroyed, and is left out. */
export async function openOwnAll<T extends Stored>(
  declaration: Declaration<T>,
  documents: readonly T[],
  { caller, ...around }: Omit<Around, 'now'> & { caller: Employee | Member },
): Promise<Opened<T>[]> {
  if (documents.some((document) => personOf(declaration, document) !== caller.personId))
    throw new Error(`${declaration.name}: is somebody else's`)
  return openAll(declaration, documents, around)
}

/** A secret of staff itself, such as that of a second factor; never anything of a person's. */
export async function openStaffSecret<T extends Stored>(
  declaration: Declaration<T>,
  document: T,
  around: Omit<Around, 'now'>,
): Promise<Opened<T>> {
  if (declaration.owner.kind !== 'staff') throw new Error(`${declaration.name}: is no secret of staff`)
  return unsealFor(declaration, document, around)
}

/** As `openStaffSecret`, of a page. What was sealed with a key that is gone is left out. */
export async function openStaffSecrets<T extends Stored>(
  declaration: Declaration<T>,
  documents: readonly T[],
  around: Omit<Around, 'now'>,
): Promise<Opened<T>[]> {
  if (declaration.owner.kind !== 'staff') throw new Error(`${declaration.name}: is no secret of staff`)
  return openAll(declaration, documents, around)
}

/** Why, in which role, and who else agreed to it. */
export type Why = { reason: ReadingReason; role: Role; branchId: string; approvedByName?: string }

/**
 * The only way to read what is another person's. It stands in that person's ledger before it is returned; where it cannot
 * be written there, nothing is returned.
 */
export async function reveal<T extends Stored>(
  declaration: Declaration<T>,
  document: T,
  { reason, role, branchId, approvedByName = '' }: Why,
  { caller, ...around }: Around & { caller: StaffCaller },
): Promise<Opened<T>> {
  const by = { by: caller.staffId, byName: caller.name, approvedByName, twoPeople: approvedByName !== '' }
  return openNoted(declaration, document, { ...by, role, branchId, reason }, around)
}

/** For a job of the clock, which tells nobody what it saw. It stands in the person's ledger like any other reading. */
export const revealToJob = <T extends Stored>(
  declaration: Declaration<T>,
  document: T,
  reason: ReadingReason,
  around: Around,
): Promise<Opened<T>> => {
  const by = { by: 'clock', byName: '定时任务', approvedByName: '', twoPeople: false }
  return openNoted(declaration, document, { ...by, role: 'job', branchId: CITY, reason }, around)
}

async function openNoted<T extends Stored>(
  declaration: Declaration<T>,
  document: T,
  looked: Omit<Looked, 'what'>,
  around: Around,
): Promise<Opened<T>> {
  const undo = await append(personOf(declaration, document), { ...looked, what: declaration.name }, around)
  try {
    return await unsealFor(declaration, document, around)
  } catch (error) {
    // Destroyed between the reading of it and now: nothing was seen, and nothing of the person may stay behind.
    if (error instanceof KeyGone) await undo()
    throw error
  }
}
