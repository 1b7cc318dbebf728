import { type ChildProcess, fork } from 'node:child_process'
import { Agent } from 'node:http'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { nanoid } from 'nanoid'
import type { Bill } from '../../cloudfunctions/_kit/bill'
import { type Bookers, EACH } from './bookers'
import { post } from './measure'

/** Issue 5: a hold and its confirmation together within 40 ms, nineteen times of twenty. */
const AIM = 40
const A_SECOND = 10
const WARM_UP = 60
const SECONDS = Number(process.env.BENCH_BOOK_SECONDS ?? 40)

const next = <T>(child: ChildProcess) =>
  new Promise<T>((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
const asked = <T>(child: ChildProcess, message: string): Promise<T> => {
  child.send(message)
  return next<T>(child)
}

type Booked = { hold: number; confirm: number; whole: boolean }

const at = (all: readonly number[], share: number) => {
  const sorted = all.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** One every so often, whether or not those before it were answered: as people do. */
async function evenly(amount: number, book: () => Promise<Booked>): Promise<Booked[]> {
  const begun = performance.now()
  const under: Promise<Booked>[] = []
  while (under.length < amount) {
    const due = Math.min(amount, Math.ceil(((performance.now() - begun) / 1000) * A_SECOND))
    while (under.length < due) under.push(book())
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return Promise.all(under)
}

const line = (name: string, ms: readonly number[]) =>
  `${name.padEnd(16)}${[0.5, 0.95, 0.99].map((share) => at(ms, share).toFixed(1).padStart(8)).join('')}`

async function bookOn(name: string, databaseUrl: string): Promise<number> {
  const serve = fileURLToPath(new URL('./serve.js', import.meta.url))
  const child = fork(serve, ['10'], { env: { ...process.env, BENCH_DATABASE_URL: databaseUrl } })
  const { url } = await next<{ url: string }>(child)
  const { keys, times } = await asked<Bookers>(child, `bookers ${Math.ceil((WARM_UP + A_SECOND * SECONDS) / EACH)}`)
  const agent = new Agent({ keepAlive: true })
  let turn = 0
  const book = async (): Promise<Booked> => {
    const [mine, key] = [times[turn], keys[turn % keys.length]]
    turn++
    const bookingId = nanoid(24).replace(/[^A-Za-z0-9]/g, 'x')
    const ask = async (action: string, data: unknown) => {
      const began = performance.now()
      const reply = await post(agent, `${url}/api/counselling`, { action, data }, key)
      return { ms: performance.now() - began, isDone: reply.includes('"ok":true') }
    }
    const hold = await ask('bookings.hold', { bookingId, mode: 'phone', ...mine })
    const confirm = await ask('bookings.confirm', { bookingId })
    return { hold: hold.ms, confirm: confirm.ms, whole: hold.isDone && confirm.isDone }
  }
  await evenly(WARM_UP, book)
  const booked = await evenly(A_SECOND * SECONDS, book)
  agent.destroy()
  const { bills } = await asked<{ bills: Record<string, Bill> }>(child, 'bills')
  child.send('end')
  const lost = booked.filter(({ whole }) => !whole).length
  const both = booked.map(({ hold, confirm }) => hold + confirm)
  console.log(
    `\n${name}, hold + confirm, ${A_SECOND} a second for ${SECONDS} s by ${keys.length} people, load ${loadavg()[0]?.toFixed(1)}`,
  )
  console.log(`${''.padEnd(16)}${['p50 ms', 'p95 ms', 'p99 ms'].map((word) => word.padStart(8)).join('')}`)
  console.log(
    line(
      'hold',
      booked.map(({ hold }) => hold),
    ),
  )
  console.log(
    line(
      'confirm',
      booked.map(({ confirm }) => confirm),
    ),
  )
  console.log(`${line('together', both)}   aim: p95 ≤ ${AIM} ms, not booked: ${lost}`)
  for (const action of ['bookings.hold', 'bookings.confirm']) {
    const bill = bills[action]
    console.log(`bill of ${action}: ${bill?.reads} reads, ${bill?.writes} writes, ${bill?.calls} calls`)
  }
  if (lost > 0) throw new Error('bookings were lost')
  return at(both, 0.5)
}

const embedded = await bookOn('PGlite', '')
const server = process.env.TEST_DATABASE_URL
if (server) {
  const median = await bookOn('PostgreSQL server', server)
  console.log(`\nmedians: PGlite ${(embedded / median).toFixed(1)} times that of the PostgreSQL server`)
} else console.log('\nPostgreSQL server: not measured here (TEST_DATABASE_URL is not set)')
