import type { FunctionName } from '../../../src/contract/routes'
import { readKeys } from '../keys'
import type { Serve, Surroundings } from '../serve'
import { answer } from './door'
import { readInvocation } from './invocation'
import { ambientOpenid, sdkDatabase, sdkStorage } from './sdk'
import { wechatDatabase } from './wechat-database'
import { wechatFiles } from './wechat-files'

type House = Pick<Surroundings, 'database' | 'files' | 'keys'>

let house: House | undefined

/** Opened at the first invocation, kept while the instance is warm. Throws when a setting is missing. */
function open(): House {
  const prefix = process.env.XINYI_FILE_PREFIX
  if (!prefix?.startsWith('cloud://')) throw new Error('XINYI_FILE_PREFIX is not set: refusing to start')
  house ??= { database: wechatDatabase(sdkDatabase()), files: wechatFiles(sdkStorage, prefix), keys: readKeys(process.env.XINYI_KEYS) }
  return house
}

const origins = () => (process.env.XINYI_ORIGINS ?? '').split(',').filter(Boolean)

const invocationOf = (context: unknown) =>
  readInvocation(context, { openid: ambientOpenid(), source: process.env.TCB_SOURCE ?? '' }, new Date())

/** Turns a function's actions into what WeChat starts. */
export const deploy = (name: FunctionName, serve: Serve) => async (event: unknown, context: unknown) => {
  const invocation = invocationOf(context)
  try {
    return await answer(name, serve, event, invocation, open(), origins())
  } catch (error) {
    return fault(name, invocation.requestId, error)
  }
}

type Run = (around: House & { now: Date; log: (entry: object) => void }) => Promise<void>

/** The clock listens to the platform's timer and to nobody else. */
export const deployTimer = (name: string, run: Run) => async (event: unknown, context: unknown) => {
  const invocation = invocationOf(context)
  const type = typeof event === 'object' && event !== null ? (event as { Type?: unknown }).Type : undefined
  if (invocation.identity === 'disagrees' || invocation.openid !== '' || invocation.source !== 'wx_trigger' || type !== 'Timer')
    return { ok: false, code: 'NOT_ALLOWED', requestId: invocation.requestId }
  try {
    await run({ ...open(), now: invocation.now, log: (entry) => console.log(JSON.stringify({ function: name, ...entry })) })
    return { ok: true, data: {} }
  } catch (error) {
    return fault(name, invocation.requestId, error)
  }
}

/** The one place where a fault is caught: told as `INTERNAL`, logged without what it was about. */
function fault(name: string, requestId: string, error: unknown) {
  const at = error instanceof Error ? [error.name, ...(error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at ')).slice(0, 5)].join('|') : typeof error
  console.error(JSON.stringify({ function: name, requestId, fault: at }))
  return { ok: false, code: 'INTERNAL', requestId }
}
