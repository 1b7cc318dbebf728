import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataKeyId, dataKeysStore } from '../../cloudfunctions/_kit/data-keys'
import { declarations } from '../../cloudfunctions/people/inventory'
import { type Owned, ofPerson, ownedBy } from '../../cloudfunctions/people/owned'
import type { House } from './open-house'
import type { wholePerson } from './whole-person'

/** Of what goes at once; of what a law keeps for a time the key's random id stays with it, and names nobody. */
export const keyIdsOf = async (house: House, personId: string) => {
  const goesAtOnce = ownedBy(declarations).filter(({ floor }) => !floor)
  const ids = goesAtOnce.map((declaration) => dataKeyId(declaration, personId, house.keys))
  return (await house.database.open(dataKeysStore).getMany(ids)).map(({ id, keyId }) => ({ id, keyId }))
}

const filesIn = async (folder: string) => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries.map(async (entry) => [
      entry.name,
      entry.isFile() ? (await readFile(join(entry.parentPath, entry.name))).toString('latin1') : '',
    ]),
  )
}

/** As long as the note of a destroyed account stands, and the clock's next run. */
export const letMinutesPass = async (house: House) => {
  house.clock.forward(3)
  await house.tick()
}

/** All there is: every row, every name and content of a file, every line of the log. */
export const everything = async (house: House) =>
  JSON.stringify([await house.dump(), await filesIn(house.folder), house.logged])

const purposes = ['person', 'data-key', 'attempt', 'blind', 'ledger', 'ledger-head', 'receipt', 'session', 'cursor']

/** Every word by which a person could be found again: as it is, and as anybody could have hashed it. */
export const tracesOf = (
  house: House,
  { personId, pseudonym, nickname, key }: Awaited<ReturnType<typeof wholePerson>>,
) => {
  const words = [personId, pseudonym, nickname, key, `device\n${key}`]
  const tried = [
    ...words,
    ...['export', 'prove-person', 'enrol'].map((what) => `${what}\n${personId}`),
    ...declarations.map(({ name }) => `${name}\n${personId}`),
  ]
  const hashed = tried.flatMap((word) => [
    createHash('sha256').update(word).digest('hex'),
    createHash('sha256').update(word).digest('base64url'),
    ...purposes.map((purpose) => house.keys.hash(purpose, word)),
  ])
  return [...words.slice(0, 4), ...hashed]
}

/** What names somebody's documents of one kind: numbers of their own and what is sealed in them, not whose they are. */
export const marksOf = async (house: House, declaration: Owned, personId: string): Promise<string[]> => {
  const { rows } = await house.database.open(declaration).find({ ...ofPerson(declaration, personId), limit: 100 })
  const fields = ['id', declaration.spokenOf?.field ?? 'id', ...declaration.sealed]
  return rows
    .flatMap((row: Record<string, unknown>) => fields.map((field) => row[field]))
    .filter((mark): mark is string => typeof mark === 'string' && !mark.startsWith(personId))
}
