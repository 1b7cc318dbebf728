import { failure } from './failures'
import type { Identity } from './invocations'
import { readMessage, writeMessage } from './protobuf'

export interface OpenApiCall {
  /** As the SDK names it: `subscribeMessage.send`. */
  api: string
  version: 'v1' | 'v2'
  /** snake_case keys, as WeChat receives them; media as bytes. */
  data: Record<string, unknown>
  invocation: string
  identity: Identity
}

/** WeChat's JSON answer (with `errcode`), or bytes with their type. */
export type OpenApiAnswer = Record<string, unknown> | { contentType: string; bytes: Buffer }

export type OpenApiHandler = (call: OpenApiCall) => OpenApiAnswer | Promise<OpenApiAnswer>

/** -604104: cloud calls work only from invocations WeChat itself started. */
const ILLEGAL_SOURCE = -604104

function boundaryOf(contentType: string): string {
  const boundary = /boundary=("?)([^";]+)\1/.exec(contentType)?.[2]
  if (!boundary) throw failure('INVALID_PARAM', 'a multipart request without a boundary')
  return boundary
}

export function readMultipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const mark = Buffer.from(`--${boundaryOf(contentType)}`)
  const parts = new Map<string, Buffer>()
  let from = body.indexOf(mark)
  while (from >= 0) {
    const next = body.indexOf(mark, from + mark.length)
    if (next < 0) break
    const part = body.subarray(from + mark.length + 2, next - 2)
    const gap = part.indexOf('\r\n\r\n')
    const name = /name="([^"]*)"/.exec(part.subarray(0, gap).toString())?.[1]
    if (gap >= 0 && name !== undefined) parts.set(name, part.subarray(gap + 4))
    from = next
  }
  return parts
}

function bytesAt(message: Buffer, number: number): Buffer | undefined {
  const value = readMessage(message).find((field) => field.number === number)?.value
  return typeof value === 'number' ? undefined : value
}

function readPair(pair: Buffer): [string, unknown] {
  const key = bytesAt(pair, 1)?.toString() ?? ''
  const value = bytesAt(pair, 2) ?? Buffer.alloc(0)
  const contentType = bytesAt(pair, 3)?.toString()
  if (contentType) return [key, { contentType, bytes: value, filename: bytesAt(pair, 4)?.toString() }]
  return [key, JSON.parse(value.toString())]
}

function readRequest(requestData: Buffer): Record<string, unknown> {
  const fields = readMessage(requestData)
  const kind = fields.find(({ number }) => number === 1)?.value ?? 0
  if (kind !== 0)
    throw failure('STAND_IN_UNSUPPORTED', `CloudBase stand-in does not support wx.openApi of type ${kind}`)
  const pairs = readMessage(bytesAt(requestData, 2) ?? Buffer.alloc(0)).filter(({ number }) => number === 1)
  return Object.fromEntries(pairs.map(({ value }) => readPair(value as Buffer)))
}

const answer = (contentType: string, bytes: Buffer) =>
  writeMessage([
    { number: 1, value: bytes },
    { number: 2, value: Buffer.from(contentType) },
    { number: 3, value: 0 },
    { number: 4, value: 200 },
  ])

const systemError = (code: number) => writeMessage([{ number: 3, value: code }])

/** Answers one cloud call with the protobuf message the SDK expects. */
export async function answerOpenApi(
  parts: Map<string, Buffer>,
  invocation: string,
  identity: Identity,
  handler: OpenApiHandler | undefined,
): Promise<Buffer> {
  const api = parts.get('apiName')?.toString() ?? ''
  if (!handler) throw failure('STAND_IN_UNSUPPORTED', `CloudBase stand-in has no openApi handler (wx.openApi ${api})`)
  if (identity.source === 'http') return systemError(ILLEGAL_SOURCE)
  const version = parts.get('cgiName')?.toString() === 'commrpcv2' ? 'v2' : 'v1'
  const data = readRequest(parts.get('requestData') ?? Buffer.alloc(0))
  const result = await handler({ api, version, data, invocation, identity })
  if (Buffer.isBuffer(result.bytes) && typeof result.contentType === 'string')
    return answer(result.contentType, result.bytes)
  return answer('application/json', Buffer.from(JSON.stringify(result)))
}
