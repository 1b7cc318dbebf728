import type { HeldBooking } from '../../contract/bookings'
import { type CallOffReason, callOffNames, callOffReasons } from '../../domain/bookings/words'
import { api } from '../cloud/api'
import { ChoiceDialog } from '../duty/choice-dialog'
import { OPEN_MS, ShownNumber } from '../duty/number-dialog'
import { shownClock, shownInstant } from '../shell/time'
import { LookDialog } from './look-dialog'
import '../duty/duty.css'

type Props = { row: HeldBooking; onClose: () => void }

export const CardDialog = ({ row, onClose }: Props) => (
  <LookDialog
    title={`${shownInstant(row.from)}：对方想让您知道的`}
    explain="这段话是对方写给您一个人的。每看一次，本人都会在「谁看过我」里看到时间和您的角色。"
    okText="知道了，打开"
    ask={() => api.bookings.card({ bookingId: row.id })}
    onClose={onClose}
  >
    {({ card }) =>
      card === null ? (
        <p>对方已经收回了，这里没有内容。</p>
      ) : (
        <>
          <p className="booking-card">{card}</p>
          <p className="soft">这次查看已经写进本人的「谁看过我」。请不要抄到别处。</p>
        </>
      )
    }
  </LookDialog>
)

export const PhoneDialog = ({ row, onClose }: Props) => (
  <LookDialog
    title={`${shownClock(row.from)} 的电话咨询`}
    explain="每看一次号码，本人都会在「谁看过我」里看到时间和您的角色。准备好打电话时再看。开始前 15 分钟起可以看，结束一小时后自动清除。"
    okText="看号码"
    ask={() => api.bookings.phone({ bookingId: row.id })}
    onClose={onClose}
  >
    {({ phone }, shownAt) =>
      phone === null ? (
        <p>对方没有留号码，或刚刚收回了。对方在「我的预约」里可以再留。</p>
      ) : (
        <ShownNumber phone={phone} until={shownAt + OPEN_MS} onClose={onClose} />
      )
    }
  </LookDialog>
)

/** `left` is said by the clock for somebody who works here no more. */
const reasonsFor = ({ mode }: HeldBooking) =>
  callOffReasons.filter((reason) => reason !== 'left' && (reason !== 'place-closed' || mode === 'in-person'))

export const CallOffDialog = ({ row, onDone, onClose }: Props & { onDone: () => void }) => (
  <ChoiceDialog<CallOffReason, string>
    title={`取消 ${shownInstant(row.from)} 的预约`}
    label="对方会看到的原因"
    okText="取消这个预约"
    options={reasonsFor(row).map((value) => ({ value, label: callOffNames[value] }))}
    choose={(reason) => api.bookings.callOff({ bookingId: row.id, reason })}
    onChosen={onDone}
    onClose={onClose}
  >
    <p className="soft">
      对方会马上收到通知，看到「咨询师取消了」和下面的原因，可以重新约一个时间。这段时间不再放出来；取消后不能恢复。
    </p>
  </ChoiceDialog>
)
