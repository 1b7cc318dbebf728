import type { Outcome } from '../../../src/domain/notices/notice'
import type { Send } from '../outbox/channel'
import type { Openapi } from './sdk'

/**
 * What WeChat's numbers mean (发送订阅消息, 全局返回码). 43101: no consent, or it is used up; 43107: barred. 43108: another
 * message to the same person is on its way; 45009, 45011, 45047: too many for now. -604101, -604104: this function may not
 * ask, or not as it was started, which whoever deploys it mends.
 */
const MEANINGS: Record<number, Outcome> = {
  43101: 'refused',
  43107: 'refused',
  43108: 'later',
  45009: 'later',
  45011: 'later',
  45047: 'later',
  [-604101]: 'later',
  [-604104]: 'later',
}

/** Hands messages to WeChat. Works only where WeChat's own timer started the function (-604104 elsewhere). */
export const sendBy =
  (openapi: Openapi): Send =>
  async (openid, { templateId, page, fields }) => {
    const data = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value }]))
    try {
      await openapi.subscribeMessage.send({ touser: openid, templateId, page, lang: 'zh_CN', data })
      return 'sent'
    } catch (error) {
      return outcomeOf(error)
    }
  }

/**
 * A positive number is WeChat's own answer: it did not take the message. The SDK gives -1 to whatever it has no number for,
 * a line that broke among them: then nobody knows.
 */
function outcomeOf(error: unknown): Outcome {
  const code = typeof error === 'object' && error !== null ? (error as { errCode?: unknown }).errCode : undefined
  if (typeof code !== 'number') return 'lost'
  return MEANINGS[code] ?? (code > 0 ? 'failed' : 'lost')
}
