import { randomUUID } from 'node:crypto'

export type Invocation = {
  /** The openid of this invocation, empty when WeChat gave none. */
  openid: string
  /** `disagrees`: this invocation and the process speak of different people, so nobody is let in. */
  identity: 'clear' | 'disagrees'
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
  const given = typeof context === 'object' && context !== null ? (context as { environment?: unknown; request_id?: unknown }) : {}
  const requestId = typeof given.request_id === 'string' && given.request_id ? given.request_id : randomUUID()
  const environment = parse(given.environment)
  if (!environment) return { openid: ambient.openid, identity: 'clear', source: ambient.source, requestId, now }
  const openid = text(environment.WX_OPENID)
  const disagrees = openid !== '' && ambient.openid !== '' && openid !== ambient.openid
  return { openid: disagrees ? '' : openid, identity: disagrees ? 'disagrees' : 'clear', source: text(environment.TCB_SOURCE), requestId, now }
}

const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

function parse(environment: unknown): Record<string, unknown> | undefined {
  if (typeof environment === 'object' && environment !== null) return environment as Record<string, unknown>
  if (typeof environment !== 'string' || environment === '') return undefined
  try {
    const parsed: unknown = JSON.parse(environment)
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
