import { randomBytes } from 'node:crypto'
import fs, { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/server/postgres/database'
import { DataInUse, ownFolder } from '../../src/server/postgres/lock'
import { openPglite } from '../../src/server/postgres/pglite'
import { openChildren } from './owner/children'
import { accountsStore, times } from './suite/stage'

const MINUTE = 60_000
const MEGABYTE = 1024 * 1024

let root = ''
let children: Awaited<ReturnType<typeof openChildren>>

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'owner-'))
  children = await openChildren()
})
afterAll(() => {
  children?.close()
  rmSync(root, { recursive: true, force: true })
})

const newFolder = () => mkdtempSync(join(root, 'data-'))

const ownersIn = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('owner.'))

const refusalOf = (folder: string): unknown => {
  try {
    ownFolder(folder).release()
    return undefined
  } catch (error) {
    return error
  }
}

async function until(what: () => boolean): Promise<void> {
  while (!what()) await setTimeout(1)
}

/** Opens the folder in this process, proves that it keeps what it is given, and closes it. */
async function works(folder: string): Promise<void> {
  for (const expected of ['inserted', 'duplicate']) {
    const sql = await openPglite(folder)
    const accounts = (await openDatabase(sql, [accountsStore])).open(accountsStore)
    expect(await accounts.insert({ id: 'kept', balance: 1 })).toBe(expected)
    await sql.close()
  }
}

describe('one process owns the folder', () => {
  it('refuses a second process while the first lives, and names it', async () => {
    const folder = newFolder()
    const first = children.start('own', folder)
    expect(await first.tells(1)).toEqual(['owner'])
    const refusal = refusalOf(folder)
    expect(refusal).toBeInstanceOf(DataInUse)
    expect((refusal as DataInUse).pid).toBe(first.pid)
    expect((refusal as DataInUse).message).toContain(String(first.pid))
    const [second] = await children.start('own', folder).tells(1)
    expect(second).toContain(`in use by process ${first.pid}`)
    await first.kill()
  })

  it('refuses a second time in the same process, until it is given back', () => {
    const folder = newFolder()
    const owned = ownFolder(folder)
    expect((refusalOf(folder) as DataInUse).pid).toBe(process.pid)
    owned.release()
    expect(refusalOf(folder)).toBeUndefined()
  })

  it('takes over from a process that was killed, and leaves one file behind', async () => {
    const folder = newFolder()
    for (const _ of times(3, (index) => index)) {
      const first = children.start('own', folder)
      await first.tells(1)
      await first.kill()
    }
    expect(refusalOf(folder)).toBeUndefined()
    expect(ownersIn(folder)).toEqual(['owner.4'])
  })

  it('takes over from an earlier process with the pid of a living one', () => {
    const folder = newFolder()
    const owned = ownFolder(folder)
    const file = join(folder, 'owner.1')
    const me = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...me, startedAt: String(Number(me.startedAt) - 1) }))
    expect(refusalOf(folder)).toBeUndefined()
    owned.release()
  })

  it('takes over from before the machine was started again, and from a file that was never filled', () => {
    for (const text of [JSON.stringify({ pid: process.pid, startedAt: null, boot: 'another' }), '']) {
      const folder = newFolder()
      writeFileSync(join(folder, 'owner.1'), text)
      expect(refusalOf(folder)).toBeUndefined()
    }
  })

  it('lets exactly one of several take over what a dead process left', async () => {
    for (const _ of times(3, (index) => index)) {
      const folder = newFolder()
      const dead = children.start('own', folder)
      await dead.tells(1)
      await dead.kill()
      const heirs = times(6, () => children.start('own', folder))
      const told = await Promise.all(heirs.map(async (heir) => (await heir.tells(1))[0]))
      expect(told.filter((line) => line === 'owner')).toHaveLength(1)
      expect(told.filter((line) => line?.startsWith('refused'))).toHaveLength(5)
      await Promise.all(heirs.map((heir) => heir.kill()))
    }
  })

  it(
    'keeps a second process from the database, and lets it in after the first closed',
    async () => {
      const folder = newFolder()
      const sql = await openPglite(folder)
      await expect(openPglite(folder)).rejects.toThrow(DataInUse)
      const [told] = await children.start('own', folder).tells(1)
      expect(told).toContain(`in use by process ${process.pid}`)
      await sql.close()
      await (await openPglite(folder)).close()
    },
    MINUTE,
  )
})

describe('a folder', () => {
  it(
    'is written to the disk with every commit',
    async () => {
      const sql = await openPglite(join(root, 'long-lived'))
      const accounts = (await openDatabase(sql, [accountsStore])).open(accountsStore)
      const { fsyncSync } = fs
      let synced = 0
      fs.fsyncSync = (file) => {
        synced++
        fsyncSync(file)
      }
      syncBuiltinESMExports()
      try {
        for (const index of times(10, (index) => index)) {
          await accounts.insert({ id: `synced-${index}`, balance: 1 })
          expect(synced).toBeGreaterThan(index)
        }
      } finally {
        fs.fsyncSync = fsyncSync
        syncBuiltinESMExports()
      }
      await sql.close()
    },
    MINUTE * 2,
  )

  it(
    'does not grow with what was written long ago',
    async () => {
      const folder = join(root, 'long-lived')
      const sql = await openPglite(folder)
      const accounts = (await openDatabase(sql, [accountsStore])).open(accountsStore)
      const log = join(folder, 'postgres', 'pg_wal')
      const written = async () => Number((await sql.query(`select pg_current_wal_lsn() - '0/0' as bytes`))[0]?.bytes)
      const before = await written()
      while ((await written()) - before < 160 * MEGABYTE) {
        const id = randomBytes(1000).toString('hex')
        await sql.query(`select pg_logical_emit_message(false, $1, $2)`, [id.slice(0, 9), id.repeat(250)])
        await accounts.insert({ id: id.slice(0, 40), balance: 1 })
      }
      const segments = readdirSync(log).filter((name) => /^[0-9A-F]{24}$/.test(name))
      expect(segments.length * 16).toBeLessThanOrEqual(128)
      await sql.close()
    },
    2 * MINUTE,
  )
})

describe('kill -9', () => {
  const moments: [string, (folder: string) => boolean][] = [
    ['as the folder of the database appears', (folder) => existsSync(join(folder, 'postgres.creating'))],
    ['with its first files', (folder) => existsSync(join(folder, 'postgres.creating', 'base'))],
    ['with half of its files', (folder) => existsSync(join(folder, 'postgres.creating', 'pg_xact', '0000'))],
    ['as it gets its name', (folder) => existsSync(join(folder, 'postgres'))],
  ]

  it.each(moments)(
    'during the first creation, %s, is recovered from',
    async (_, reached) => {
      const folder = join(newFolder(), 'data')
      mkdirSync(folder)
      const child = children.start('open', folder)
      await until(() => reached(folder))
      await child.kill()
      expect(child.told).toEqual([])
      await works(folder)
      expect(readdirSync(folder).filter((name) => !name.startsWith('owner.'))).toEqual(['postgres'])
    },
    5 * MINUTE,
  )

  it(
    'under load loses no acknowledged insert, three times over',
    async () => {
      const folder = newFolder()
      await (await openPglite(folder)).close()
      const acknowledged: string[] = []
      for (const round of times(3, (index) => index)) {
        const child = children.start('insert', folder)
        await child.tells(30 + round * 40)
        await child.kill()
        acknowledged.push(...child.told)
        const sql = await openPglite(folder)
        const rows = await sql.query(`select id, doc->>'id' as inside from "${accountsStore.name}"`)
        const kept = new Set(rows.map(({ id }) => id))
        expect(acknowledged.filter((id) => !kept.has(id))).toEqual([])
        expect(rows.every(({ id, inside }) => id === inside)).toBe(true)
        const accounts = (await openDatabase(sql, [accountsStore])).open(accountsStore)
        expect(await accounts.insert({ id: `after-${round}`, balance: 0 })).toBe('inserted')
        await sql.close()
      }
      expect(acknowledged.length).toBeGreaterThanOrEqual(30 + 70 + 110)
    },
    5 * MINUTE,
  )
})
