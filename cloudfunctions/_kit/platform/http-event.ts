import { done, type Result, refused } from '../../../src/domain/result'

/** What CloudBase's HTTP access service passes on (docs.cloudbase.net, «HTTP 访问云函数»). */
export type HttpEvent = {
  httpMethod: string
  headers: Record<string, string | undefined>
  body?: unknown
  isBase64Encoded?: unknown
  requestContext?: { sourceIp?: unknown }
}

export type HttpAnswer = { statusCode: number; headers: Record<string, string>; body: string }

export const isHttp = (event: unknown): event is HttpEvent =>
  typeof event === 'object' &&
  event !== null &&
  typeof (event as HttpEvent).httpMethod === 'string' &&
  typeof (event as HttpEvent).headers === 'object' &&
  (event as HttpEvent).headers !== null

const header = (event: HttpEvent, name: string): string => {
  const found = Object.entries(event.headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof found === 'string' ? found : ''
}

/** The origin to answer to: one of ours, or none at all for a call that no page made. undefined: somebody else's page. */
export function allowedOrigin(event: HttpEvent, origins: readonly string[]): string | undefined {
  const origin = header(event, 'origin')
  return origin === '' || origins.includes(origin) ? origin : undefined
}

export type HttpRequest = { body: unknown; bearer: string | undefined; client: string; address: string }

export function readHttp(event: HttpEvent): Result<HttpRequest, 'INVALID_INPUT'> {
  if (event.httpMethod !== 'POST' || typeof event.body !== 'string') return refused('INVALID_INPUT')
  // Its documentation writes the flag as a word, its example as a boolean.
  const encoded = event.isBase64Encoded === true || event.isBase64Encoded === 'true'
  const text = encoded ? Buffer.from(event.body, 'base64').toString('utf8') : event.body
  const bearer = /^Bearer ([\w-]{10,200})$/.exec(header(event, 'authorization'))?.[1]
  const address = event.requestContext?.sourceIp
  try {
    return done({
      body: JSON.parse(text),
      bearer,
      client: header(event, 'user-agent').slice(0, 200),
      address: typeof address === 'string' ? address : '',
    })
  } catch {
    return refused('INVALID_INPUT')
  }
}

const corsFor = (origin: string): Record<string, string> =>
  origin ? { 'access-control-allow-origin': origin, vary: 'origin' } : {}

export const httpAnswer = (statusCode: number, reply: unknown, origin: string): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...corsFor(origin) },
  body: JSON.stringify(reply),
})

export const preflight = (origin: string): HttpAnswer => ({
  statusCode: 204,
  headers: {
    ...corsFor(origin),
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-max-age': '600',
  },
  body: '',
})
