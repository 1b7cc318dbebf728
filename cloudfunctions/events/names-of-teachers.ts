import { type Database, MOST_IDS } from '../_kit/database'
import { teachersStore } from './teachers-store'

/** Called by nothing where nobody holds it. */
export async function namesOfTeachers(ids: readonly string[], database: Database): Promise<(id: string) => string> {
  const unique = [...new Set(ids)].filter((id) => id !== '')
  const names = new Map<string, string>()
  for (let from = 0; from < unique.length; from += MOST_IDS)
    for (const { id, name } of await database.open(teachersStore).getMany(unique.slice(from, from + MOST_IDS)))
      names.set(id, name)
  return (id) => names.get(id) ?? ''
}
