import type { Database } from '../../../cloudfunctions/_kit/database'
import type { AnyDeclaration } from '../../../cloudfunctions/_kit/declaration'
import { collectionOver } from './collection'
import { provision, vacuum } from './provision'
import type { Sql } from './sql'
import { togetherOver } from './together'

/** The port over SQL, provisioned for these declarations; other collections cannot be opened. */
export async function openDatabase(sql: Sql, declarations: readonly AnyDeclaration[]): Promise<Database> {
  await provision(sql, declarations)
  if (!sql.vacuumsItself) await vacuum(sql, declarations)
  const names = new Set(declarations.map(({ name }) => name))
  const refuseUndeclared = ({ name }: AnyDeclaration) => {
    if (!names.has(name)) throw new Error(`${name} is not among the declared collections`)
  }
  return {
    open: (declaration) => {
      refuseUndeclared(declaration)
      return collectionOver(sql, declaration)
    },
    together: togetherOver(sql, refuseUndeclared),
  }
}
