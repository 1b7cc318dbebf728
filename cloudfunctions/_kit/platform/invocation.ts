import { randomUUID } from 'node:crypto'

export type Invocation = {
  /** The openid of this invocation, empty when WeChat gave none. */
  openid: string
  /**
   * `own`: what this invocation itself carries. `ambient`: it carries nothing, so the process was believed. `unclear`:
   * the two speak of different people, or what it carries cannot be read; nobody is let in.
   */
  identity: 'own' | 'ambient' | 'unclear'
  /** What started it, as the platform says: `wx_client`, `wx_trigger`, … */
  source: string
  requestId: string
  now: Date
}

/**
 * A warm function can keep the previous caller's OPENID in `process.env`. What this invocation carries in
 * `context.environment` rules; `ambient` counts only where that is absent.
 */
export function readInvocation(context: unknown, ambient: { openid: string; source: string }, now: Date): Invocation {
  const { request_id, environment: carried } = (isRecord(context) ? context : {}) as Record<string, unknown>
  const around = { requestId: text(request_id) || randomUUID(), now }
  if (carried === undefined || carried === null || carried === '') return { ...ambient, identity: 'ambient', ...around }
  const environment = typeof carried === 'string' ? parse(carried) : carried
  if (!isRecord(environment)) return { openid: '', identity: 'unclear', source: '', ...around }
  const [openid, source] = [text(environment.WX_OPENID), text(environment.TCB_SOURCE)]
  const disagree = openid !== '' && ambient.openid !== '' && openid !== ambient.openid
  return disagree
    ? { openid: '', identity: 'unclear', source, ...around }
    : { openid, identity: 'own', source, ...around }
}

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parse(environment: string): unknown {
  try {
    return JSON.parse(environment)
  } catch {
    return undefined
  }
}
