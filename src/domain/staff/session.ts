import { daysLater, minutesLater } from '../time'
import type { StaffMember } from './staff'
import type { Grant } from './words'

export type Session = {
  id: string
  staffId: string
  /** As they were at sign-in, so that a call reads one document; a change of grants ends every session. */
  name: string
  login: string
  grants: Grant[]
  /** The second factor has still to be set up: until then no role counts. */
  joining: boolean
  /** A few words about the browser, so that a person knows their own. */
  client: string
  createdAt: string
  seenAt: string
  expiresAt: string
}

/** A working day, and an hour and a half away from the desk, whichever ends first. */
const LONGEST_HOURS = 12
const IDLE_MINUTES = 90
/** `seenAt` is written at most this often: a write a request would cost more than it says. */
const SEEN_EVERY_MINUTES = 5
/** A one-time link waits this long. */
const INVITATION_DAYS = 3

export const openSession = (id: string, member: StaffMember, client: string, now: Date, joining = false): Session => ({
  id,
  staffId: member.id,
  name: member.name,
  login: member.login,
  grants: member.grants,
  joining,
  client,
  createdAt: now.toISOString(),
  seenAt: now.toISOString(),
  expiresAt: minutesLater(now, LONGEST_HOURS * 60).toISOString(),
})

export const isOpen = (session: Session, now: Date) =>
  Date.parse(session.expiresAt) > now.getTime() && minutesLater(new Date(session.seenAt), IDLE_MINUTES) > now

export const shouldNoteSeen = (session: Session, now: Date) =>
  minutesLater(new Date(session.seenAt), SEEN_EVERY_MINUTES) <= now

export type Invitation = { id: string; staffId: string; expiresAt: string }

export const invitationFor = (id: string, staffId: string, now: Date): Invitation => ({
  id,
  staffId,
  expiresAt: daysLater(now, INVITATION_DAYS).toISOString(),
})

export const isValid = (invitation: Invitation, now: Date) => Date.parse(invitation.expiresAt) > now.getTime()
