import Taro from '@tarojs/taro'
import type { Transport } from '../../contract/client'
import { isReply, meaningOf, PATIENCE_MS, withinPatience } from './cut-off'
import { deviceKey } from './device-key'
import { withEnrolment } from './enrolment'

const ask = withEnrolment(
  (name, request, key) =>
    withinPatience(
      (async () => {
        try {
          const { data } = await Taro.request({
            url: `/api/${name}`,
            method: 'POST',
            data: request,
            header: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
            timeout: PATIENCE_MS,
          })
          return isReply(data) ? data : { ok: false, code: 'INTERNAL' }
        } catch (failure) {
          return meaningOf(failure)
        }
      })(),
    ),
  deviceKey,
)

export const http: Transport = (name, request) => ask(name, request)
