import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { append } from '../../cloudfunctions/_kit/ledger'
import { anchorLedgers } from '../../cloudfunctions/people/anchor-ledgers'
import { replayDestroyed } from '../../cloudfunctions/people/replay-destroyed'
import type { OpenServer } from '../../src/server/server'
import { DAY, keptHouse, withKeysOf } from './kept-house'

const root = mkdtempSync(join(tmpdir(), 'xinyi-anchors-'))
const backups = join(root, 'backups')
const house = keptHouse(join(root, 'data'))
const start = new Date('2026-03-10T02:00:00.000Z').getTime()
const at = (hours: number) => new Date(start + hours * 3_600_000)
let server: OpenServer

const lookAt = (personId: string, now: Date) =>
  append(
    personId,
    {
      ...{ by: 'hexin', byName: '何欣', approvedByName: '', twoPeople: false, role: 'supervisor' },
      ...{ branchId: 'city', what: 'profiles', reason: 'danger-to-life' },
    },
    { ...server, now },
  )
const clock = (now: Date) => anchorLedgers.run({ ...server, now, timeLeft: () => true })
const partsIn = (folder: string) => readdirSync(join(folder, 'ledger-anchors')).sort()
let dump = ''

beforeAll(async () => {
  server = await house.open()
  await replayDestroyed([]).run({ ...server, now: at(0), timeLeft: () => true })
  await lookAt('lin', at(0))
  await clock(at(2))
  expect((await house.run('backup', backups)).code).toBe(0)
  ;[dump = ''] = readdirSync(backups).filter((name) => /^\d{4}-/.test(name))
  await lookAt('lin', at(3))
  await lookAt('wang', at(3))
  await clock(at(5))
})
afterAll(async () => {
  await house.close()
  rmSync(root, { recursive: true, force: true })
})

describe('what was written down outside the database', () => {
  it('is copied beside the backups', async () => {
    expect(partsIn(backups)).toEqual(['1'])
    house.later(60_000)
    expect((await house.run('backup', backups)).code).toBe(0)
    expect(partsIn(backups)).toEqual(['1', '2'])
  })

  it('tells of a restore into the same house, and holds nothing against it that came after the backup', async () => {
    await house.close()
    expect((await house.run('restore', join(backups, dump), '--replace')).code).toBe(0)
    const now = await house.run('verify-ledger')
    expect([now.code, now.said]).toEqual([0, expect.stringContaining('was put back from a backup (just now)')])
    server = await house.open()
    await clock(at(6))
    const later = await house.run('verify-ledger')
    expect([later.code, later.said]).toEqual([0, expect.stringContaining(`(${at(6).toISOString()})`)])
    expect(partsIn(join(house.dataDir, 'files'))).toEqual(['1', '2', '3'])
  })

  it('comes back with a backup where the files were lost too, also when no person comes back any more', async () => {
    for (const days of [0, 8]) {
      const other = keptHouse(withKeysOf(house, join(root, `after ${days}`)), new Date(start + 2 * 3_600_000))
      other.later(days * DAY)
      expect((await other.run('restore', join(backups, dump))).code).toBe(0)
      expect(partsIn(join(other.dataDir, 'files'))).toEqual(['1', '2', 'put-back'])
      const { code, said } = await other.run('verify-ledger')
      expect({ days, code, said }).toEqual({ days, code: 0, said: expect.stringContaining('(just now)') })
    }
  })
})
