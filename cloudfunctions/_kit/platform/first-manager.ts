import { Login } from '../../../src/contract/sessions'
import { CITY } from '../../../src/domain/branches/words'
import { invitationFor } from '../../../src/domain/staff/session'
import type { StaffMember } from '../../../src/domain/staff/staff'
import type { AnyDeclaration } from '../declaration'
import { invitationsStore, staffStore } from '../identity'
import { newSecret, secretId } from '../keys'
import { toStored } from './stored'

/** One line of JSON for each collection, as the cloud's console imports it, and the code of the one-time link. */
export type FirstManager = { code: string; expiresAt: string; lines: Record<string, string> }

/**
 * The member of staff who invites all others. Nobody has a password before the link is opened, and what is imported
 * holds only the link's hash. Throws when the login or the name is not one.
 */
export function firstManager(login: string, name: string, now: Date): FirstManager {
  const id = Login.safeParse(login)
  if (!id.success) throw new Error('a login is 2 to 32 letters, digits, dots, dashes or underscores')
  if (name.trim() === '' || name.trim().length > 20) throw new Error('a name has 1 to 20 characters')
  const member: StaffMember = {
    id: id.data,
    login: id.data,
    name: name.trim(),
    grants: [{ role: 'manager', branchId: CITY }],
    active: true,
    passwordHash: '',
    createdAt: now.toISOString(),
    origin: id.data,
    waiting: null,
  }
  const code = newSecret('i_')
  const invitation = invitationFor(secretId(code), member.id, now)
  return {
    code,
    expiresAt: invitation.expiresAt,
    lines: Object.fromEntries([line(staffStore, member), line(invitationsStore, invitation)]),
  }
}

const line = (declaration: AnyDeclaration, document: { id: string }) => [
  declaration.name,
  `${JSON.stringify({ _id: document.id, ...toStored(declaration, document) })}\n`,
]
