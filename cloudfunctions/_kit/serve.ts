import { type Contract, contract, type Output, type Parsed, type Refusal, type Reply } from '../../src/contract'
import type { AnyAction } from '../../src/contract/action'
import { type AudienceOf, type Permission, type PermissionOf, permissions } from '../../src/contract/permissions'
import { type FeaturesOf, type FunctionName, functionOf } from '../../src/contract/routes'
import type { Purpose } from '../../src/domain/consents/words'
import type { Template } from '../../src/domain/notices/template'
import type { Result } from '../../src/domain/result'
import { type Bill, billed } from './bill'
import { type AuthorizedBranch, type Caller, type CallerOf, reaches, within } from './caller'
import { hasGiven } from './consent'
import { Busy, type Database } from './database'
import { AccountGoing } from './erasures'
import type { Files } from './files'
import { membershipsStore } from './identity'
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
  /** Only inside WeChat: what it calls the caller, to be sealed away or hashed, and the templates of its messages. */
  wechat?: { openid: string; templates: () => readonly Template[] }
  log: (entry: LogEntry) => void
}

/** The only shape of a log line: never an input, a document or an error's values. */
export type LogEntry = { requestId: string; action: string; code: string; ms: number; bill: Bill; fault?: string }

export type Context<Who extends Caller = Caller> = Omit<Surroundings, 'caller' | 'expired' | 'log'> & {
  caller: Who
  /** The branch, if the caller may do this very action there; otherwise it must look as if it were not there. */
  within: (branchId: string) => AuthorizedBranch | undefined
}

type ReachOf<P> = P[keyof P]
type IsInBranch<F extends keyof Contract, A extends keyof Contract[F]> =
  'branch' extends ReachOf<PermissionOf<F, A>> ? true : false

/** Where a request names a branch, the handler gets it from the door, which let it through. */
type HandlerContext<F extends keyof Contract, A extends keyof Contract[F]> = Context<CallerOf<AudienceOf<F, A>>> &
  (IsInBranch<F, A> extends true ? { branchId: AuthorizedBranch } : unknown)

export type Handler<F extends keyof Contract, A extends keyof Contract[F]> = (
  input: Parsed<F, A>,
  context: HandlerContext<F, A>,
) => Promise<Result<Output<F, A>, Refusal<F, A> | (IsInBranch<F, A> extends true ? 'BRANCH_NOT_FOUND' : never)>>

export type Handlers<F extends keyof Contract> = { [A in keyof Contract[F]]: Handler<F, A> }

export type Serve = (request: unknown, surroundings: Surroundings) => Promise<Reply<unknown, string>>

/** The largest action name worth looking up or logging. */
const MOST_NAME = 60

/** What the door goes by. Tests bring a small one of their own. */
export type Rules = {
  contract: Record<string, Record<string, AnyAction>>
  permissions: Record<string, Permission>
  functionOf: Record<string, string>
}

const rulesOfTheHouse = { contract, permissions, functionOf } as unknown as Rules

/** Turns the handlers of a function's features into one door: permission → input → consent → handler → output. */
export function serve<N extends FunctionName>(name: N, handlers: { [F in FeaturesOf<N>]: Handlers<F> }): Serve {
  return serveBy(rulesOfTheHouse, name, handlers as unknown as AnyHandlers)
}

type AnyHandlers = Record<string, Record<string, (data: unknown, context: object) => Promise<Result<unknown, string>>>>

export function serveBy(rules: Rules, name: string, handlers: AnyHandlers): Serve {
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
      const found = action && ruleOf(rules, name, action)
      if (!found) return tell({ ok: false, code: 'UNKNOWN_ACTION' })
      const { spec, permission } = found
      const database = billed(rest.database, bill)
      const caller = await asMember(permission, rest.caller, database)
      const reach = reaches(permission, caller)
      if (reach.length === 0) return tell({ ok: false, code: turnedAway(permission, caller, expired) })
      const input = spec.input.safeParse((request as { data?: unknown }).data)
      if (!input.success || !isStorable(input.data)) return tell({ ok: false, code: 'INVALID_INPUT' })
      const inBranch = (id: string) => within(permission, caller, id)
      const branchId = reach.includes('branch') ? inBranch((input.data as { branchId: string }).branchId) : undefined
      if (reach.includes('branch') && branchId === undefined) return tell({ ok: false, code: 'BRANCH_NOT_FOUND' })
      if (spec.consent && !(await consented(spec.consent, caller, database)))
        return tell({ ok: false, code: 'CONSENT_NEEDED', purpose: spec.consent })
      const [feature, verb] = action.split('.') as [string, string]
      const handle = handlers[feature]?.[verb]
      if (!handle) throw new Error('an action without a handler')
      const result = await handle(input.data, { ...rest, caller, database, within: inBranch, branchId })
      return tell(result.ok ? { ok: true, data: spec.output.parse(result.data) } : result)
    } catch (error) {
      if (error instanceof AccountGoing) return tell({ ok: false, code: 'ACCOUNT_GOING' })
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

function ruleOf({ contract, permissions, functionOf }: Rules, name: string, action: string) {
  const [feature, verb] = action.split('.') as [string, string]
  const actions = Object.hasOwn(contract, feature) && functionOf[feature] === name ? contract[feature] : undefined
  const spec = actions && Object.hasOwn(actions, verb) ? actions[verb] : undefined
  const permission = Object.hasOwn(permissions, action) ? permissions[action] : undefined
  return spec && permission && { spec, permission }
}

/** Membership costs a reading, so it is looked up only for what is for members alone. */
async function asMember(permission: Permission, caller: Caller, database: Database): Promise<Caller> {
  if (caller.kind !== 'employee' || permission.member === undefined || permission.employee !== undefined) return caller
  const membership = await database.open(membershipsStore).get(caller.personId)
  return membership ? { kind: 'member', personId: caller.personId, branchId: membership.branchId } : caller
}

const turnedAway = (permission: Permission, caller: Caller, expired: boolean) =>
  expired ? 'SIGN_IN_NEEDED' : caller.kind === 'employee' && permission.member ? 'MEMBERS_ONLY' : 'NOT_ALLOWED'

const consented = (purpose: Purpose, caller: Caller, database: Database) =>
  'personId' in caller ? hasGiven(caller.personId, purpose, database) : Promise.resolve(false)

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
