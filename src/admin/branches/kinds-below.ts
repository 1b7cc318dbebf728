import { type BranchKind, branchKinds } from '../../domain/branches/words'

/** What may be created below this kind: the order goes down only, and a level may be left out. */
export const kindsBelow = (kind: BranchKind | undefined): BranchKind[] =>
  branchKinds.slice(kind ? branchKinds.indexOf(kind) + 1 : 1)
