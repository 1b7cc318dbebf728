import * as glassEasel from 'glass-easel'
import { topPage } from './open-pages'
import { record } from './platform/ask'

const EVENT_OF_OPEN_TYPE: Record<string, string> = {
  agreePrivacyAuthorization: 'agreeprivacyauthorization',
  getPhoneNumber: 'getphonenumber',
  chooseAvatar: 'chooseavatar',
}

/** A button whose open-type only WeChat can serve is answered as a person who agrees would answer it. */
export function consentingAnswer(target: glassEasel.Element): void {
  for (let node: glassEasel.Element | null = target; node; node = node.parentNode) {
    const button = node
    const element = button.getBackendElement() as unknown as HTMLElement | null
    const openType = element?.getAttribute?.('open-type')
    if (!openType) continue
    const name = EVENT_OF_OPEN_TYPE[openType]
    const detail = { errMsg: `${openType}:ok`, code: 'a-code-of-this-tap' }
    if (openType === 'share') share()
    if (name)
      setTimeout(() => glassEasel.Event.dispatchEvent(button, new glassEasel.Event(name, detail, { bubbles: false })))
    return
  }
}

function share(): void {
  record('wx.share', topPage()?.instance.onShareAppMessage?.({ from: 'button' }) ?? {})
}
