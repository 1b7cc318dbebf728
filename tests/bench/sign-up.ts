import { type ChildProcess, fork } from 'node:child_process'
import { Agent } from 'node:http'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Bill } from '../../cloudfunctions/_kit/bill'
import { post } from './measure'
import type { Door } from './signers'

/** A city's open day as sign-up opens: so many in the first five minutes, of whom so many at the very instant. */
const PEOPLE = 5000
const AT_ONCE = 300
const SEATS = 30
const SECONDS = Number(process.env.BENCH_SIGN_UP_SECONDS ?? 300)

const next = <T>(child: ChildProcess) =>
  new Promise<T>((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
const asked = <T>(child: ChildProcess, message: string): Promise<T> => {
  child.send(message)
  return next<T>(child)
}

type Answer = { ms: number; state: string; place: number | null }

const at = (all: readonly Answer[], share: number) => {
  const sorted = all.map(({ ms }) => ms).sort((one, other) => one - other)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1).padStart(9)
}

/** One every so often, whether or not those before it were answered: as people do. */
async function evenly(amount: number, aSecond: number, ask: (turn: number) => Promise<Answer>): Promise<Answer[]> {
  const begun = performance.now()
  const under: Promise<Answer>[] = []
  while (under.length < amount) {
    const due = Math.min(amount, Math.ceil(((performance.now() - begun) / 1000) * aSecond))
    while (under.length < due) under.push(ask(under.length))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return Promise.all(under)
}

async function signUpOn(name: string, databaseUrl: string) {
  const serve = fileURLToPath(new URL('./serve.js', import.meta.url))
  const child = fork(serve, ['10'], { env: { ...process.env, BENCH_DATABASE_URL: databaseUrl } })
  const { url } = await next<{ url: string }>(child)
  const { eventId, keys } = await asked<{ eventId: string; keys: string[] }>(child, `door ${PEOPLE}`)
  const agent = new Agent({ keepAlive: true })
  let again = 0
  const ask = async (turn: number): Promise<Answer> => {
    const began = performance.now()
    const data = { eventId, places: 1, shares: [], trade: 'transport', answers: [] }
    const once = () => post(agent, `${url}/api/events`, { action: 'signups.join', data }, keys[turn])
    // A line that broke, or a server that says it is busy: the phone asks the same again.
    let reply = await once().catch(() => '')
    for (; !reply.includes('"ok":true') && again < PEOPLE; again++) reply = await once().catch(() => '')
    const { state = 'unanswered', place = null } = reply ? (JSON.parse(reply).data ?? {}) : {}
    return { ms: performance.now() - began, state, place }
  }
  const begun = performance.now()
  const rest = PEOPLE - AT_ONCE
  const [crowd, others] = await Promise.all([
    Promise.all(Array.from({ length: AT_ONCE }, (_, turn) => ask(turn))),
    evenly(rest, rest / SECONDS, (turn) => ask(AT_ONCE + turn)),
  ])
  const took = (performance.now() - begun) / 1000
  agent.destroy()
  const door = await asked<Door>(child, `look ${eventId}`)
  const { bills } = await asked<{ bills: Record<string, Bill> }>(child, 'bills')
  child.send('end')
  const all = [...crowd, ...others]
  const bill = bills['signups.join']
  console.log(
    `\n${name}, ${PEOPLE} people for ${SEATS} seats, ${AT_ONCE} of them at once, the others within ${SECONDS} s, load ${loadavg()[0]?.toFixed(1)}`,
  )
  console.log(`${''.padEnd(16)}${['p50 ms', 'p95 ms', 'p99 ms'].map((word) => word.padStart(9)).join('')}`)
  for (const [who, some] of [[`${AT_ONCE} at once`, crowd] as const, ['the others', others] as const])
    console.log(`${who.padEnd(16)}${[0.5, 0.95, 0.99].map((share) => at(some, share)).join('')}`)
  const crowdTook = Math.max(...crowd.map(({ ms }) => ms)) / 1000
  console.log(
    `throughput: ${(AT_ONCE / crowdTook).toFixed(0)} a second of those at once, ${(PEOPLE / took).toFixed(1)} over all; asked again ${again}\n` +
      `seats taken ${door.holders}, left ${door.left}; signed up ${door.seated}, in the line ${door.waiting}, in ${door.turns} turns, of ${door.people} people\n` +
      `bill of one: ${bill?.reads} reads, ${bill?.writes} writes, ${bill?.calls} calls`,
  )
  const told = (state: string) => all.filter((one) => one.state === state).length
  const isTrue =
    door.seated === SEATS &&
    door.holders === SEATS &&
    door.left === 0 &&
    door.waiting === PEOPLE - SEATS &&
    door.turns === PEOPLE &&
    door.people === PEOPLE &&
    told('seated') === SEATS &&
    told('waiting') === PEOPLE - SEATS &&
    all.every(({ state, place }) => (state === 'waiting') === (place !== null && place >= 1))
  if (!isTrue) throw new Error('somebody was told what is not so, or seats were lost')
}

await signUpOn('PGlite', '')
const server = process.env.TEST_DATABASE_URL
if (server) await signUpOn('PostgreSQL server', server)
else console.log('\nPostgreSQL server: not measured here (TEST_DATABASE_URL is not set)')
