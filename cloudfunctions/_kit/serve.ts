import {
  type AudienceOf,
  type Contract,
  contract,
  type Output,
  type Parsed,
  type Refusal,
  type Reply,
} from '../../src/contract'
import type { AnyAction } from '../../src/contract/action'
import { type FeaturesOf, type FunctionName, functionOf } from '../../src/contract/routes'
import type { Result } from '../../src/domain/result'
import { type Bill, billed } from './bill'
import { type Caller, type CallerOf, isAllowed } from './caller'
import { Busy, type Database } from './database'
import type { Files } from './files'
import type { Keys } from './keys'
import { BadCursor } from './query'
import { isStorable } from './storable'

/** What a door brings with a request: nothing here was said by the client. */
export type Surroundings = {
  caller: Caller
  /** Why a bearer was not taken, so that the client can ask to sign in again. */
  expired: boolean
  database: Database
  files: Files
  keys: Keys
  now: Date
  requestId: string
  /** A keyed hash of where the request came from, for counting tries; empty where the platform does not say. */
  origin: string
  /** A few words about the browser or app, as it calls itself. */
  client: string
  log: (entry: LogEntry) => void
}

/** The only shape of a log line: never an input, a document or an error's values. */
export type LogEntry = { requestId: string; action: string; code: string; ms: number; bill: Bill; fault?: string }

export type Context<Who extends Caller = Caller> = Omit<Surroundings, 'caller' | 'expired' | 'log'> & { caller: Who }

export type Handler<F extends keyof Contract, A extends keyof Contract[F]> = (
  input: Parsed<F, A>,
  context: Context<CallerOf<AudienceOf<F, A> & import('../../src/contract/action').Audience>>,
) => Promise<Result<Output<F, A>, Refusal<F, A>>>

export type Handlers<F extends keyof Contract> = { [A in keyof Contract[F]]: Handler<F, A> }

export type Serve = (request: unknown, surroundings: Surroundings) => Promise<Reply<unknown, string>>

/** The largest action name worth looking up or logging. */
const MOST_NAME = 60

/** Turns the handlers of a function's features into one door: audience → input → handler → output. */
export function serve<N extends FunctionName>(name: N, handlers: { [F in FeaturesOf<N>]: Handlers<F> }): Serve {
  return async (request, surroundings) => {
    const startedAt = performance.now()
    const { log, expired, ...rest } = surroundings
    const bill: Bill = { reads: 0, writes: 0, calls: 0 }
    const { requestId } = rest
    const action = nameOf(request)
    const tell = (reply: Reply<unknown, string>, fault?: string): Reply<unknown, string> => {
      const ms = Math.round(performance.now() - startedAt)
      log({
        requestId,
        action: action ?? '?',
        code: reply.ok ? 'OK' : reply.code,
        ms,
        bill,
        ...(fault ? { fault } : {}),
      })
      return reply.ok ? reply : { ...reply, requestId }
    }
    try {
      const spec = action && specOf(name, action)
      if (!spec) return tell({ ok: false, code: 'UNKNOWN_ACTION' })
      if (!isAllowed(spec.audience, rest.caller))
        return tell({ ok: false, code: expired ? 'SIGN_IN_NEEDED' : 'NOT_ALLOWED' })
      const input = spec.input.safeParse((request as { data?: unknown }).data)
      if (!input.success || !isStorable(input.data)) return tell({ ok: false, code: 'INVALID_INPUT' })
      const [feature, verb] = action.split('.') as [string, string]
      const handle = (
        handlers as unknown as Record<
          string,
          Record<string, (data: unknown, context: Context) => Promise<Result<unknown, string>>>
        >
      )[feature]?.[verb]
      if (!handle) throw new Error('an action without a handler')
      const result = await handle(input.data, { ...rest, database: billed(rest.database, bill) })
      return tell(result.ok ? { ok: true, data: spec.output.parse(result.data) } : result)
    } catch (error) {
      if (error instanceof Busy) return tell({ ok: false, code: 'BUSY' })
      if (error instanceof BadCursor) return tell({ ok: false, code: 'INVALID_INPUT' })
      return tell({ ok: false, code: 'INTERNAL' }, faultOf(error))
    }
  }
}

function nameOf(request: unknown): string | undefined {
  const action = typeof request === 'object' && request !== null ? (request as { action?: unknown }).action : undefined
  return typeof action === 'string' && action.length <= MOST_NAME && /^[a-zA-Z]+\.[a-zA-Z]+$/.test(action)
    ? action
    : undefined
}

function specOf(name: FunctionName, action: string): AnyAction | undefined {
  const [feature, verb] = action.split('.') as [string, string]
  if (!Object.hasOwn(contract, feature)) return undefined
  if (functionOf[feature as keyof Contract] !== name) return undefined
  const actions = contract[feature as keyof Contract] as unknown as Record<string, AnyAction>
  return Object.hasOwn(actions, verb) ? actions[verb] : undefined
}

/** Where a fault happened, without what it was about: messages can quote documents, stack frames cannot. */
export const faultOf = (error: unknown) =>
  error instanceof Error
    ? [
        error.name,
        ...(error.stack ?? '')
          .split('\n')
          .filter((line) => line.trim().startsWith('at '))
          .slice(0, 5)
          .map((line) => line.trim()),
      ].join(' | ')
    : typeof error
