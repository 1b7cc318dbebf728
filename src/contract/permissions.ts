import type { Role } from '../domain/staff/words'
import { employeesOwn, everyone, readers } from './audiences'
import type { ActionName, Contract, Feature } from './index'
import { counselling } from './permissions-counselling'
import { events } from './permissions-events'

/**
 * Who may ask. A visitor has shown nothing; an employee is known by WeChat or by a device key; a member is an employee whose
 * branch is proved; `joining` is a colleague who has yet to set up the second factor; the rest work here.
 */
export type Audience = 'visitor' | 'employee' | 'member' | 'joining' | Role

/**
 * How far a permission reaches. `everywhere`: it is about nobody's own and no branch. `own`: only what is the caller's own.
 * `branch`: the request names a branch, and the door lets it through only within the caller's. `subject`: what the request is
 * about lies in a branch, and the handler's rule asks whether that is within the caller's.
 */
export type Reach = 'everywhere' | 'own' | 'branch' | 'subject'

export type Permission = Readonly<Partial<Record<Audience, Reach>>>

const desks = {
  counsellor: 'own',
  supervisor: 'own',
  editor: 'own',
  reviewer: 'own',
  host: 'own',
  manager: 'own',
  auditor: 'own',
} as const
/** Whoever comes to the console's door. An employee's key or openid has no business there. */
const atTheDoor = {
  visitor: 'everywhere',
  joining: 'everywhere',
  counsellor: 'everywhere',
  supervisor: 'everywhere',
  editor: 'everywhere',
  reviewer: 'everywhere',
  host: 'everywhere',
  manager: 'everywhere',
  auditor: 'everywhere',
} as const
const write = { editor: 'everywhere' } as const
const review = { reviewer: 'everywhere' } as const
const writeOrReview = { editor: 'everywhere', reviewer: 'everywhere' } as const
const figures = { editor: 'everywhere', reviewer: 'everywhere', manager: 'everywhere' } as const
/** What is asked of people is released by two who answer for it, as a text is by writer and reviewer. */
const release = { supervisor: 'everywhere', reviewer: 'everywhere' } as const
/** The queue is the city's: whoever is on duty answers, from wherever the call comes. */
const onDuty = { supervisor: 'everywhere' } as const

/**
 * The permission matrix. The door asks it, the console's menu is made from it, `docs/privacy.md` shows it, and a test tries
 * every action with every role and every scope. What is not here nobody may do.
 */
export const permissions = {
  'pieces.home': everyone,
  'pieces.list': everyone,
  'pieces.open': everyone,
  'favourites.add': employeesOwn,
  'favourites.remove': employeesOwn,
  'favourites.list': employeesOwn,
  'tallies.record': readers,

  'desk.list': writeOrReview,
  'desk.open': writeOrReview,
  'desk.create': write,
  'desk.save': write,
  'desk.submit': write,
  'desk.withdraw': write,
  'desk.approve': review,
  'desk.sendBack': review,
  'desk.recall': writeOrReview,
  'uploads.begin': write,
  'uploads.part': write,
  'uploads.finish': write,
  'uploads.limits': write,
  'figures.month': figures,
  'figures.pieces': figures,
  'figures.piece': figures,

  'sessions.signIn': atTheDoor,
  'sessions.signOut': { joining: 'own', ...desks },
  'sessions.me': { joining: 'own', ...desks },
  'sessions.list': desks,
  'sessions.revoke': desks,
  'invitations.open': atTheDoor,
  'invitations.accept': atTheDoor,
  'secondFactor.begin': { joining: 'own' },
  'secondFactor.confirm': { joining: 'own' },
  'devices.enrol': { visitor: 'everywhere' },

  'staff.list': { manager: 'subject' },
  'staff.invite': { manager: 'subject' },
  'staff.relink': { manager: 'subject' },
  'staff.change': { manager: 'subject' },
  'staff.approve': { manager: 'subject' },
  'staff.decline': { manager: 'subject' },
  'staff.leave': { manager: 'subject' },
  'staff.sessions': { manager: 'subject' },
  'staff.endSession': { manager: 'subject' },
  'staff.signOutEverywhere': { manager: 'subject' },

  'branches.mine': desks,
  'branches.children': { manager: 'branch', auditor: 'branch', host: 'branch' },
  'branches.create': { manager: 'branch' },
  'branches.rename': { manager: 'branch' },
  'branches.close': { manager: 'branch' },
  'branches.reopen': { manager: 'branch' },
  'branches.codes': { manager: 'branch' },
  'branches.newCode': { manager: 'branch' },
  'branches.endCode': { manager: 'branch' },

  'imports.begin': { manager: 'branch' },
  'imports.piece': { manager: 'subject' },
  'imports.finish': { manager: 'subject' },
  'imports.list': { manager: 'subject' },
  'imports.problems': { manager: 'subject' },

  'membership.show': employeesOwn,
  'membership.proveByCode': employeesOwn,
  'membership.proveByNumber': employeesOwn,
  'membership.leave': { member: 'own' },

  'profile.show': employeesOwn,
  'profile.rename': employeesOwn,

  'consents.list': employeesOwn,
  'consents.give': employeesOwn,
  'consents.withdraw': employeesOwn,

  'privacy.stored': employeesOwn,
  'privacy.readings': employeesOwn,
  'privacy.export': employeesOwn,
  'privacy.destroy': employeesOwn,
  'privacy.receipt': readers,

  'unsealings.list': { supervisor: 'subject' },
  'unsealings.request': { supervisor: 'subject' },
  'unsealings.approve': { supervisor: 'subject' },
  'unsealings.decline': { supervisor: 'subject' },
  'unsealings.open': { supervisor: 'subject' },

  'audit.readings': { auditor: 'subject' },
  'audit.acts': { auditor: 'subject' },
  'audit.destructions': { auditor: 'everywhere' },
  'audit.verify': { auditor: 'everywhere' },
  'audit.checkReceipt': { auditor: 'everywhere' },

  'instruments.offered': readers,
  'results.submit': employeesOwn,
  'results.list': employeesOwn,
  'results.open': employeesOwn,
  'results.destroy': employeesOwn,
  'results.fhir': employeesOwn,
  'releases.list': release,
  'releases.release': release,
  'releases.withdraw': release,

  'duty.now': readers,
  'calls.ask': employeesOwn,
  'calls.mine': employeesOwn,
  'calls.withdraw': employeesOwn,
  'calls.refer': { counsellor: 'own' },
  'calls.queue': onDuty,
  'calls.accept': onDuty,
  'calls.phone': onDuty,
  'calls.handOver': onDuty,
  'calls.log': onDuty,
  'calls.followUp': onDuty,
  'calls.close': onDuty,
  'shifts.list': onDuty,
  'shifts.add': onDuty,
  'shifts.remove': onDuty,
  'shifts.setHead': onDuty,
  'cases.list': onDuty,
  'cases.begin': onDuty,
  'cases.open': onDuty,
  'cases.decide': onDuty,
  'cases.handOver': onDuty,
  'cases.refer': onDuty,
  'cases.endReferral': onDuty,
  'cases.close': onDuty,
  'drills.list': onDuty,
  'drills.start': onDuty,
  'drills.stop': onDuty,

  'surveys.invited': { member: 'own' },
  'surveys.submit': { member: 'own' },
  'surveys.takeBack': { member: 'own' },
  'surveys.list': { manager: 'branch' },
  'surveys.create': { manager: 'branch' },
  'surveys.cancel': { manager: 'subject' },
  'surveys.figures': { manager: 'subject' },

  'notices.list': employeesOwn,
  'notices.read': employeesOwn,
  'notices.count': employeesOwn,
  'notices.templates': readers,
  'notices.subscribed': employeesOwn,

  ...counselling,
  ...events,

  'uses.record': readers,
  'figures.uses': { ...figures, supervisor: 'everywhere' },
  'figures.hotlines': { ...figures, supervisor: 'everywhere' },
  'figures.counselling': { ...figures, supervisor: 'everywhere' },
  'figures.events': { ...figures, host: 'everywhere', supervisor: 'everywhere' },
  'figures.branch': { manager: 'branch' },
  'figures.branchesBelow': { manager: 'branch' },
} as const satisfies Record<ActionName, Permission>

export type Permissions = typeof permissions

/** The roles among these that may do this, however far it reaches. */
export const mayDo = (action: ActionName, held: readonly Role[]): boolean =>
  held.some((role) => (permissions[action] as Permission)[role] !== undefined)

export type PermissionOf<F extends Feature, A extends keyof Contract[F]> = `${F}.${A & string}` extends infer N extends
  keyof Permissions
  ? Permissions[N]
  : never
export type AudienceOf<F extends Feature, A extends keyof Contract[F]> = keyof PermissionOf<F, A> & Audience
