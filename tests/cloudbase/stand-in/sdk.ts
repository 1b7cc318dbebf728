import cloud from 'wx-server-sdk'
import type { Identity } from './invocations'
import type { StandIn } from './open-stand-in'

type Row = { _id: string } & { [field: string]: unknown }

/** What the SDK's own types leave vague: its answers without callbacks, and its later options. */
export interface SdkQuery {
  where(query: object): SdkQuery
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery
  skip(count: number): SdkQuery
  limit(count: number): SdkQuery
  field(projection: object): SdkQuery
  get(): Promise<{ data: Row[] }>
  count(): Promise<{ total: number }>
  update(change: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface SdkDocument {
  get(): Promise<{ data: Row | null }>
  set(content: { data: object }): Promise<unknown>
  update(change: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface SdkCollection extends SdkQuery {
  doc(id: string): SdkDocument
  add(content: { data: object | object[] }): Promise<{ _id: string }>
  aggregate(): { match(query: object): { end(): Promise<unknown> } }
}

export interface SdkTransaction {
  collection(name: string): SdkCollection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

type CommandName =
  | 'addToSet'
  | 'all'
  | 'and'
  | 'elemMatch'
  | 'exists'
  | 'geoNear'
  | 'gt'
  | 'gte'
  | 'in'
  | 'inc'
  | 'lt'
  | 'lte'
  | 'max'
  | 'min'
  | 'mul'
  | 'neq'
  | 'or'
  | 'pop'
  | 'pull'
  | 'pullAll'
  | 'push'
  | 'remove'
  | 'rename'
  | 'set'
  | 'shift'
  | 'size'

export interface SdkDatabase {
  collection(name: string): SdkCollection
  createCollection(name: string): Promise<unknown>
  startTransaction(): Promise<SdkTransaction>
  runTransaction<T>(act: (transaction: SdkTransaction) => Promise<T>, times?: number): Promise<T>
  serverDate(options?: { offset: number }): object
  command: Record<CommandName, (...operands: unknown[]) => object>
  Geo: { Point: new (longitude: number, latitude: number) => object }
}

/** The real SDK in this process, pointed at a stand-in as one invocation; `leave` gives process.env back. */
export function enterSdk(standIn: StandIn, invocation?: string, identity: Identity = {}) {
  const before = new Map<string, string | undefined>()
  const keys = { SILENCE: 'true', ...standIn.env(invocation, identity) }
  for (const [key, value] of Object.entries(keys)) {
    before.set(key, process.env[key])
    process.env[key] = value
  }
  const currentEnv: unknown = cloud.DYNAMIC_CURRENT_ENV
  cloud.init({ env: currentEnv as string })
  const options: object = { throwOnNotFound: false }
  return {
    cloud,
    db: cloud.database(options) as unknown as SdkDatabase,
    leave() {
      for (const [key, value] of before) {
        if (value === undefined) delete process.env[key]
        else process.env[key] = value
      }
    },
  }
}
