import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { dataKeysStore } from '../../cloudfunctions/_kit/data-keys'
import type { Database } from '../../cloudfunctions/_kit/database'
import { declarations } from '../../cloudfunctions/people/inventory'
import { type Api, createApi } from '../../src/contract/client'
import { command } from '../../src/server/commands/command'
import { openDatabase } from '../../src/server/postgres/database'
import { openPglite } from '../../src/server/postgres/pglite'
import { type OpenServer, openServer } from '../../src/server/server'
import { stored } from '../../src/server/store'
import { dataOf } from '../house/data-of'

export const DAY = 24 * 60 * 60_000

/** A data folder on disk, with the server that owns it or without, and its commands. */
export function keptHouse(dataDir: string, start = new Date('2026-03-10T02:00:00.000Z')) {
  let now = start
  let server: OpenServer | undefined
  const house = {
    dataDir,
    later: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds)
    },
    open: async () => {
      server = await openServer({ dataDir, port: 0, clock: false, now: () => now })
      return server
    },
    close: async () => {
      await server?.close()
      server = undefined
    },
    /** The exit code, and everything it said. */
    run: async (...words: string[]) => {
      const said: string[] = []
      const env = { DATA_DIR: dataDir }
      const code = await command(
        words,
        env,
        (line) => said.push(line),
        () => now,
      )
      return { code, said: said.join('\n') }
    },
    bearing: (key?: string): Api =>
      createApi(async (name, request) => {
        const response = await fetch(`${server?.url}/api/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
          body: JSON.stringify(request),
        })
        return response.json()
      }),
    /** A person with a browser of their own, a nickname and two favourites. */
    person: async (nickname: string) => {
      const { key } = dataOf(await house.bearing().devices.enrol({}))
      const api = house.bearing(key)
      dataOf(await api.profile.rename({ nickname }))
      const { cards } = dataOf(await api.pieces.list({}))
      for (const { id } of cards.slice(0, 2)) dataOf(await api.favourites.add({ pieceId: id }))
      return { key, api }
    },
  }
  return house
}

export type KeptHouse = ReturnType<typeof keptHouse>

/** An empty folder with the keys of another, as an operator puts them back before a restore. */
export function withKeysOf({ dataDir }: KeptHouse, folder: string): string {
  mkdirSync(folder, { recursive: true })
  copyFileSync(join(dataDir, 'keys.json'), join(folder, 'keys.json'))
  return folder
}

/** Looks into a folder that no server has. */
export async function within<T>(dataDir: string, look: (database: Database, text: string) => Promise<T>): Promise<T> {
  const sql = await openPglite(dataDir)
  try {
    const database = await openDatabase(sql, stored)
    const rows: unknown[] = []
    for (const { name } of stored) rows.push(...(await sql.query(`select id, doc from "${name}"`)))
    return await look(database, JSON.stringify(rows))
  } finally {
    await sql.close()
  }
}

export const wrappings = async (database: Database) =>
  (await database.open(dataKeysStore).find({ index: 'byWrapping', limit: 100 })).rows.map((key) => key.wrappedBy)

export const personOwned = declarations.filter(({ owner }) => owner.kind === 'person').map(({ name }) => name)
