import Taro from '@tarojs/taro'
import type { Transport } from '../../contract/client'
import { isReply, meaningOf, withinPatience } from './cut-off'

let ready = false

const begin = () => {
  if (ready) return
  const env = process.env.XINYI_CLOUD_ENV
  // Without a name WeChat takes the environment bound to this mini-program.
  Taro.cloud.init(env ? { env, traceUser: false } : { traceUser: false })
  ready = true
}

export const wechat: Transport = (name, request) =>
  withinPatience(
    (async () => {
      try {
        begin()
        const { result } = await Taro.cloud.callFunction({ name, data: request })
        return isReply(result) ? result : { ok: false, code: 'INTERNAL' }
      } catch (failure) {
        return meaningOf(failure)
      }
    })(),
  )
