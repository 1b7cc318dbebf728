/**
 * A branch's id is its path, such as `city.heping.tractor-works`: whether one lies below another is seen from the two ids
 * alone, and a branch never moves.
 */
export const covers = (scope: string, branchId: string) => branchId === scope || branchId.startsWith(`${scope}.`)

/** The ids from the city down to this branch, itself included. */
export const pathOf = (branchId: string): string[] =>
  branchId.split('.').map((_, depth, parts) => parts.slice(0, depth + 1).join('.'))

/** Those that lie in no other of the list. */
export const outermost = (branchIds: readonly string[]): string[] => {
  const unique = [...new Set(branchIds)]
  return unique.filter((id) => !unique.some((other) => other !== id && covers(other, id)))
}
