import type { AnyDeclaration, PersonOwner } from '../_kit/declaration'

/** A declaration of something of a person's. */
export type Owned = AnyDeclaration & { owner: PersonOwner }

const isOwned = (declaration: AnyDeclaration): declaration is Owned => declaration.owner.kind === 'person'

export const ownedBy = (declarations: readonly AnyDeclaration[]): Owned[] => declarations.filter(isOwned)

/** What the person reads of as a kind of its own; the rest is our bookkeeping of these, and goes with them or the account. */
export const shownKinds = (declarations: readonly AnyDeclaration[]): Owned[] =>
  ownedBy(declarations).filter(({ fields }) => Object.keys(fields).length > 0)

/** The search for all that belongs to one person. Throws where no index finds it. */
export function ofPerson({ name, indexes, owner }: Owned, personId: string) {
  const found = Object.entries(indexes).find(([, fields]) => fields[0] === owner.field && fields.length <= 2)
  if (!found) throw new Error(`${name}: no index begins with ${owner.field}`)
  return { index: found[0], where: { [owner.field]: personId } }
}
