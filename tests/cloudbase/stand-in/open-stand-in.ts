import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Call, openCalls, WRITES } from './calls'
import { type LossKind, openChaos } from './chaos'
import { type Body, openDatabase, type Reply, type UncoveredQuery } from './database'
import { type Document, idOf, keyOf } from './documents'
import { failure, isFailure, unsupported } from './failures'
import type { IndexDeclaration } from './indexes'
import { type Identity, instanceKeys, invocationKeys } from './invocations'
import { answerOpenApi, type OpenApiHandler, readMultipart } from './openapi'
import { openStorage } from './storage'
import { openStore } from './store'
import { LIFETIME_MS } from './transactions'

export interface Invoked {
  name: string
  data: unknown
  invocation: string
  identity: Identity
}

export type InvokeHandler = (invoked: Invoked) => unknown

export interface StandInOptions {
  envId?: string
  /** Off by default: as on the platform, a collection must be created first. */
  autoCreate?: boolean
  /** Off by default: where() inside a transaction answers, but is documented as unsupported. */
  searchInTransactions?: boolean
  transactionLifetimeMs?: number
  invoke?: InvokeHandler
  openApi?: OpenApiHandler
}

export interface CollectionDeclaration {
  name: string
  indexes?: IndexDeclaration[]
}

export type StandIn = Awaited<ReturnType<typeof openStandIn>>

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** CloudBase's wire protocol on a free port of this machine, in memory, for the real wx-server-sdk to talk to. */
export async function openStandIn(options: StandInOptions = {}) {
  const envId = options.envId ?? 'stand-in-env'
  const handlers = { invoke: options.invoke, openApi: options.openApi }
  const chaos = openChaos()
  const calls = openCalls()
  const uncovered: UncoveredQuery[] = []
  const unsupportedCalls: string[] = []
  const invocations = new Map<string, Identity>()
  const store = openStore({
    lifetimeMs: options.transactionLifetimeMs ?? LIFETIME_MS,
    autoCreate: options.autoCreate ?? false,
    duplicateCode: () => chaos.settings.duplicateCode,
  })
  const database = openDatabase({
    store,
    settings: () => chaos.settings,
    uncovered,
    searchInTransactions: options.searchInTransactions ?? false,
  })
  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
      response.end(String(error?.stack ?? error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const storage = openStorage(() => url, envId)
  const actions = { ...database.actions, ...storage.actions, 'functions.invokeFunction': invokeFunction }

  let numbered = 0
  function numberedName(prefix: string): string {
    numbered += 1
    return `${prefix}-${numbered}`
  }

  async function invokeFunction(body: Body, call: Call, source: string): Promise<Reply> {
    const name = String(body.function_name)
    if (!handlers.invoke) throw failure('FUNCTION_NOT_FOUND', `FunctionName ${name} not found: no handler was given`)
    const data: unknown = body.request_data ? JSON.parse(String(body.request_data)) : {}
    const identity = { ...invocations.get(call.invocation), sourceChain: source }
    const result = await handlers.invoke({ name, data, invocation: call.invocation, identity })
    return { data: { response_data: JSON.stringify(result ?? null) } }
  }

  function callOf(action: string, body: Body, invocation: string): Call {
    const call: Call = { action, invocation, documentsRead: 0, documentsWritten: 0, outcome: 'running' }
    if (typeof body.collectionName === 'string') call.collection = body.collectionName
    if (typeof body.queryType === 'string') call.queryType = body.queryType
    if (typeof body.transactionId === 'string') call.transactionId = body.transactionId
    const inTransaction = store.transactions.open().some((open) => open.invocation === invocation)
    const touchesDocuments = action.startsWith('database.') && call.collection !== undefined
    if (touchesDocuments && !call.transactionId && inTransaction) call.besideTransaction = true
    calls.record(call)
    return call
  }

  /** Carries out one call; a failure becomes its outcome and its reply. */
  async function perform(call: Call, body: Body, act: () => Promise<Reply | Buffer>): Promise<Reply | Buffer> {
    const requestId = numberedName('stand-in')
    try {
      await chaos.before(call.action, WRITES.has(call.action) && call.transactionId !== undefined)
      if (body.envName !== undefined && body.envName !== envId)
        throw failure('INVALIID_ENV', `env "${String(body.envName)}" does not exist`)
      const reply = await act()
      call.outcome = 'ok'
      return Buffer.isBuffer(reply) ? reply : { requestId, ...reply }
    } catch (error) {
      database.abandon(body.transactionId)
      const known = isFailure(error) ? error : failure('SYS_ERR', String((error as Error).stack ?? error))
      call.outcome = known.code
      if (known.code === 'STAND_IN_UNSUPPORTED') unsupportedCalls.push(known.message)
      return { requestId, code: known.code, message: known.message }
    }
  }

  function send(response: ServerResponse, reply: Reply | Buffer, lost: LossKind | undefined): void {
    if (lost === 'drop') {
      response.socket?.destroy()
    } else if (lost === '500') {
      response.writeHead(500)
      response.end()
    } else if (Buffer.isBuffer(reply)) {
      response.writeHead(200, { 'content-type': 'application/octet-stream' })
      response.end(reply)
    } else {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      response.end(JSON.stringify(reply))
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', url).pathname
    if (request.method === 'PUT' && path.startsWith('/cos/'))
      return storage.receive(request, await bodyOf(request), response)
    if ((request.method === 'GET' || request.method === 'HEAD') && path.startsWith('/files/'))
      return storage.serve(request, response)
    const invocation = /^\/inv\/([^/]+)\/admin$/.exec(path)?.[1]
    if (request.method !== 'POST' || invocation === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' })
      response.end(`CloudBase stand-in has no ${request.method} ${path}`)
      return
    }
    await answerAction(request, response, decodeURIComponent(invocation))
  }

  async function answerAction(request: IncomingMessage, response: ServerResponse, invocation: string): Promise<void> {
    const bytes = await bodyOf(request)
    const contentType = String(request.headers['content-type'] ?? '')
    const parts = contentType.startsWith('multipart/') ? readMultipart(bytes, contentType) : undefined
    const body: Body = parts ? { action: parts.get('action')?.toString() } : JSON.parse(bytes.toString())
    const action = String(body.action)
    const call = callOf(action, body, invocation)
    const identity = invocations.get(invocation) ?? {}
    const reply = await perform(call, body, async () => {
      if (parts && action === 'wx.openApi') return answerOpenApi(parts, invocation, identity, handlers.openApi)
      const act = Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : undefined
      if (!act || parts) throw unsupported(action, 'this action')
      return act(body, call, String(request.headers['x-tcb-source'] ?? ''))
    })
    const lost = chaos.loses(action)
    if (lost) call.outcome = `${call.outcome}, answer lost`
    send(response, reply, lost)
  }

  /** Announces an invocation and returns what the platform changes in process.env for it. */
  function invocationEnv(invocation: string, identity: Identity): Record<string, string> {
    invocations.set(invocation, identity)
    return invocationKeys(url, envId, invocation, identity)
  }

  return {
    url,
    envId,
    /** The whole environment of a cloud function in which one invocation is running. */
    env(invocation = numberedName('test'), identity: Identity = {}): Record<string, string> {
      return { ...instanceKeys(envId), ...invocationEnv(invocation, identity) }
    },
    instanceEnv: () => instanceKeys(envId),
    invocationEnv,
    /** Creates the collections and declares their indexes, as deployment does on the platform. */
    provision({ collections }: { collections: CollectionDeclaration[] }): void {
      for (const { name, indexes = [] } of collections) {
        const held = store.collections.get(name)
        if (held) held.indexes = indexes
        else store.createCollection(name, indexes)
      }
    },
    chaos,
    calls,
    /** Queries that no declared index serves. */
    uncovered,
    /** What was asked for outside the supported part; a suite should end with this empty. */
    unsupported: unsupportedCalls,
    invocations: invocations as ReadonlyMap<string, Identity>,
    dump: (name: string): Document[] =>
      [...store.scan(store.collection(name))].map(([, document]) => structuredClone(document)),
    /** Puts documents into a collection behind the product's back, replacing those with the same id. */
    async load(name: string, documents: Document[]): Promise<void> {
      const held = store.collection(name)
      for (const document of documents) {
        const copy = structuredClone(document)
        if (!(await store.change(held, keyOf(idOf(copy)), () => copy))) await store.insert(held, copy)
      }
    },
    collections: () => [...store.collections.keys()],
    openTransactions: () => store.transactions.open().map(({ id, invocation }) => ({ id, invocation })),
    onInvoke(handler: InvokeHandler | undefined) {
      handlers.invoke = handler
    },
    onOpenApi(handler: OpenApiHandler | undefined) {
      handlers.openApi = handler
    },
    files: storage.files,
    async close(): Promise<void> {
      store.transactions.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
