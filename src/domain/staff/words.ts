/** Who works in the console. A person may hold several; a piece still needs two people. */
export const roles = ['counsellor', 'supervisor', 'editor', 'reviewer', 'host', 'manager', 'auditor'] as const
export type Role = (typeof roles)[number]

export const roleNames: Record<Role, string> = {
  counsellor: '咨询师',
  supervisor: '督导',
  editor: '内容编辑',
  reviewer: '内容审核',
  host: '活动组织者',
  manager: '管理员',
  auditor: '审计员',
}

/** A role, and the branch in which it counts: there and in everything below. */
export type Grant = { role: Role; branchId: string }

export const rolesOf = (grants: readonly Grant[]): Role[] => roles.filter((role) => grants.some((g) => g.role === role))

/** These can see or change much about people, so a password alone does not let them in. */
const GUARDED: readonly Role[] = ['supervisor', 'manager', 'auditor']

export const needsSecondFactor = (grants: readonly Grant[]) => grants.some(({ role }) => GUARDED.includes(role))

/** What one manager asked for and another has not answered. Until then it counts for nothing. */
export type Waiting = {
  what: 'invited' | 'changed' | 'relinked'
  /** All that the colleague would hold. */
  grants: Grant[]
  by: string
  byName: string
  /** The asker's origin as it was when they asked. */
  byOrigin: string
  askedAt: string
  expiresAt: string
}
