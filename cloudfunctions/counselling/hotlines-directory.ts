import union from '../../config/union.json'
import { CITY } from '../../src/domain/branches/words'
import { type Directory, emptyDirectory } from '../../src/domain/hotlines/directory'
import { UNION_LINE } from '../../src/domain/hotlines/words'
import { done, type Result } from '../../src/domain/result'
import type { ActKind } from '../../src/domain/staff/acts'
import { actOf, actsStore } from '../_kit/acts'
import type { StaffCaller } from '../_kit/caller'
import type { Database } from '../_kit/database'
import { DIRECTORY, hotlinesStore } from './hotlines-store'

export const unionNumber = union.line.number

export const directoryOf = async (database: Database): Promise<Directory> =>
  (await database.open(hotlinesStore).get(DIRECTORY)) ?? emptyDirectory()

/** Where a line lies and what it is called; the union's own is the city's. */
export function lineIn(directory: Directory, lineId: string): { branchId: string; name: string } | undefined {
  if (lineId === UNION_LINE) return unionNumber === '' ? undefined : { branchId: CITY, name: union.line.name }
  const line = directory.lines.find(({ id }) => id === lineId)
  const institution = directory.institutions.find(({ id }) => id === line?.institutionId)
  return line && institution && { branchId: institution.branchId, name: line.name }
}

type Change<T> = { directory: Directory; reply: T; about: string; branchId: string }

/** Changes the list and writes down who did it, as one. What changes nothing leaves no record. */
export function changeDirectory<T, Code extends string>(
  { caller, database, now }: { caller: StaffCaller; database: Database; now: Date },
  what: ActKind,
  rule: (directory: Directory) => Result<Change<T>, Code>,
) {
  const act = actOf(caller, now, { what, about: '', branchId: '' })
  const refs = { list: database.open(hotlinesStore).at(DIRECTORY), act: database.open(actsStore).at(act.id) }
  return database.together(refs, ({ list }) => {
    const before: Directory = list ?? emptyDirectory()
    const changed = rule(before)
    if (!changed.ok) return changed
    const { directory, reply, about, branchId } = changed.data
    if (directory === before) return done({ write: {}, reply })
    return done({ write: { list: { ...directory, id: DIRECTORY }, act: { ...act, about, branchId } }, reply })
  })
}
