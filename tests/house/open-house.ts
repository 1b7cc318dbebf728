import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { attemptsStore } from '../../cloudfunctions/_kit/attempts'
import type { Caller } from '../../cloudfunctions/_kit/caller'
import type { Database } from '../../cloudfunctions/_kit/database'
import type { Files } from '../../cloudfunctions/_kit/files'
import { identify } from '../../cloudfunctions/_kit/identify'
import { sessionsStore, staffStore } from '../../cloudfunctions/_kit/identity'
import { generateKeys, type Keys, newSecret, readKeys, secretId } from '../../cloudfunctions/_kit/keys'
import type { Channel } from '../../cloudfunctions/_kit/outbox/channel'
import type { LogEntry } from '../../cloudfunctions/_kit/serve'
import { assessments } from '../../cloudfunctions/assessments/serve'
import { type JobEntry, runJobs } from '../../cloudfunctions/clock/run'
import { counselling } from '../../cloudfunctions/counselling/serve'
import { dutyFunction } from '../../cloudfunctions/duty/serve'
import { events } from '../../cloudfunctions/events/serve'
import { insights } from '../../cloudfunctions/insights/serve'
import { library } from '../../cloudfunctions/library/serve'
import { people } from '../../cloudfunctions/people/serve'
import { type Api, createApi, type Transport } from '../../src/contract/client'
import { CITY } from '../../src/domain/branches/words'
import { done } from '../../src/domain/result'
import { openSession } from '../../src/domain/staff/session'
import type { StaffMember } from '../../src/domain/staff/staff'
import type { Grant, Role } from '../../src/domain/staff/words'
import { minutesLater } from '../../src/domain/time'
import { openFiles } from '../../src/server/files-on-disk'
import { openDatabase } from '../../src/server/postgres/database'
import type { Sql } from '../../src/server/postgres/sql'
import { stored } from '../../src/server/store'
import { emptyDatabase } from './empty-database'

const functions = { people, library, insights, assessments, duty: dutyFunction, counselling, events }

/** Joined, but with a password nobody knows. */
const NO_PASSWORD = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`

/**
 * The whole cloud in one process: the real functions over an embedded database, real files in a folder of their own, and
 * a clock that only the test moves. Requests travel as JSON, as they do on any wire.
 */
export async function openHouse(start = '2026-03-10T02:00:00.000Z', open: () => Promise<Sql> = emptyDatabase) {
  const folder = await mkdtemp(join(tmpdir(), 'house-'))
  const sql = await open()
  const database: Database = await openDatabase(sql, stored)
  const files: Files = await openFiles(join(folder, 'files'))
  const keys: Keys = readKeys(generateKeys())
  const logged: (LogEntry | JobEntry)[] = []
  let now = new Date(start)
  let channel: Channel | undefined

  const send =
    (who: () => Promise<{ caller: Caller; expired: boolean }>, origin: string, openid?: string): Transport =>
    async (name, request) => {
      const reply = await functions[name](JSON.parse(JSON.stringify(request)), {
        ...(await who()),
        database,
        files,
        keys,
        now,
        requestId: nanoid(),
        origin,
        client: 'Firefox · Windows',
        ...(openid !== undefined && channel && { wechat: { openid, templates: channel.templates } }),
        log: (entry) => logged.push(entry),
      })
      return JSON.parse(JSON.stringify(reply))
    }

  const house = {
    /** Where its files lie. */
    folder,
    database,
    files,
    keys,
    logged,
    clock: {
      now: () => now,
      set: (instant: string) => {
        now = new Date(instant)
      },
      forward: (minutes: number) => {
        now = minutesLater(now, minutes)
      },
    },
    /** Somebody who shows this token or device key, or nothing. */
    bearing: (bearer?: string, origin = 'an address'): Api =>
      createApi(send(() => identify(bearer, { database, now }), origin)),
    /** An employee as WeChat would name them. */
    employee: (name: string): Api => createApi(house.wechat(name)),
    /** What WeChat carries for an employee, as `wx.cloud.callFunction` would. */
    wechat: (name: string): Transport =>
      send(
        async () => ({ caller: { kind: 'employee', personId: keys.hash('person', name) }, expired: false }),
        'an address',
        name,
      ),
    /** A member of staff who has signed in a moment ago. */
    staff: (login: string, name: string, ...roles: Role[]) =>
      house.staffIn(
        login,
        name,
        roles.map((role) => ({ role, branchId: CITY })),
      ),
    /** As `staff`, with roles that count in these branches only. */
    staffIn: async (login: string, name: string, grants: Grant[]) => {
      const member: StaffMember = {
        id: login,
        name,
        login,
        grants,
        active: true,
        passwordHash: NO_PASSWORD,
        createdAt: now.toISOString(),
        origin: login,
        waiting: null,
      }
      await database.open(staffStore).insert(member)
      const token = newSecret('s_')
      await database.open(sessionsStore).insert(openSession(secretId(token), member, 'Firefox · Windows', now))
      return house.bearing(token)
    },
    /** As if `what` had been used from this address until its limit. */
    useUp: async (what: string, origin: string) => {
      const id = `${what}.${keys.hash('attempt', `${what}\n${origin}`)}`
      const lockedUntil = minutesLater(now, 10).toISOString()
      await database
        .open(attemptsStore)
        .change(id, () => done({ write: { id, failures: 1, lockedUntil, lastAt: now.toISOString() }, reply: true }))
    },
    /** One minute of the clock's work. */
    tick: () =>
      runJobs({ database, files, keys, now, ...(channel && { channel }), log: (entry) => logged.push(entry) }),
    /** From here on messages can be handed to WeChat, as on its cloud. */
    openChannel: (opened: Channel) => {
      channel = opened
    },
    /** Every row of every table, as a thief of the database would have it; or those that say one of these plain words. */
    dump: async (...words: string[]): Promise<Record<string, unknown[]>> => {
      const tables = await sql.query("select table_name from information_schema.tables where table_schema = 'public'")
      const rows: Record<string, unknown[]> = {}
      for (const { table_name: name } of tables) {
        const saying = words.map((_, at) => `strpos(id || ' ' || doc::text, $${at + 1}) > 0`).join(' or ') || 'true'
        const stored = await sql.query(`select id, doc from "${String(name)}" where ${saying}`, words)
        rows[String(name)] = stored.map((row) => ({ id: row.id, ...(row.doc as object) }))
      }
      return rows
    },
    close: async () => {
      await sql.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return house
}

export type House = Awaited<ReturnType<typeof openHouse>>
