import { createApi } from '../../contract/client'
import { expire, tokenNow } from '../session/store'
import { sendHttp } from './send'

/** Empty on our own server; the address of the HTTP access service when the functions run in WeChat's cloud. */
const origin: string = import.meta.env.VITE_API_ORIGIN ?? ''

/** Only our own server has a doorbell; in WeChat's cloud a page asks again and again. */
export const hasDoorbell = origin === ''

export const api = createApi(async (name, request) => {
  const token = tokenNow()
  const reply = await sendHttp(fetch, origin, token, name, request)
  if (!reply.ok && reply.code === 'SIGN_IN_NEEDED' && token) expire(token)
  return reply
})

const toTheEnd: typeof fetch = (input, init) => fetch(input, { ...init, keepalive: true })

/** For what is said while the page closes: it goes out although nobody is there any more to hear the answer. */
export const partingApi = createApi((name, request) => sendHttp(toTheEnd, origin, tokenNow(), name, request))
