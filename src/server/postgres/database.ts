import { setImmediate } from 'node:timers/promises'
import type { Database } from '../../../cloudfunctions/_kit/database'
import type { AnyDeclaration } from '../../../cloudfunctions/_kit/declaration'
import { collectionOver } from './collection'
import { gathered } from './gather'
import { gatheredChanges } from './gather-changes'
import { provision, vacuum } from './provision'
import { type Read, readMany } from './read'
import type { Sql } from './sql'
import { togetherOver } from './together'

/**
 * PGlite answers within the turn of the event loop that asks it, so a request would run to its end before the next is so much
 * as read from its socket. This lets all come in that are at the door.
 */
const letIn = () => setImmediate()

/** The port over SQL, provisioned for these declarations; other collections cannot be opened. */
export async function openDatabase(sql: Sql, declarations: readonly AnyDeclaration[]): Promise<Database> {
  await provision(sql, declarations)
  if (sql.embedded) await vacuum(sql, declarations)
  const names = new Set(declarations.map(({ name }) => name))
  const refuseUndeclared = ({ name }: AnyDeclaration) => {
    if (!names.has(name)) throw new Error(`${name} is not among the declared collections`)
  }
  const readers = new Map<string, Read>()
  const readerOf = (declaration: AnyDeclaration): Read => {
    const known = readers.get(declaration.name)
    if (known) return known
    const reader = gathered((ids) => readMany(sql, declaration, ids), letIn)
    readers.set(declaration.name, reader)
    return reader
  }
  const transact = gatheredChanges(sql, letIn)
  return {
    open: (declaration) => {
      refuseUndeclared(declaration)
      return collectionOver(sql, declaration, { read: readerOf(declaration), transact })
    },
    together: togetherOver(transact, refuseUndeclared),
  }
}
