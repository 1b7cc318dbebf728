import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { nanoid } from 'nanoid'
import { Busy, type Database } from '../../cloudfunctions/_kit/database'
import type { Files } from '../../cloudfunctions/_kit/files'
import { identify } from '../../cloudfunctions/_kit/identify'
import type { Keys } from '../../cloudfunctions/_kit/keys'
import { faultOf, type LogEntry } from '../../cloudfunctions/_kit/serve'
import type { CommonRefusal, Reply } from '../contract'
import { readBody } from './body'
import { clientAddress } from './client-address'
import { clientName } from './client-name'
import { functionNamed } from './functions'

export type Surroundings = {
  database: Database
  files: Files
  keys: Keys
  now: () => Date
  log: (entry: LogEntry) => void
  trustedProxies: number
  /** Origins besides the one a request was sent to. */
  origins: readonly string[]
}

/** The longest that employees and visitors send is a batch of tallies. */
const MOST_BYTES = 64 * 1024
/** A part of an upload is 1 MB before base64; nothing else comes near. */
const MOST_STAFF_BYTES = 2 * 1024 * 1024

type Answer = { status: 200 | 400 | 403 | 413 | 500; reply: Reply<unknown, string> }

/** One POST: who asks, what they ask, and the answer of the function. The only place where a fault becomes words. */
export async function answer(c: Context<{ Bindings: HttpBindings }>, house: Surroundings): Promise<Response> {
  const requestId = nanoid()
  const startedAt = performance.now()
  const note = (code: string, fault?: string) => {
    const ms = Math.round(performance.now() - startedAt)
    house.log({
      requestId,
      action: '?',
      code,
      ms,
      bill: { reads: 0, writes: 0, calls: 0 },
      ...(fault ? { fault } : {}),
    })
  }
  const refuse = (status: Answer['status'], code: CommonRefusal, fault?: string): Answer => {
    note(code, fault)
    return { status, reply: { ok: false, code, requestId } }
  }
  const { status, reply } = await ask(c, house, requestId, refuse).catch((error: unknown) =>
    error instanceof Busy ? refuse(200, 'BUSY') : refuse(500, 'INTERNAL', faultOf(error)),
  )
  if (status === 413) c.header('connection', 'close')
  c.header('cache-control', 'no-store')
  return c.json(reply, status)
}

async function ask(
  c: Context<{ Bindings: HttpBindings }>,
  house: Surroundings,
  requestId: string,
  refuse: (status: Answer['status'], code: CommonRefusal) => Answer,
): Promise<Answer> {
  if (!isOurs(c.req.header('origin'), c.req.header('host'), house.origins)) return refuse(403, 'NOT_ALLOWED')
  if (!isJson(c.req.header('content-type'))) return refuse(400, 'INVALID_INPUT')
  const { database, files, keys, log } = house
  const whoAsks = () => identify(bearerOf(c.req.header('authorization')), { database, now: house.now() })
  // What a bearer looks like proves nothing, and nobody unknown is to fill the memory: a long body waits until it is known
  // who sends it. It may take its time then, so they are looked for again, as everybody is, when it is whole.
  const sender = mayBeLong(c.req.header('content-length')) ? await whoAsks() : undefined
  const body = await readBody(c.env.incoming, sender?.caller.kind === 'staff' ? MOST_STAFF_BYTES : MOST_BYTES)
  if (body === 'too-large') return refuse(413, sender?.expired ? 'SIGN_IN_NEEDED' : 'TOO_LARGE')
  if (body === 'cut-off') return refuse(400, 'OFFLINE')
  const request = parse(body.text)
  if (request === undefined) return refuse(400, 'INVALID_INPUT')
  const serve = functionNamed(c.req.param('function') ?? '')
  if (!serve) return refuse(200, 'UNKNOWN_ACTION')

  const { caller, expired } = await whoAsks()
  const from = clientAddress(c.env.incoming.socket.remoteAddress, c.req.header('x-forwarded-for'), house.trustedProxies)
  const reply = await serve(request, {
    caller,
    expired,
    database,
    files,
    keys,
    now: house.now(),
    requestId,
    origin: keys.hash('origin', from),
    client: clientName(c.req.header('user-agent')),
    log,
  })
  return { status: !reply.ok && reply.code === 'INTERNAL' ? 500 : 200, reply }
}

/** A browser names the page that asks; a page of another site may not, whatever it carries. Programs name none. */
export function isOurs(origin: string | undefined, host: string | undefined, others: readonly string[]): boolean {
  if (origin === undefined || others.includes(origin)) return true
  return (
    URL.canParse(origin) && /^https?:$/.test(new URL(origin).protocol) && new URL(origin).host === host?.toLowerCase()
  )
}

const isJson = (type: string | undefined) => type?.split(';')[0]?.trim().toLowerCase() === 'application/json'

export const bearerOf = (header: string | undefined) => /^Bearer ([A-Za-z0-9._~+/=-]+)$/i.exec(header ?? '')?.[1]

const mayBeLong = (length: string | undefined) => length === undefined || Number(length) > MOST_BYTES

/** undefined when it is no JSON: JSON itself has no such value. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
