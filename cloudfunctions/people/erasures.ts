import { done } from '../../src/domain/result'
import { forgetUsesOf } from '../_kit/attempts'
import { keepFor } from '../_kit/data-keys'
import { Busy } from '../_kit/database'
import type { AnyDeclaration } from '../_kit/declaration'
import { destroyKeys, type Erasing, eraseKind } from './erase'
import { type Owned, ofPerson, ownedBy } from './owned'
import { type Erasure, erasuresStore } from './store'

type Around = Omit<Erasing, 'by'>

/** Writes down what is to be destroyed, before anything is. Asked again with the same number, it is what was written first. */
export async function beginErasure(
  declarations: readonly AnyDeclaration[],
  asked: Pick<Erasure, 'id' | 'personId' | 'account'> & { kinds: readonly string[] },
  around: Around,
): Promise<Erasure> {
  const erasures = around.database.open(erasuresStore)
  const { id, personId, account } = asked
  const found = await erasures.get(id)
  if (found) return found
  const chosen = ownedBy(declarations).filter(({ name }) => account || asked.kinds.includes(name))
  const kinds = await Promise.all(
    chosen
      .filter(({ name }) => name !== erasuresStore.name)
      .map(async (declaration) => ({
        kind: declaration.name,
        count: await around.database.open(declaration).count(ofPerson(declaration, personId)),
      })),
  )
  const erasure: Erasure = { id, personId, kinds, account, startedAt: around.now.toISOString(), endedAt: '' }
  const undo = () => erasures.remove(id)
  const begun = await keepFor(erasuresStore, personId, around, () => erasures.insert(erasure), undo)
  if (begun === 'inserted') return erasure
  const theirs = await erasures.get(id)
  if (!theirs) throw new Busy('ended meanwhile')
  return theirs
}

/** Does, or goes on with, what was written down; the note itself goes last. */
export async function finishErasure(
  declarations: readonly AnyDeclaration[],
  { id, personId, kinds, account }: Erasure,
  around: Around,
): Promise<void> {
  const owned = ownedBy(declarations)
  if (account) await eraseAccount(owned, personId, { ...around, by: 'person' })
  else {
    const chosen = owned.filter(({ name }) => kinds.some(({ kind }) => kind === name))
    const names = chosen.flatMap(({ name, goesWith }) => [name, ...goesWith])
    // As with an account: a pseudonym goes before the profile it stands in, or one made meanwhile would take it over.
    for (const declaration of owned.toReversed())
      if (names.includes(declaration.name)) await eraseKind(declaration, personId, { ...around, by: 'person' })
  }
  if (account) await letStand(id, around)
  else await endErasure(declarations, { id, personId }, around)
}

/**
 * Everything that is a person's, except the notes of destructions under way. All keys go before the first document does; the
 * device, by which the person is known, goes last, and then whatever was written as it went.
 */
export async function eraseAccount(owned: readonly Owned[], personId: string, around: Erasing): Promise<void> {
  // From the last to the first, as each is made of those before it: the head of a ledger goes before its entries.
  const kinds = owned.filter(({ name }) => name !== erasuresStore.name).toReversed()
  for (const declaration of kinds) if (!declaration.floor) await destroyKeys(declaration, personId, around)
  for (const declaration of [...kinds, ...kinds]) await eraseKind(declaration, personId, around)
  await forgetUsesOf(personId, around)
}

/** Of an account nothing is left but this note, which turns away what was on its way when it was destroyed. */
const letStand = (id: string, { database, now }: Around) =>
  database
    .open(erasuresStore)
    .change(id, (erasure) =>
      done(
        erasure?.endedAt === '' ? { write: { ...erasure, endedAt: now.toISOString() }, reply: true } : { reply: true },
      ),
    )

/** Once nobody can be on the way any more: what one that was cut off could have left goes, and the note itself. */
export async function forgetErasure(
  declarations: readonly AnyDeclaration[],
  { id, personId }: Pick<Erasure, 'id' | 'personId'>,
  around: Around,
): Promise<void> {
  await eraseAccount(ownedBy(declarations), personId, { ...around, by: 'person' })
  await endErasure(declarations, { id, personId }, around)
}

async function endErasure(
  declarations: readonly AnyDeclaration[],
  { id, personId }: Pick<Erasure, 'id' | 'personId'>,
  around: Around,
): Promise<void> {
  const notes = ownedBy(declarations).find(({ name }) => name === erasuresStore.name)
  if (!notes) throw new Error('destructions are not declared')
  const erasures = around.database.open(erasuresStore)
  const underWay = await erasures.count(ofPerson(notes, personId))
  // The key of the notes goes with the last of them.
  if (underWay <= 1) await eraseKind(notes, personId, { ...around, by: null })
  else await erasures.remove(id)
}
