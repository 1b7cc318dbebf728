import { App, Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import type { CallRow } from '../../contract/calls'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { useSession } from '../session/store'
import { copyText } from '../shell/copy'
import { shownClock } from '../shell/time'
import { clockLeft } from '../unsealings/time-left'
import { useNow } from '../unsealings/use-now'
import { lookName } from './look-words'
import { type Referral, ReferralShown } from './referral-shown'

/** Long enough to dial and be answered, too short to be left lying open. */
export const OPEN_MS = 5 * 60_000

/** A number that goes by itself. */
export const ShownNumber = ({ phone, until, onClose }: { phone: string; until: number; onClose: () => void }) => {
  const { message } = App.useApp()
  const now = useNow(1000)
  useEffect(() => {
    if (now >= until) onClose()
  }, [now, until, onClose])

  const copy = async () => {
    if (await copyText(phone)) message.success('已复制，打完请清空剪贴板')
    else message.warning('浏览器不允许复制，请照着拨打')
  }

  return (
    <div className="stack stack-tight">
      <div className="row">
        <strong className="duty-number figure">{phone}</strong>
        <Button onClick={copy}>复制</Button>
      </div>
      <p className="soft">
        这次查看已经写进本人的「谁看过我」。窗口在 <span className="figure">{clockLeft(until, now)}</span>{' '}
        后自动关闭。不要把号码抄到别处，结束后它会被清除。
      </p>
    </div>
  )
}

/** Says first what looking means; the number is asked for only after that. */
export const NumberDialog = ({ call, onClose }: { call: CallRow; onClose: () => void }) => {
  const phone = useAction(api.calls.phone)
  const [shown, setShown] = useState<{ phone: string; referral: Referral | null; until: number } | null>(null)
  const session = useSession()
  const signedIn = session.state === 'in'
  useEffect(() => {
    if (!signedIn) onClose()
  }, [signedIn, onClose])

  const look = async () => {
    const reply = await phone.run({ callId: call.id })
    if (reply.ok) setShown({ ...reply.data, until: Date.now() + OPEN_MS })
  }

  return (
    <Modal
      open
      title={`${shownClock(call.openedAt)} ${call.hasNumber ? '请求的回电号码' : '咨询师的转介'}`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        shown ? (
          <Button type="primary" onClick={onClose}>
            {call.hasNumber ? '打好了，关闭' : '看好了，关闭'}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>先不看</Button>
            <Button type="primary" loading={phone.busy} onClick={look}>
              {lookName(call)}
            </Button>
          </>
        )
      }
    >
      <div className="stack stack-tight">
        {shown?.referral && (
          <ReferralShown referral={shown.referral} byName={call.referredByName} until={shown.until} onClose={onClose} />
        )}
        {shown?.phone && <ShownNumber phone={shown.phone} until={shown.until} onClose={onClose} />}
        {!shown && <p>每看一次，本人都会在「谁看过我」里看到时间和您的角色。准备好联系时再看。</p>}
        <RefusalNote refusal={phone.refusal} />
      </div>
    </Modal>
  )
}
