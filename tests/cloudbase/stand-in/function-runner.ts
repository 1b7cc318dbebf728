import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Job, openInstances } from './instances'
import { APPID, type Identity } from './invocations'
import type { Invoked, StandIn } from './open-stand-in'

/** wx.cloud.callFunction: `data` at most 100 KB. */
const LARGEST_CALL = 100 * 1024
/** -604001: an answer to the mini-program is at most 1 MB. */
const LARGEST_ANSWER = 1024 * 1024
/** HTTP access service: SCF takes synchronous events and answers up to 6 MB. */
const LARGEST_HTTP = 6 * 1024 * 1024

export interface CloudError extends Error {
  errCode: number
  errMsg: string
}

export interface CallOptions {
  openid: string
  unionid?: string
}

export interface HttpRequest {
  path?: string
  httpMethod?: string
  headers?: Record<string, string>
  queryStringParameters?: Record<string, string>
  body?: string
  isBase64Encoded?: boolean
}

export interface HttpAnswer {
  statusCode: number
  headers: Record<string, string>
  body: string
  bytes: Buffer
}

export interface CloudOptions {
  /** Where `<name>/index.js` of each built function lies. */
  functionsDir: string
  standIn: StandIn
  /** The functions' own environment variables, such as keys. */
  env?: Record<string, string>
  instancesPerFunction?: number
  timeLimitMs?: number
  memoryMb?: number
}

/** What stays behind: nothing; the last caller's WeChat keys for whoever comes next; or only for callers without. */
export type Staleness = boolean | 'where-absent'

interface Turn {
  identity: Identity
  /** Without it, process.env is the function's only source of identity, as on old instances. */
  bareContext?: boolean
}

function cloudError(errCode: number, errMsg: string): CloudError {
  return Object.assign(new Error(errMsg), { errCode, errMsg })
}

/** Runs built cloud functions as the platform does, against a stand-in for its services. */
export function openCloud(options: CloudOptions) {
  const { standIn, functionsDir } = options
  const timeLimitMs = options.timeLimitMs ?? 20_000
  const functions = new Map<string, ReturnType<typeof openInstances>>()
  const logs: string[] = []
  const invoked: { invocation: string; name: string; identity: Identity }[] = []
  let staleness: Staleness = false
  let bareContext = false

  function instancesOf(name: string) {
    const file = join(functionsDir, name, 'index.js')
    if (!existsSync(file)) throw cloudError(-501000, `FUNCTION_NOT_FOUND: ${name} (${file})`)
    const known = functions.get(name)
    if (known) return known
    const env = { TZ: 'UTC', ...standIn.instanceEnv(), ...options.env }
    const size = options.instancesPerFunction ?? 2
    const opened = openInstances({ file, size, env, timeLimitMs, log: (text) => logs.push(text) })
    functions.set(name, opened)
    return opened
  }

  function kept(keys: Record<string, string>): string[] {
    if (staleness === false) return []
    const wechat = ['WX_OPENID', 'WX_UNIONID', 'WX_APPID', 'WX_CLIENTIP', 'WX_API_TOKEN', 'WX_CONTEXT_KEYS']
    const source = ['TCB_SOURCE', 'TRIGGER_SRC'].filter((key) => keys[key] === undefined)
    return staleness === true || keys.WX_OPENID === undefined ? [...wechat, ...source] : []
  }

  function jobFor(name: string, event: unknown, { identity }: Turn, invocation: string): Job {
    const keys = standIn.invocationEnv(invocation, identity)
    const context: Record<string, unknown> = {
      callbackWaitsForEmptyEventLoop: false,
      request_id: invocation,
      function_name: name,
      function_version: '$LATEST',
      namespace: standIn.envId,
      memory_limit_in_mb: options.memoryMb ?? 256,
      time_limit_in_ms: timeLimitMs,
    }
    if (!bareContext) context.environment = JSON.stringify({ SCF_NAMESPACE: standIn.envId, ...keys })
    return { event, context, keys, keep: kept(keys) }
  }

  async function run(name: string, event: unknown, turn: Turn): Promise<string> {
    const instances = instancesOf(name)
    const invocation = `${name}-${randomUUID()}`
    invoked.push({ invocation, name, identity: turn.identity })
    const outcome = await instances.run(jobFor(name, event, turn, invocation))
    if ('timedOut' in outcome)
      throw cloudError(-504003, `FUNCTIONS_TIME_LIMIT_EXCEEDED: Invoking task timed out after ${timeLimitMs} ms`)
    if ('failed' in outcome) throw cloudError(-504002, `FUNCTIONS_EXECUTE_FAIL: ${JSON.stringify(outcome.failed)}`)
    return outcome.json
  }

  /** From the mini-program: JSON only, 100 KB in, 1 MB out, identity from WeChat. */
  async function call(name: string, data: object, { openid, unionid }: CallOptions): Promise<unknown> {
    const sent = JSON.stringify(data)
    if (Buffer.byteLength(sent) > LARGEST_CALL)
      throw cloudError(-1, `cloud.callFunction:fail data of ${Buffer.byteLength(sent)} bytes exceeds 100 KB`)
    const identity: Identity = { source: 'mini-program', openid, ...(unionid === undefined ? {} : { unionid }) }
    const event = { ...JSON.parse(sent), tcbContext: {}, userInfo: { appId: APPID, openId: openid } }
    const answer = await run(name, event, { identity })
    if (Buffer.byteLength(answer) > LARGEST_ANSWER)
      throw cloudError(-604001, `cloud.callFunction:fail response of ${Buffer.byteLength(answer)} bytes exceeds 1 MB`)
    return JSON.parse(answer)
  }

  /** Through the HTTP access service: no WeChat identity, whatever the headers say. */
  async function http(name: string, request: HttpRequest): Promise<HttpAnswer> {
    const event = {
      path: '/',
      httpMethod: 'GET',
      headers: {},
      queryStringParameters: {},
      isBase64Encoded: false,
      ...request,
      requestContext: { appId: APPID, envId: standIn.envId, requestId: randomUUID(), stage: '' },
    }
    if (Buffer.byteLength(JSON.stringify(event)) > LARGEST_HTTP) return textAnswer(413, 'EXCEED_MAX_PAYLOAD_SIZE')
    const answer = await run(name, event, { identity: { source: 'http' } })
    if (Buffer.byteLength(answer) > LARGEST_HTTP) return textAnswer(500, 'EXCEED_MAX_RESPONSE_SIZE')
    return httpAnswer(JSON.parse(answer))
  }

  /** Fired by its timer trigger; may be fired twice for one moment, as the platform may. */
  async function timer(name: string, trigger: { triggerName?: string; time?: string } = {}): Promise<unknown> {
    const Time = trigger.time ?? new Date().toISOString().replace(/\.\d+Z$/, 'Z')
    const event = { Type: 'Timer', TriggerName: trigger.triggerName ?? `${name}-timer`, Time, Message: '' }
    return JSON.parse(await run(name, event, { identity: { source: 'timer' } }))
  }

  /** One function called by another: the caller's identity, with the chain of sources it came by. */
  async function nested({ name, data, identity }: Invoked): Promise<unknown> {
    return JSON.parse(await run(name, data, { identity }))
  }
  standIn.onInvoke(nested)

  return {
    call,
    http,
    timer,
    nested,
    /** Every invocation so far, by the id under which the stand-in lists its calls. */
    invoked,
    /** What the functions wrote to stdout and stderr. */
    logs,
    /** Leaves the previous caller's WeChat keys in process.env of a warm instance. */
    stale(on: Staleness) {
      staleness = on
    },
    /** Runs functions without `context.environment`, so that only process.env names the caller. */
    bareContext(on: boolean) {
      bareContext = on
    },
    async close(): Promise<void> {
      standIn.onInvoke(undefined)
      await Promise.all([...functions.values()].map((instances) => instances.close()))
    },
  }
}

function textAnswer(statusCode: number, body: string): HttpAnswer {
  return { statusCode, headers: { 'content-type': 'text/plain' }, body, bytes: Buffer.from(body) }
}

/** An object with `statusCode` is a whole HTTP answer; anything else is its JSON body. */
function httpAnswer(result: unknown): HttpAnswer {
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    const body = typeof result === 'string' ? result : JSON.stringify(result)
    return { statusCode: 200, headers: { 'content-type': 'application/json' }, body, bytes: Buffer.from(body) }
  }
  const { statusCode, headers, body, isBase64Encoded } = result as {
    statusCode: number
    headers?: Record<string, string>
    body?: unknown
    isBase64Encoded?: boolean
  }
  const text = body === undefined || body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  const bytes = Buffer.from(text, isBase64Encoded ? 'base64' : 'utf8')
  const lowered = Object.fromEntries(Object.entries(headers ?? {}).map(([key, value]) => [key.toLowerCase(), value]))
  return { statusCode: Number(statusCode), headers: lowered, body: bytes.toString(), bytes }
}
