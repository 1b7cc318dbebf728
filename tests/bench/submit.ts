import { type ChildProcess, fork } from 'node:child_process'
import { Agent } from 'node:http'
import { fileURLToPath } from 'node:url'
import { nanoid } from 'nanoid'
import type { Bill } from '../../cloudfunctions/_kit/bill'
import { newest } from '../../src/domain/instruments/all'
import { post } from './measure'

/** What is asked for: milliseconds for a submission with its score, and two minutes of them with nothing lost. */
const AIM = 30
const A_SECOND = 50
const SECONDS = Number(process.env.BENCH_SUBMIT_SECONDS ?? 120)
const WARM_UP = 200

const instrument = newest('phq9')

const next = <T>(child: ChildProcess) =>
  new Promise<T>((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
const asked = <T>(child: ChildProcess, message: string): Promise<T> => {
  child.send(message)
  return next<T>(child)
}

const run = nanoid(20).replace(/[^A-Za-z0-9]/g, 'x')
let turn = 0
const submission = () => {
  const at = turn++
  return {
    action: 'results.submit',
    data: {
      resultId: `${run}${String(at).padStart(8, '0')}`,
      instrumentId: instrument.id,
      version: instrument.version,
      answers: Object.fromEntries(instrument.items.map(({ n }) => [n, (at + n) % 3])),
      sex: 'unsaid',
      adult: true,
    },
  }
}

type Sent = { ms: number; whole: boolean }

const at = (all: readonly Sent[], share: number) => {
  const sorted = all.map(({ ms }) => ms).sort((one, other) => one - other)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1)
}

/** A submission every so often, whether or not those before it were answered: as people do. */
async function evenly(amount: number, aSecond: number, send: () => Promise<Sent>): Promise<Sent[]> {
  const begun = performance.now()
  const under: Promise<Sent>[] = []
  while (under.length < amount) {
    const due = Math.min(amount, Math.ceil(((performance.now() - begun) / 1000) * aSecond))
    while (under.length < due) under.push(send())
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return Promise.all(under)
}

async function submitOn(name: string, databaseUrl: string) {
  const serve = fileURLToPath(new URL('./serve.js', import.meta.url))
  const child = fork(serve, ['10'], { env: { ...process.env, BENCH_DATABASE_URL: databaseUrl } })
  const { url } = await next<{ url: string }>(child)
  const { keys } = await asked<{ keys: string[] }>(child, 'takers')
  const { stored: before } = await asked<{ stored: number }>(child, 'results')
  const agent = new Agent({ keepAlive: true })
  let again = 0
  const send = async (): Promise<Sent> => {
    const began = performance.now()
    const key = keys[turn % keys.length]
    const body = submission()
    const once = () => post(agent, `${url}/api/assessments`, body, key)
    // A line that broke before the answer came: the phone sends the same taking again.
    const reply = await once().catch(() => {
      again++
      return once()
    })
    return { ms: performance.now() - began, whole: reply.includes('"complete":true') }
  }
  const warm = await evenly(WARM_UP, A_SECOND, send)
  const sent = await evenly(A_SECOND * SECONDS, A_SECOND, send)
  agent.destroy()
  const { stored } = await asked<{ stored: number }>(child, 'results')
  const { bills } = await asked<{ bills: Record<string, Bill> }>(child, 'bills')
  child.send('end')
  const lost = [...warm, ...sent].filter(({ whole }) => !whole).length
  const scored = warm.length + sent.length
  const bill = bills['results.submit']
  console.log(`\n${name}, submit + score, ${A_SECOND} a second for ${SECONDS} s by ${keys.length} people`)
  console.log(
    `p50 ${at(sent, 0.5)} ms   p95 ${at(sent, 0.95)} ms   p99 ${at(sent, 0.99)} ms   aim: p95 ≤ ${AIM} ms\n` +
      `sent ${scored}, sent again ${again}, not answered with a result ${lost}, stored ${stored - before}\n` +
      `bill of one: ${bill?.reads} reads, ${bill?.writes} writes, ${bill?.calls} calls`,
  )
  if (lost > 0 || stored - before !== scored) throw new Error('submissions were lost')
}

await submitOn('PGlite', '')
const server = process.env.TEST_DATABASE_URL
if (server) await submitOn('PostgreSQL server', server)
else console.log('\nPostgreSQL server: not measured here (TEST_DATABASE_URL is not set)')
