import { sameGrant } from './staff'
import { type Grant, roleNames } from './words'

type NameOf = (branchId: string) => string

/** «和平区总工会 内容编辑、市总工会 管理员», as it is kept for the auditor. */
export const sayGrants = (grants: readonly Grant[], nameOf: NameOf) =>
  grants.map(({ role, branchId }) => `${nameOf(branchId)} ${roleNames[role]}`.trim()).join('、')

/** What was added and what was taken away. */
export function sayChange(before: readonly Grant[], after: readonly Grant[], nameOf: NameOf): string {
  const without = (some: readonly Grant[], others: readonly Grant[]) =>
    some.filter((grant) => !others.some((other) => sameGrant(grant, other)))
  const parts = [
    ['增加', without(after, before)],
    ['去掉', without(before, after)],
  ] as const
  return parts
    .filter(([, grants]) => grants.length > 0)
    .map(([word, grants]) => `${word} ${sayGrants(grants, nameOf)}`)
    .join('；')
}
