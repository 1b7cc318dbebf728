export type Source = 'mini-program' | 'http' | 'timer'

export interface Identity {
  source?: Source
  openid?: string
  unionid?: string
  appid?: string
  clientIp?: string
  /** What `SOURCE` reads, where it is a chain such as `wx_client,scf`. */
  sourceChain?: string
}

export const APPID = 'wx0123456789abcdef'

function wechatKeys(invocation: string, identity: Identity): Record<string, string> {
  if (identity.source === 'http') return {}
  const keys: Record<string, string> = { WX_APPID: identity.appid ?? APPID }
  if (identity.source === 'timer') {
    keys.WX_TRIGGER_API_TOKEN_V0 = `trigger-token-${invocation}`
  } else {
    keys.WX_CLIENTIP = identity.clientIp ?? '203.0.113.7'
    keys.WX_API_TOKEN = `token-${invocation}`
    if (identity.openid !== undefined) keys.WX_OPENID = identity.openid
    if (identity.unionid !== undefined) keys.WX_UNIONID = identity.unionid
  }
  return { ...keys, WX_CONTEXT_KEYS: Object.keys(keys).join(',') }
}

function sourceKeys(identity: Identity): Record<string, string> {
  if (identity.sourceChain) return { TCB_SOURCE: identity.sourceChain }
  if (identity.source === 'http') return {}
  return identity.source === 'timer' ? { TRIGGER_SRC: 'timer', TCB_SOURCE: 'wx_trigger' } : { TCB_SOURCE: 'wx_client' }
}

/** What the platform puts into process.env for one invocation, and takes out again after it. */
export function invocationKeys(url: string, envId: string, invocation: string, identity: Identity) {
  const tcb: Record<string, string> = {
    TCB_ENV: envId,
    TCB_SOURCE_IP: identity.clientIp ?? '203.0.113.7',
    ...sourceKeys(identity),
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/inv/${encodeURIComponent(invocation)}/admin` }),
  }
  return {
    ...tcb,
    TCB_CONTEXT_KEYS: ['TCB_ENV', 'TCB_SOURCE', 'TCB_SOURCE_IP'].filter((key) => key in tcb).join(','),
    ...wechatKeys(invocation, identity),
  }
}

/** What an instance has for all its life; without RUNENV, region and credentials the SDK looks for a metadata server. */
export const instanceKeys = (envId: string): Record<string, string> => ({
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: envId,
  TENCENTCLOUD_SECRETID: 'stand-in-id',
  TENCENTCLOUD_SECRETKEY: 'stand-in-key',
  TENCENTCLOUD_SESSIONTOKEN: 'stand-in-session',
})
