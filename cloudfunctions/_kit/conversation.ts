import { CITY } from '../../src/domain/branches/words'
import type { StaffCaller } from './caller'
import { keyOwnerOf } from './data-keys'
import type { Database } from './database'
import type { Declaration, Stored } from './declaration'
import type { Keys } from './keys'
import { append } from './ledger'
import { openAll } from './open-all'
import { KeyGone, type Opened } from './sealing'

type Around = { database: Database; keys: Keys; caller: StaffCaller }

/** As much of a conversation as says who is in it. */
export type Conversation = { id: string; personId: string; state: string; staffId: string }

/** The counsellor whom the person talks with now; nobody before they came, and nobody after it ended. */
export const isPartyTo = ({ state, staffId }: Conversation, caller: Pick<StaffCaller, 'staffId'>) =>
  state === 'open' && staffId === caller.staffId

/**
 * Before a counsellor comes into a conversation, it stands in the person's ledger; what is said from then on is said to
 * them, and is not noted line by line. Gives what takes the line out again where somebody else was first.
 */
export const noteComingIn = (
  { personId }: Pick<Conversation, 'personId'>,
  counsellor: Pick<StaffCaller, 'staffId' | 'name'>,
  { name }: { name: string },
  { database, keys, now }: { database: Database; keys: Keys; now: Date },
) =>
  append(
    personId,
    {
      by: counsellor.staffId,
      byName: counsellor.name,
      approvedByName: '',
      twoPeople: false,
      role: 'counsellor',
      branchId: CITY,
      what: name,
      reason: 'counselling',
    },
    { database, keys, now },
  )

/** What was said, for the counsellor it is said to. Throws for anybody else's: a handler that gets here with it is broken. */
export async function openAsParty<T extends Stored>(
  declaration: Declaration<T>,
  documents: readonly T[],
  conversation: Conversation,
  { caller, ...around }: Around,
): Promise<Opened<T>[]> {
  if (!isPartyTo(conversation, caller)) throw new Error(`${declaration.name}: of a conversation with somebody else`)
  if (documents.some((document) => keyOwnerOf(declaration, document) !== conversation.id))
    throw new Error(`${declaration.name}: of another conversation`)
  return openAll(declaration, documents, around)
}

/** What a counsellor writes down of a session while it goes on. Throws at any other time, and for what is of somebody else. */
export async function openAsAuthor<T extends Stored>(
  declaration: Declaration<T>,
  document: T,
  session: Conversation,
  { caller, ...around }: Around,
): Promise<Opened<T>> {
  if (!isPartyTo(session, caller)) throw new Error(`${declaration.name}: of a session with somebody else`)
  if (keyOwnerOf(declaration, document) !== session.personId) throw new Error(`${declaration.name}: of another person`)
  const [opened] = await openAll(declaration, [document], around)
  if (!opened) throw new KeyGone(`${declaration.name}: the key is gone`)
  return opened
}
