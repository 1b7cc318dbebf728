import type { AnyRefusal } from '../../contract'
import { messages } from '../../contract/messages.zh-CN'
import { shownInstant } from '../shell/time'

export type Refused = { ok: false; code: string; requestId?: string; retryAt?: string }

const sentenceOf = (code: string) => messages[code as AnyRefusal] ?? messages.INTERNAL

/** What happened, what to do, from when on, and the number to give to a colleague who can look it up. */
export const refusalText = ({ code, requestId, retryAt }: Refused) =>
  [
    sentenceOf(code),
    retryAt ? `${shownInstant(retryAt)} 以后可以再试` : '',
    code === 'INTERNAL' && requestId ? `编号 ${requestId}` : '',
  ]
    .filter(Boolean)
    .join('。')
