import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bill } from '../../cloudfunctions/_kit/bill'
import type { StaffCaller } from '../../cloudfunctions/_kit/caller'
import { generateKeys, readKeys } from '../../cloudfunctions/_kit/keys'
import { branchesStore } from '../../cloudfunctions/people/branches-store'
import { people } from '../../cloudfunctions/people/serve'
import { createApi } from '../../src/contract/client'
import { MOST_LINES } from '../../src/contract/imports'
import { CITY } from '../../src/domain/branches/words'
import { openFiles } from '../../src/server/files-on-disk'
import { openDatabase } from '../../src/server/postgres/database'
import { openPglite } from '../../src/server/postgres/pglite'
import { seedBranches } from '../../src/server/seed/branches'
import { stored } from '../../src/server/store'

const LINES = Number(process.env.BENCH_LINES ?? 400_000)
const megabytes = (bytes: number) => String(Math.round(bytes / 1024 / 1024)).padStart(8)

/** A whole city's list, as a manager's browser sends it: one piece after another, a card and a phone number in each line. */
const folder = mkdtempSync(join(tmpdir(), 'bench-import-'))
const sql = await openPglite(folder)
const database = await openDatabase(sql, stored)
const keys = readKeys(generateKeys())
const files = await openFiles(join(folder, 'files'))
const branches = seedBranches(new Date().toISOString())
await database.open(branchesStore).insertMany(branches)
const codes = branches.filter(({ kind }) => kind === 'unit' || kind === 'station').map(({ code }) => code)
const caller: StaffCaller = {
  ...{ kind: 'staff', staffId: 'bench', name: '导入的人', login: 'bench', sessionId: 'bench', expiresAt: '' },
  ...{ roles: ['manager'], grants: [{ role: 'manager', branchId: CITY }] },
}
let bill: Bill = { reads: 0, writes: 0, calls: 0 }
const api = createApi(async (_, request) => {
  const reply = await people(JSON.parse(JSON.stringify(request)), {
    ...{ caller, expired: false, database, files, keys, now: new Date() },
    ...{ requestId: 'bench', origin: '', client: 'bench' },
    log: (entry) => {
      if (entry.action === 'imports.piece') bill = entry.bill
      if (entry.fault) console.log(entry.fault)
    },
  })
  return JSON.parse(JSON.stringify(reply))
})
const lineAt = (line: number) => ({
  branchCode: codes[line % codes.length] ?? '',
  card: `SY${String(line).padStart(8, '0')}`,
  identity: '',
  phone: `138${String(line).padStart(8, '0')}`,
})

async function took(importId: string): Promise<void> {
  const startedAt = performance.now()
  const workedBefore = process.cpuUsage()
  const memory = (when: string) => {
    const { heapUsed, rss } = process.memoryUsage()
    const { user, system } = process.cpuUsage(workedBefore)
    const times = [performance.now() - startedAt, (user + system) / 1000].map((ms) =>
      (ms / 1000).toFixed(1).padStart(8),
    )
    console.log(
      `${when.padEnd(8)}${times[0]} s${times[1]} s of a processor${megabytes(heapUsed)} MB heap${megabytes(rss)} MB in all`,
    )
  }
  memory('start')
  const begun = await api.imports.begin({ branchId: CITY, importId, mode: 'add', fileName: 'city.csv', lines: LINES })
  if (!begun.ok) throw new Error(begun.code)
  const slowest = { ms: 0 }
  for (let number = 0; number * MOST_LINES < LINES; number++) {
    const from = number * MOST_LINES
    const lines = Array.from({ length: Math.min(MOST_LINES, LINES - from) }, (_, index) => lineAt(from + index))
    const askedAt = performance.now()
    const reply = await api.imports.piece({ importId, number, lines })
    if (!reply.ok) throw new Error(reply.code)
    slowest.ms = Math.max(slowest.ms, performance.now() - askedAt)
    if (from < LINES / 2 && from + MOST_LINES >= LINES / 2) memory('middle')
  }
  const ended = await api.imports.finish({ importId })
  if (!ended.ok) throw new Error(ended.code)
  memory('end')
  const seconds = (performance.now() - startedAt) / 1000
  const { added, already, refused } = ended.data
  console.log(`${(LINES / seconds).toFixed(0)} lines/s, ${added} added, ${already} already there, ${refused} refused`)
  console.log(`slowest piece ${slowest.ms.toFixed(0)} ms`)
}

console.log(`\nPGlite, a list of ${LINES} lines in pieces of ${MOST_LINES}, two numbers a line`)
await took('thefirstimport000')
console.log('\nthe same list again')
await took('theseconimport000')
console.log(`\na piece costs ${bill.reads} reads, ${bill.writes} writes, ${bill.calls} calls`)
await sql.close()
rmSync(folder, { recursive: true })
