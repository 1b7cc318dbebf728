import { expect, it } from 'vitest'
import { declarations } from './inventory'
import { walkedBy } from './replay-destroyed'

const withKeys = declarations.filter(({ owner, sealed }) => owner.kind === 'person' || sealed.length > 0)

it.each(withKeys.map((declaration) => [declaration.name, declaration] as const))(
  '%s can be gone through from end to end, to be held against the list of destroyed keys',
  (_, declaration) => expect(declaration.indexes[walkedBy(declaration)]).toHaveLength(1),
)
