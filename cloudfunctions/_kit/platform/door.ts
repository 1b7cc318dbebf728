import type { Reply } from '../../../src/contract'
import type { FunctionName } from '../../../src/contract/routes'
import type { Caller } from '../caller'
import { identify, personIdOf } from '../identify'
import type { Serve, Surroundings } from '../serve'
import { allowedOrigin, type HttpAnswer, httpAnswer, isHttp, preflight, readHttp } from './http-event'
import type { Invocation } from './invocation'

type House = Pick<Surroundings, 'database' | 'files' | 'keys'>

/**
 * The only door between WeChat and our code. With an openid of this very invocation the caller is an employee and every
 * HTTP field is ignored; without one an event counts as HTTP only by its bearer; anything else is a visitor. Nothing
 * leaves here as a throw: WeChat would show people its stack.
 */
export async function answer(
  name: FunctionName,
  serve: Serve,
  event: unknown,
  invocation: Invocation,
  house: House,
  origins: readonly string[],
): Promise<Reply<unknown, string> | HttpAnswer> {
  const { requestId, now } = invocation
  if (invocation.identity === 'disagrees') return { ok: false, code: 'NOT_ALLOWED', requestId }
  const around = { ...house, now, requestId, log: (entry: object) => console.log(JSON.stringify({ function: name, ...entry })) }
  if (invocation.openid) {
    const caller: Caller = { kind: 'employee', personId: personIdOf(house.keys, invocation.openid) }
    return serve(event, { ...around, caller, expired: false, origin: '', client: 'WeChat' })
  }
  if (!isHttp(event)) return serve(event, { ...around, caller: { kind: 'visitor' }, expired: false, origin: '', client: '' })
  const origin = allowedOrigin(event, origins)
  if (origin === undefined) return httpAnswer(403, { ok: false, code: 'NOT_ALLOWED', requestId }, '')
  if (event.httpMethod === 'OPTIONS') return preflight(origin)
  const request = readHttp(event)
  if (!request.ok) return httpAnswer(400, { ok: false, code: 'INVALID_INPUT', requestId }, origin)
  const who = await identify(request.data.bearer, around)
  const address = request.data.address
  const reply = await serve(request.data.body, {
    ...around,
    ...who,
    origin: address ? house.keys.hash('origin', address) : '',
    client: request.data.client,
  })
  return httpAnswer(reply.ok || reply.code !== 'INTERNAL' ? 200 : 500, reply, origin)
}
