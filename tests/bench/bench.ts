import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { nanoid } from 'nanoid'
import type { Bill } from '../../cloudfunctions/_kit/bill'
import { type Asked, type Measured, measure } from './measure'
import { REVEAL_AIM, type Revealed } from './reveal'

const PIECES = 10_000
const READERS = 16
const SECONDS = Number(process.env.BENCH_SECONDS ?? 6)

const next = <T>(child: ChildProcess) =>
  new Promise<T>((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })

const asks = (ids: string[]): Asked[] => {
  let turn = 0
  const some = () => ids[turn++ % ids.length] as string
  return [
    { name: 'library', action: 'pieces.home', data: () => ({}) },
    { name: 'library', action: 'pieces.list', data: () => ({ topic: 'sleep' }) },
    { name: 'library', action: 'pieces.open', data: () => ({ pieceId: some() }) },
    {
      name: 'insights',
      action: 'tallies.record',
      data: () => ({
        batchId: nanoid(24),
        tallies: [{ pieceId: some(), hour: '2026-11-22T15', reads: 1, seconds: 40 }],
      }),
    },
  ]
}

const shown = (measured: Measured) =>
  [
    measured.perSecond.toFixed(0),
    measured.p50.toFixed(1),
    measured.p95.toFixed(1),
    measured.p99.toFixed(1),
    String(measured.failed),
  ]
    .map((text) => text.padStart(8))
    .join('')

async function benchOn(name: string, databaseUrl: string) {
  const serve = fileURLToPath(new URL('./serve.js', import.meta.url))
  const child = fork(serve, [String(PIECES)], { env: { ...process.env, BENCH_DATABASE_URL: databaseUrl } })
  const { url, ids } = await next<{ url: string; ids: string[] }>(child)
  console.log(`\n${name}, ${PIECES} pieces, ${READERS} at once, ${SECONDS} s each`)
  console.log(
    `${'action'.padEnd(16)}${['req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'failed'].map((word) => word.padStart(8)).join('')}`,
  )
  for (const asked of asks(ids)) {
    await measure(url, asked, READERS, Math.min(2, SECONDS))
    console.log(`${asked.action.padEnd(16)}${shown(await measure(url, asked, READERS, SECONDS))}`)
  }
  child.send('reveals')
  const { measured: reveals } = await next<{ measured: Revealed[] }>(child)
  console.log(
    `\n${'reveal + ledger'.padEnd(16)}${['p50 ms', 'p95 ms', 'p99 ms'].map((word) => word.padStart(8)).join('')}`,
  )
  for (const { atOnce, p50, p95, p99 } of reveals)
    console.log(
      `${`${atOnce} at once`.padEnd(16)}${[p50, p95, p99].map((ms) => ms.toFixed(1).padStart(8)).join('')}   aim: p95 ≤ ${REVEAL_AIM} ms`,
    )
  child.send('bills')
  const { bills } = await next<{ bills: Record<string, Bill> }>(child)
  console.log(`\n${'bill'.padEnd(16)}${['reads', 'writes', 'calls'].map((word) => word.padStart(8)).join('')}`)
  for (const [action, bill] of Object.entries(bills))
    console.log(
      `${action.padEnd(16)}${[bill.reads, bill.writes, bill.calls].map((amount) => String(amount).padStart(8)).join('')}`,
    )
  child.send('end')
}

await benchOn('PGlite', '')
const server = process.env.TEST_DATABASE_URL
if (server) await benchOn('PostgreSQL server', server)
else console.log('\nPostgreSQL server: not measured here (TEST_DATABASE_URL is not set)')
