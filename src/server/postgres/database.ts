import type { Database } from '../../../cloudfunctions/_kit/database'
import type { AnyDeclaration } from '../../../cloudfunctions/_kit/declaration'
import { collectionOver } from './collection'
import { gathered } from './gather'
import { provision, vacuum } from './provision'
import { type Read, readMany, readOne } from './read'
import type { Sql } from './sql'
import { togetherOver } from './together'

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
    const reader = sql.embedded
      ? gathered((ids) => readMany(sql, declaration, ids))
      : (id: string) => readOne(sql, declaration, id)
    readers.set(declaration.name, reader)
    return reader
  }
  return {
    open: (declaration) => {
      refuseUndeclared(declaration)
      return collectionOver(sql, declaration, readerOf(declaration))
    },
    together: togetherOver(sql, refuseUndeclared),
  }
}
