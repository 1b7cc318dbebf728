import type { AnyRefusal } from '../../contract'
import { messages } from '../../contract/messages.zh-CN'
import type { Purpose } from '../../domain/consents/words'
import { ask } from './ask'
import { tell } from './tell'
import { go, wayToConsent } from './ways'

export type Refused = { code: string; purpose?: Purpose }

/** Says over the page why something was not done. What only waits for the person's agreement leads to the words they would agree to. */
export const tellRefusal = async (title: string, { code, purpose }: Refused) => {
  const content = messages[code as AnyRefusal]
  if (code !== 'CONSENT_NEEDED' || purpose === undefined) {
    tell(title, content)
    return
  }
  if (await ask({ title, content, confirmText: '看看说明', cancelText: '先不看' })) go(wayToConsent(purpose))
}
