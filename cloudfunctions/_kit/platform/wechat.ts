import type { FunctionName } from '../../../src/contract/routes'
import { readKeys } from '../keys'
import { type Channel, readTemplates } from '../outbox/channel'
import type { Serve } from '../serve'
import { answer, type House } from './door'
import { faultReply } from './failure'
import { readInvocation } from './invocation'
import { sendBy } from './messages'
import { ambientOpenid, sdkDatabase, sdkOpenapi, sdkStorage } from './sdk'
import { wechatDatabase } from './wechat-database'
import { wechatFiles } from './wechat-files'

let house: House | undefined

/** Opened at the first invocation, kept while the instance is warm. Throws when a setting is missing. */
function open(): House {
  if (house) return house
  const prefix = process.env.XINYI_FILE_PREFIX
  if (!prefix || !/^cloud:\/\/[^/]+$/.test(prefix)) throw new Error('XINYI_FILE_PREFIX is not set: refusing to start')
  house = {
    database: wechatDatabase(sdkDatabase()),
    files: wechatFiles(sdkStorage, prefix),
    keys: readKeys(process.env.XINYI_KEYS),
    templates: () => readTemplates(process.env.XINYI_TEMPLATES),
  }
  return house
}

const origins = () =>
  (process.env.XINYI_ORIGINS ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean)

const invocationOf = (context: unknown) =>
  readInvocation(context, { openid: ambientOpenid(), source: process.env.TCB_SOURCE ?? '' }, new Date())

/** Turns a function's actions into what WeChat starts. */
export const deploy = (name: FunctionName, serve: Serve) => (event: unknown, context: unknown) =>
  answer(name, serve, event, invocationOf(context), open, origins())

type Run = (
  around: Omit<House, 'templates'> & { now: Date; channel: Channel; log: (entry: object) => void },
) => Promise<void>

/** The clock listens to the platform's timer and to nobody else. */
export const deployTimer = (name: string, run: Run) => async (event: unknown, context: unknown) => {
  const { openid, identity, source, requestId, now } = invocationOf(context)
  const type = typeof event === 'object' && event !== null ? (event as { Type?: unknown }).Type : undefined
  if (identity === 'unclear' || openid !== '' || source !== 'wx_trigger' || type !== 'Timer')
    return { ok: false, code: 'NOT_ALLOWED', requestId }
  try {
    const { templates, ...around } = open()
    const log = (entry: object) => console.log(JSON.stringify({ function: name, requestId, ...entry }))
    await run({ ...around, now, channel: { templates, send: sendBy(sdkOpenapi()) }, log })
    return { ok: true, data: {} }
  } catch (error) {
    return faultReply(name, requestId, error)
  }
}
