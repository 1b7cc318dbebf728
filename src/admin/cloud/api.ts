import { createApi } from '../../contract/client'
import { expire, tokenNow } from '../session/store'
import { sendHttp } from './send'

/** Empty on our own server; the address of the HTTP access service when the functions run in WeChat's cloud. */
const origin: string = import.meta.env.VITE_API_ORIGIN ?? ''

export const api = createApi(async (name, request) => {
  const token = tokenNow()
  const reply = await sendHttp(fetch, origin, token, name, request)
  if (!reply.ok && reply.code === 'SIGN_IN_NEEDED' && token) expire(token)
  return reply
})
