import type { Page } from 'playwright-core'
import { sessionsStore, staffStore } from '../../cloudfunctions/_kit/identity'
import { newSecret, secretId } from '../../cloudfunctions/_kit/keys'
import { CITY } from '../../src/domain/branches/words'
import { openSession } from '../../src/domain/staff/session'
import type { StaffMember } from '../../src/domain/staff/staff'
import type { Role } from '../../src/domain/staff/words'
import type { Screens } from './open-screens'

/** Joined, but with a password nobody knows. */
const NO_PASSWORD = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** What a colleague of the whole city shows who signed in a moment ago; the way through the door is tried elsewhere. */
export async function tokenOf(screens: Screens, login: string, name: string, ...roles: Role[]): Promise<string> {
  const now = screens.now()
  const member: StaffMember = {
    id: login,
    name,
    login,
    grants: roles.map((role) => ({ role, branchId: CITY })),
    active: true,
    passwordHash: NO_PASSWORD,
    createdAt: now.toISOString(),
    origin: login,
    waiting: null,
  }
  const { database } = screens.server
  await database.open(staffStore).insert(member)
  const token = newSecret('s_')
  await database.open(sessionsStore).insert(openSession(secretId(token), member, 'Chromium', now))
  return token
}

/** The same colleague at a desk of their own. */
export async function signedIn(screens: Screens, login: string, name: string, ...roles: Role[]): Promise<Page> {
  const token = await tokenOf(screens, login, name, ...roles)
  const page = await screens.visitor()
  await page.addInitScript((kept) => sessionStorage.setItem('xinyi.console.token', kept), token)
  return page
}
