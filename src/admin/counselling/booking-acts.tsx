import { App, Button, Drawer } from 'antd'
import { useCallback, useState } from 'react'
import { Link } from 'react-router'
import type { HeldBooking } from '../../contract/bookings'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RecordEditor } from '../records/record-editor'
import { shownClock, shownInstant } from '../shell/time'
import { actsOf } from './agenda'
import { CallOffDialog, CardDialog, PhoneDialog } from './booking-dialogs'

type Doing = 'card' | 'phone' | 'call-off' | 'record'
type Props = { row: HeldBooking; now: number; onChanged: () => void }

/** All that a counsellor can do with a booking of theirs at this instant. */
export const BookingActs = ({ row, now, onChanged }: Props) => {
  const { message } = App.useApp()
  const [doing, setDoing] = useState<Doing | null>(null)
  const [marking, setMarking] = useState(false)
  const close = useCallback(() => setDoing(null), [])
  const may = actsOf(row, now)
  const at = shownClock(row.from)

  const mark = async (outcome: 'attended' | 'missed') => {
    setMarking(true)
    const reply = await api.bookings[outcome]({ bookingId: row.id }).finally(() => setMarking(false))
    if (reply.ok) message.success('记下了，一天之内可以改')
    else message.warning(refusalText(reply))
    onChanged()
  }

  return (
    <div className="booking-acts">
      {row.shared && (
        <Button aria-label={`${at} 看对方写的`} onClick={() => setDoing('card')}>
          看对方写的
        </Button>
      )}
      {may.meet &&
        (may.meetsNow ? (
          <Link to={`/workbench?booking=${row.id}`}>
            <Button type="primary" aria-label={`${at} 进入对话`}>
              进入对话
            </Button>
          </Link>
        ) : (
          <span className="soft">开始前 10 分钟可以进入对话</span>
        ))}
      {may.call && (
        <Button aria-label={`${at} 看号码`} onClick={() => setDoing('phone')}>
          看号码
        </Button>
      )}
      {may.noNumber && <span className="soft">对方还没有留号码</span>}
      {may.mark && (
        <>
          <Button type="primary" loading={marking} aria-label={`${at} 见上了`} onClick={() => mark('attended')}>
            见上了
          </Button>
          <Button disabled={marking} aria-label={`${at} 没有见上`} onClick={() => mark('missed')}>
            没有见上
          </Button>
        </>
      )}
      {may.correct && (
        <Button loading={marking} onClick={() => mark(row.state === 'attended' ? 'missed' : 'attended')}>
          {row.state === 'attended' ? '改成没有见上' : '改成见上了'}
        </Button>
      )}
      {may.write && (
        <Button aria-label={`${at} 写记录`} onClick={() => setDoing('record')}>
          写记录
        </Button>
      )}
      {may.callOff && (
        <Button aria-label={`${at} 取消预约`} onClick={() => setDoing('call-off')}>
          取消预约
        </Button>
      )}
      {doing === 'record' && (
        <Drawer
          open
          size={720}
          title={`${shownInstant(row.from)} 的记录`}
          closable={{ 'aria-label': '关闭' }}
          onClose={close}
        >
          <RecordEditor of="booking" ofId={row.id} />
        </Drawer>
      )}
      {doing === 'card' && <CardDialog row={row} onClose={close} />}
      {doing === 'phone' && <PhoneDialog row={row} onClose={close} />}
      {doing === 'call-off' && (
        <CallOffDialog
          row={row}
          onDone={() => {
            close()
            message.success('已取消，对方会收到通知')
            onChanged()
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
