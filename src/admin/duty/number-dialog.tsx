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

/** Long enough to dial and be answered, too short to be left lying open. */
const OPEN_MS = 5 * 60_000

const Shown = ({ phone, until, onClose }: { phone: string; until: number; onClose: () => void }) => {
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
  const [shown, setShown] = useState<{ phone: string; until: number } | null>(null)
  const session = useSession()
  const signedIn = session.state === 'in'
  useEffect(() => {
    if (!signedIn) onClose()
  }, [signedIn, onClose])

  const look = async () => {
    const reply = await phone.run({ callId: call.id })
    if (reply.ok) setShown({ phone: reply.data.phone, until: Date.now() + OPEN_MS })
  }

  return (
    <Modal
      open
      title={`${shownClock(call.openedAt)} 请求的回电号码`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        shown ? (
          <Button type="primary" onClick={onClose}>
            打好了，关闭
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>先不看</Button>
            <Button type="primary" loading={phone.busy} onClick={look}>
              看号码
            </Button>
          </>
        )
      }
    >
      <div className="stack stack-tight">
        {shown ? (
          <Shown {...shown} onClose={onClose} />
        ) : (
          <p>每看一次号码，本人都会在「谁看过我」里看到时间和您的角色。准备好打电话时再看。</p>
        )}
        <RefusalNote refusal={phone.refusal} />
      </div>
    </Modal>
  )
}
