import { type ChildProcess, fork } from 'node:child_process'
import { Agent } from 'node:http'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { nanoid } from 'nanoid'
import type { Bill } from '../../cloudfunctions/_kit/bill'
import type { Talkers } from '../durability/talkers'
import { post } from './measure'
import { type Busy, between, type Usage, usage } from './usage'

/** A message is stored within this, nineteen times of twenty, with sixteen who send at once. */
const AIM = 20
/** And the other side has it, by the doorbell and a pull, within this. */
const DELIVERY_AIM = 1_000
const SENDERS = 16
const SECONDS = Number(process.env.BENCH_SEND_SECONDS ?? 20)
const WARM_UP = 3

const next = <T>(child: ChildProcess) =>
  new Promise<T>((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
const asked = <T>(child: ChildProcess, message: string): Promise<T> => {
  child.send(message)
  return next<T>(child)
}

const line = (name: string, ms: readonly number[]) => {
  const sorted = ms.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return `${name.padEnd(16)}${[0.5, 0.95, 0.99].map((share) => at(share).toFixed(1).padStart(8)).join('')}`
}

type Reply = { ok: boolean; data: { number: number; messages: { id: string; number: number }[]; more: boolean } }

async function sendOn(name: string, databaseUrl: string) {
  const serve = fileURLToPath(new URL('./serve.js', import.meta.url))
  const child = fork(serve, ['10'], { env: { ...process.env, BENCH_DATABASE_URL: databaseUrl } })
  const { url } = await next<{ url: string }>(child)
  const { people, counsellors } = await asked<Talkers>(child, `talkers ${SENDERS}`)
  const agent = new Agent({ keepAlive: true })
  const ask = async (action: string, data: unknown, bearer: string) =>
    JSON.parse(await post(agent, `${url}/api/counselling`, { action, data }, bearer)) as Reply
  const sentAt = new Map<string, number>()
  const answered: number[] = []
  const delivered: number[] = []
  let failed = 0

  const cut = new AbortController()
  /** A workbench: pulls when it is rung, and notes when each message has come. */
  const listen = async ({ bearer, chatIds }: Talkers['people'][number]) => {
    const after = new Map(chatIds.map((chatId) => [chatId, 0]))
    const headers = { authorization: `Bearer ${bearer}` }
    const bell = await fetch(`${url}/api/doorbell`, { headers, signal: cut.signal })
    if (!bell.ok) throw new Error('the doorbell does not listen')
    const look = async () => {
      for (const chatId of chatIds)
        for (let more = true; more; ) {
          const { data } = await ask('workbench.pull', { chatId, after: after.get(chatId) }, bearer)
          for (const { id, number } of data.messages) {
            delivered.push(performance.now() - (sentAt.get(id) ?? Number.NaN))
            after.set(chatId, number)
          }
          more = data.more
        }
    }
    for await (const chunk of bell.body ?? []) if (new TextDecoder().decode(chunk).includes('ring')) await look()
  }

  /** One after the other in each conversation; `pauseMs` between two, as somebody who writes. */
  const send = (seconds: number, pauseMs: number) => {
    const until = performance.now() + seconds * 1000
    return Promise.all(
      people.map(async ({ bearer, chatIds: [chatId] }) => {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * pauseMs))
        while (performance.now() < until) {
          const messageId = nanoid(24).replace(/[^A-Za-z0-9]/g, 'x')
          const began = performance.now()
          sentAt.set(messageId, began)
          const reply = await ask('chats.send', { chatId, messageId, text: '最近总是睡不好，想找人说说。' }, bearer)
          answered.push(performance.now() - began)
          if (!reply.ok) failed++
          await new Promise((resolve) => setTimeout(resolve, pauseMs))
        }
      }),
    )
  }

  const listening = Promise.all(counsellors.map(listen)).catch((error: unknown) => {
    if (!cut.signal.aborted) throw error
  })
  const report = (how: string, { server, asking }: Record<'server' | 'asking', Busy>) => {
    const rate = (answered.length / SECONDS).toFixed(0)
    console.log(`\n${name}, ${SENDERS} at once, ${how}, ${SECONDS} s, load ${loadavg()[0]?.toFixed(1)}`)
    console.log(`${''.padEnd(16)}${['p50 ms', 'p95 ms', 'p99 ms'].map((word) => word.padStart(8)).join('')}`)
    console.log(
      `${line('send', answered)}   aim: p95 ≤ ${AIM} ms, ${answered.length} sent, ${rate} a second, ${failed} failed`,
    )
    console.log(`${line('delivery', delivered)}   aim: p95 ≤ ${DELIVERY_AIM} ms, ${delivered.length} arrived`)
    const each = (busy: Busy) =>
      `busy ${(busy.share * 100).toFixed(0)} %, ${(busy.cpuMs / answered.length).toFixed(2)} ms of processor a message`
    console.log(`server ${each(server)}; those who ask, on the same machine, ${each(asking)}`)
  }
  const measure = async (how: string, pauseMs: number) => {
    await send(WARM_UP, pauseMs)
    await arrived()
    answered.length = 0
    delivered.length = 0
    failed = 0
    const before = { server: await asked<Usage>(child, 'usage'), asking: usage() }
    await send(SECONDS, pauseMs)
    const server = between(before.server, await asked<Usage>(child, 'usage'))
    const asking = between(before.asking, usage())
    await arrived()
    report(how, { server, asking })
    if (failed > 0) throw new Error('messages were refused')
  }
  const arrived = async () => {
    while (delivered.length < answered.length - failed) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await measure('a message each second and a half, as people write', 1_500)
  await measure('each the next one as soon as the last is answered', 0)
  const { bills } = await asked<{ bills: Record<string, Bill> }>(child, 'bills')
  for (const action of ['chats.send', 'workbench.pull']) {
    const bill = bills[action]
    console.log(`bill of ${action}: ${bill?.reads} reads, ${bill?.writes} writes, ${bill?.calls} calls`)
  }
  cut.abort()
  await listening
  agent.destroy()
  child.send('end')
}

await sendOn('PGlite', '')
const server = process.env.TEST_DATABASE_URL
if (server) await sendOn('PostgreSQL server', server)
else console.log('\nPostgreSQL server: not measured here (TEST_DATABASE_URL is not set)')
