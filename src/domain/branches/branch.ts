import { done, refused } from '../result'
import { covers } from './scope'
import { type Branch, branchKinds, CITY } from './words'

/** Random lower-case letters and digits: the last part of a branch's id. */
export const BRANCH_PART = /^[a-z0-9]{6}$/

export const mayLieBelow = (kind: Branch['kind'], parent: Branch['kind']) =>
  branchKinds.indexOf(kind) > branchKinds.indexOf(parent)

/** `way`: the branches from the city down. One that is closed closes everything below it. */
export const isWayOpen = (way: readonly Branch[]) => way.length > 0 && way.every(({ closed }) => !closed)

type Wanted = Pick<Branch, 'kind' | 'name' | 'code'> & { part: string; now: Date }

/** A new branch at the end of this way. */
export function create(way: readonly Branch[], { part, kind, name, code, now }: Wanted) {
  const parent = way.at(-1)
  if (!parent || !isWayOpen(way)) return refused('BRANCH_CLOSED')
  if (!mayLieBelow(kind, parent.kind)) return refused('KIND_NOT_BELOW')
  const id = `${parent.id}.${part}`
  const createdAt = now.toISOString()
  return done<Branch>({ id, parentId: parent.id, kind, name, code, address: '', closed: false, createdAt })
}

/** An address that is not said stays as it is. */
export const rename = (branch: Branch, name: string, address = branch.address): Branch => ({ ...branch, name, address })

/** What lies right below has to be closed first, so that nobody is shut out without a word. */
export function close(branch: Branch, hasOpenChildren: boolean) {
  if (branch.id === CITY) return refused('CITY_STAYS')
  return hasOpenChildren ? refused('BRANCH_HAS_CHILDREN') : done<Branch>({ ...branch, closed: true })
}

/** `above`: the way down to it, without itself. */
export const reopen = (branch: Branch, above: readonly Branch[]) =>
  branch.id === CITY || isWayOpen(above) ? done<Branch>({ ...branch, closed: false }) : refused('BRANCH_CLOSED')

/**
 * Which of those that bear one code is meant within `scope`. Two colleagues who make a branch at the same instant can give
 * the same code; closing one of the two makes it plain again.
 */
export function meantBy(bearers: readonly Branch[], scope: string): Branch | 'branch-unknown' | 'branch-ambiguous' {
  const inScope = bearers.filter(({ id }) => covers(scope, id))
  const open = inScope.filter(({ closed }) => !closed)
  const [only, another] = open.length > 0 ? open : inScope
  if (!only) return 'branch-unknown'
  return another ? 'branch-ambiguous' : only
}
