import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DataKey, keepFor } from '../../cloudfunctions/_kit/data-keys'
import type { Database } from '../../cloudfunctions/_kit/database'
import { devicesStore, secondFactorsStore, sessionsStore, staffStore } from '../../cloudfunctions/_kit/identity'
import { generateKeys, secretId } from '../../cloudfunctions/_kit/keys'
import { seal } from '../../cloudfunctions/_kit/sealing'
import { favouritesStore, piecesStore } from '../../cloudfunctions/library/store'
import { destroySecondFactor } from '../../cloudfunctions/people/second-factors'
import { done } from '../../src/domain/result'
import { openSession } from '../../src/domain/staff/session'
import { hashOfFile } from '../../src/server/backup/lines'
import { ownFolder } from '../../src/server/postgres/lock'
import type { OpenServer } from '../../src/server/server'
import { dataOf } from '../house/data-of'
import { DAY, keptHouse, personOwned, within, withKeysOf } from './kept-house'

const root = mkdtempSync(join(tmpdir(), 'xinyi-backup-'))
const backups = join(root, 'backups')
const house = keptHouse(join(root, 'data'))
type Person = Awaited<ReturnType<typeof house.person>> & { personId: string }
let server: OpenServer
let gone: Person
let staying: Person
let first = ''
let favourites: unknown

const dumps = () => readdirSync(backups).filter((name) => /^\d{4}-/.test(name))
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
const elsewhere = (name: string) => keptHouse(withKeysOf(house, join(root, name)), new Date('2026-03-10T03:00:00.000Z'))
const listed = async ({ api }: Pick<Person, 'api'>) =>
  dataOf(await api.favourites.list({})).cards.map(({ id }: { id: string }) => id)

/** With a password and a second factor, as somebody who came by a one-time link and set it up. */
async function joins(id: string) {
  const { database, keys } = server
  await database
    .open(staffStore)
    .change(id, (member) => done(member ? { write: { ...member, passwordHash: 'old' }, reply: true } : { reply: true }))
  const factor = { id, staffId: id, secret: 'A234', confirmedAt: '2026-03-10', lastStep: 1, recovery: [] }
  const factors = database.open(secondFactorsStore)
  const write = (key: DataKey) => factors.insert(seal(secondFactorsStore, factor, key))
  await keepFor(secondFactorsStore, id, { database, keys }, write, () => factors.remove(id))
}
const passwordsIn = (database: Database) =>
  Promise.all(['liusuqin', 'mazhiyuan'].map(async (id) => (await database.open(staffStore).get(id))?.passwordHash))

beforeAll(async () => {
  server = await house.open()
  const known = async (person: Awaited<ReturnType<typeof house.person>>) => {
    const device = await server.database.open(devicesStore).get(secretId(person.key))
    return { ...person, personId: device?.personId ?? '' }
  }
  gone = await known(await house.person('青竹'))
  staying = await known(await house.person('小舟'))
  const staff = await server.database.open(staffStore).get('zhoumin')
  if (!staff) throw new Error('the seed has no reviewer')
  await server.database.open(sessionsStore).insert(openSession('session', staff, 'Firefox', new Date()))
  for (const id of ['liusuqin', 'mazhiyuan']) await joins(id)
  favourites = await listed(staying)
})
afterAll(async () => {
  await house.close()
  rmSync(root, { recursive: true, force: true })
})

describe('a backup', () => {
  it('is made by the running server, and says what is not in it', async () => {
    const { code, said } = await house.run('backup', backups)
    expect(said).toContain('keys.json or XINYI_KEYS) are NOT in it')
    expect(said).toContain('kept 7 days')
    expect(code).toBe(0)
    ;[first = ''] = dumps()
    expect(dumps()).toHaveLength(1)
  })

  it('is for its owner alone, and holds neither keys nor anything of a person that can be read', async () => {
    const data = join(backups, first, 'data.ndjson.gz')
    const keys = join(backups, 'keys', `${first}.ndjson.gz`)
    expect([mode(data), mode(keys), mode(join(backups, first))]).toEqual(['600', '600', '700'])
    const text = gunzipSync(readFileSync(data)).toString()
    expect(text).toContain('["pieces",')
    expect(text).toContain('["favourites",')
    expect(text).not.toContain('["dataKeys",')
    for (const { key, personId } of [gone, staying])
      for (const secret of [key, personId, secretId(key), '青竹', '小舟']) expect(text).not.toContain(secret)
    const ring = JSON.parse(readFileSync(join(house.dataDir, 'keys.json'), 'utf8'))
    const all = gunzipSync(readFileSync(keys)).toString() + text
    for (const secret of [ring.index, ring.wrapping.k1]) expect(all).not.toContain(secret)
    const manifest = JSON.parse(readFileSync(join(backups, first, 'manifest.json'), 'utf8'))
    expect(manifest.counts).toMatchObject({ favourites: 4, devices: 2, profiles: 2, sessions: 1 })
    expect(manifest.files).toBeGreaterThan(5)
  })

  it('is refused while another is being made into the same folder, and changes nothing then', async () => {
    const owned = ownFolder(backups)
    const { code, said } = await house.run('backup', backups)
    owned.release()
    expect([code, dumps()]).toEqual([1, [first]])
    expect(said).toContain('Another backup')
  })

  it('of which only half was written is no backup, and is gone a day later', async () => {
    const half = join(backups, '2026-03-09T01-00-00-000Z.unfinished')
    cpSync(join(backups, first), half, { recursive: true })
    expect((await elsewhere('half').run('restore', half)).code).toBe(1)
    house.later(60_000)
    expect((await house.run('backup', backups)).code).toBe(0)
    expect(existsSync(half)).toBe(false)
  })

  it('is refused while there is anything from before there were keys, which it would leave out', async () => {
    const old = { id: 'somebody.piece', personId: 'somebody', pieceId: 'piece', addedAt: '2026-01-01T00:00:00.000Z' }
    const stored = server.database.open(favouritesStore)
    await stored.insert(old)
    house.later(60_000)
    const before = dumps()
    const { code, said } = await house.run('backup', backups)
    expect([code, dumps()]).toEqual([1, before])
    expect(said).toContain('no data key yet')
    await stored.remove(old.id)
  })

  it('copies no file a second time', async () => {
    const two = readdirSync(join(backups, 'files'))
    const inodes = () => two.flatMap((name) => readdirSync(join(backups, 'files', name))).length
    const before = inodes()
    house.later(60_000)
    expect((await house.run('backup', backups)).code).toBe(0)
    expect(inodes()).toBe(before)
  })
})

describe('a restore', () => {
  beforeAll(async () => {
    dataOf(await gone.api.privacy.destroy({ number: 'abcdefghij1234567890', kinds: [], account: true }))
    const { database, keys, files } = server
    await destroySecondFactor('liusuqin', { database, keys, files, now: new Date() })
    house.later(60_000)
    // The backup that is restored is older than the destruction; this one brings the list of destroyed keys.
    expect((await house.run('backup', backups)).code).toBe(0)
  })

  it('brings back everybody but those who destroyed what was theirs', async () => {
    const restored = elsewhere('restored')
    const { code, said } = await restored.run('restore', join(backups, first))
    expect(said).toMatch(/\d+ documents stay gone/)
    expect(said).toContain('everybody signs in again')
    expect(code).toBe(0)
    await within(restored.dataDir, async (_, text) => {
      for (const secret of [gone.personId, secretId(gone.key), '青竹']) expect(text).not.toContain(secret)
      expect(text).toContain(staying.personId)
    })
    // Whose second factor ended since has no way in by the password of then.
    expect(await within(restored.dataDir, passwordsIn)).toEqual(['', 'old'])
    expect(said).toContain('liusuqin')
    const server = await restored.open()
    try {
      const back = { api: restored.bearing(staying.key) }
      expect(await listed(back)).toEqual(favourites)
      expect(dataOf(await back.api.profile.show({}))).toMatchObject({ nickname: '小舟' })
      expect(await restored.bearing(gone.key).profile.show({})).toMatchObject({ ok: false })
      expect(await server.database.open(sessionsStore).get('session')).toBeUndefined()
      const media = readdirSync(join(backups, 'files')).flatMap((two) => readdirSync(join(backups, 'files', two)))
      expect((await fetch(`${server.url}/files/${media[0]}`)).status).toBe(200)
      expect((await restored.run('verify-ledger')).code).toBe(0)
    } finally {
      await restored.close()
    }
  })

  it('is refused where there is data, and where a server runs, and takes its place when told to', async () => {
    const restored = keptHouse(join(root, 'restored'), new Date('2026-03-10T03:00:00.000Z'))
    const refused = await restored.run('restore', join(backups, first))
    expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('--replace')])
    expect((await restored.run('restore', join(backups, first), '--replace')).code).toBe(0)
    const running = await house.run('restore', join(backups, first), '--replace')
    expect([running.code, running.said]).toEqual([1, expect.stringContaining(`in use by process ${process.pid}`)])
  })

  it('needs the keys the backup was made with', async () => {
    const without = await keptHouse(join(root, 'no-keys')).run('restore', join(backups, first))
    expect([without.code, without.said]).toEqual([1, expect.stringContaining('keys.json back first')])
    const others = elsewhere('other-keys')
    writeFileSync(join(others.dataDir, 'keys.json'), generateKeys())
    const wrong = await others.run('restore', join(backups, first))
    expect([wrong.code, wrong.said]).toEqual([1, expect.stringContaining('not those of this backup')])
    expect(existsSync(join(others.dataDir, 'postgres'))).toBe(false)
  })

  const manifestOf = (folder: string) => join(folder, first, 'manifest.json')
  const rewritten = async (folder: string) => {
    const manifest = JSON.parse(readFileSync(manifestOf(folder), 'utf8'))
    manifest.sha256.data = await hashOfFile(join(folder, first, 'data.ndjson.gz'))
    writeFileSync(manifestOf(folder), JSON.stringify(manifest))
  }
  const cut = (path: string) => truncateSync(path, statSync(path).size - 20)
  it.each<[string, (folder: string) => unknown]>([
    ['cut off', (folder) => cut(join(folder, first, 'data.ndjson.gz'))],
    ['longer than it was', (folder) => appendFileSync(join(folder, first, 'data.ndjson.gz'), 'x')],
    [
      'changed together with its hash',
      (folder) => {
        appendFileSync(join(folder, first, 'data.ndjson.gz'), 'x')
        return rewritten(folder)
      },
    ],
    ['without its data', (folder) => rmSync(join(folder, first, 'data.ndjson.gz'))],
    ['with data keys that were cut off', (folder) => cut(join(folder, 'keys', `${first}.ndjson.gz`))],
    ['with a manifest that is no longer whole', (folder) => cut(manifestOf(folder))],
    [
      'with a file that is damaged',
      (folder) => {
        const two = readdirSync(join(folder, 'files'))[0] ?? ''
        const name = readdirSync(join(folder, 'files', two))[0] ?? ''
        appendFileSync(join(folder, 'files', two, name), 'x')
      },
    ],
  ])('refuses a dump that is %s, before anything is written', async (_, spoil) => {
    const copy = join(root, 'copy')
    rmSync(copy, { recursive: true, force: true })
    cpSync(backups, copy, { recursive: true })
    await spoil(copy)
    const empty = elsewhere('empty')
    const { code, said } = await empty.run('restore', join(copy, first))
    expect([code, said]).toEqual([1, expect.stringContaining('Nothing was written')])
    expect(readdirSync(empty.dataDir)).toEqual(['keys.json'])
  })

  it('after the seven days brings back nothing of anybody, and everything else', async () => {
    const copy = join(root, 'late')
    cpSync(backups, copy, { recursive: true })
    const late = elsewhere('late-data')
    late.later(8 * DAY)
    const { code, said } = await late.run('restore', join(copy, first))
    expect(said).toContain('data keys of this backup are gone')
    expect(code).toBe(0)
    expect(readdirSync(join(copy, 'keys'))).toEqual([])
    await within(late.dataDir, async (database, text) => {
      for (const { personId, key } of [gone, staying])
        for (const secret of [personId, secretId(key)]) expect(text).not.toContain(secret)
      for (const name of personOwned) expect(text).not.toContain(`"${name}"`)
      expect(await passwordsIn(database)).toEqual(['', ''])
      expect(await database.open(piecesStore).count({ index: 'byChange' })).toBeGreaterThan(5)
    })
  })
})

describe('backups that are made again and again', () => {
  it('lose their data keys after seven days, and themselves after thirty with the files only they had', async () => {
    const copy = join(root, 'kept-long')
    cpSync(backups, copy, { recursive: true })
    const only = join(copy, 'files', 'ab', `${'ab'.repeat(32)}.png`)
    cpSync(join(copy, first, 'manifest.json'), only, { recursive: true })
    house.later(7 * DAY)
    const week = await house.run('backup', copy)
    expect(week.said).toMatch(/data keys of \d+ backups, 0 whole/)
    expect(readdirSync(join(copy, 'keys'))).toHaveLength(1)
    expect(existsSync(join(copy, first))).toBe(true)
    house.later(24 * DAY)
    const month = await house.run('backup', copy)
    expect(month.said).toMatch(/[1-9]\d* whole backups/)
    expect(existsSync(join(copy, first))).toBe(false)
    expect(existsSync(only)).toBe(false)
  })
})
