import type { Reply } from '../../../src/contract'
import type { FunctionName } from '../../../src/contract/routes'
import type { Template } from '../../../src/domain/notices/template'
import { identify, personIdOf } from '../identify'
import type { Serve, Surroundings } from '../serve'
import { faultReply } from './failure'
import { allowedOrigin, type HttpAnswer, type HttpRequest, httpAnswer, isHttp, preflight, readHttp } from './http-event'
import type { Invocation } from './invocation'

export type House = Pick<Surroundings, 'database' | 'files' | 'keys'> & {
  /** The templates of messages that the union chose. Throws where they cannot be read, which stops nothing else. */
  templates: () => readonly Template[]
}

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
  open: () => House,
  origins: readonly string[],
): Promise<Reply<unknown, string> | HttpAnswer> {
  const { openid, identity, requestId, now } = invocation
  const notAllowed: Reply<never, string> = { ok: false, code: 'NOT_ALLOWED', requestId }
  // A remembered openid beside an HTTP request can be that of the caller before: there is no telling.
  if (identity === 'unclear' || (identity === 'ambient' && openid !== '' && isHttp(event))) return notAllowed
  const around = () => {
    const { database, files, keys } = open()
    const log = (entry: object) => console.log(JSON.stringify({ function: name, ...entry }))
    return { database, files, keys, now, requestId, log }
  }
  if (openid !== '' || !isHttp(event))
    return settle(name, requestId, () => serve(event, withoutHttp(openid, open().templates, around())))
  const origin = allowedOrigin(event, origins)
  if (origin === undefined) return httpAnswer(403, notAllowed, '')
  if (event.httpMethod === 'OPTIONS') return preflight(origin)
  const request = readHttp(event)
  if (!request.ok) return httpAnswer(400, { ok: false, code: 'INVALID_INPUT', requestId }, origin)
  const reply = await settle(name, requestId, () => overHttp(serve, request.data, around()))
  return httpAnswer(statusOf(reply), reply, origin)
}

type Around = Omit<Surroundings, 'caller' | 'expired' | 'origin' | 'client'>

function withoutHttp(openid: string, templates: House['templates'], around: Around): Surroundings {
  const known = { ...around, expired: false, origin: '', client: 'WeChat' }
  return openid === ''
    ? { ...known, caller: { kind: 'visitor' } }
    : {
        ...known,
        caller: { kind: 'employee', personId: personIdOf(around.keys, openid) },
        wechat: { openid, templates },
      }
}

async function overHttp(serve: Serve, { body, bearer, address, client }: HttpRequest, around: Around) {
  const who = await identify(bearer, around)
  return serve(body, { ...around, ...who, origin: address ? around.keys.hash('origin', address) : '', client })
}

const settle = (name: string, requestId: string, act: () => Promise<Reply<unknown, string>>) =>
  Promise.resolve()
    .then(act)
    .catch((error: unknown) => faultReply(name, requestId, error))

const statusOf = (reply: Reply<unknown, string>) => (!reply.ok && reply.code === 'INTERNAL' ? 500 : 200)
