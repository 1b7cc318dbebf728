import type { OwnBooking } from '../../../contract/bookings'
import { messages } from '../../../contract/messages.zh-CN'
import { api } from '../../cloud/api'
import { ask } from '../../parts/ask'
import { Button } from '../../parts/button'
import { tell } from '../../parts/tell'
import { useStep } from '../../parts/use-step'
import { go, wayToMove } from '../../parts/ways'
import { spanOf, weekdayMinuteOf } from '../../phone/times'
import { Buttons, Line, Paper, Wrong } from '../../privacy/parts/paper'
import { cancelRule } from './booking-words'

const moveRule = ({ movableUntil }: OwnBooking, now: Date) =>
  movableUntil !== null && now <= new Date(movableUntil)
    ? `${weekdayMinuteOf(movableUntil)} 以前可以换时间，换好之前，原来的时间一直是您的。`
    : '离开始太近，不能换时间了；来不了可以取消，再约一次。'

const stale = ['BOOKING_NOT_FOUND', 'BOOKING_OVER', 'BOOKING_BEGUN', 'NOT_CONFIRMED'] as const
const isStale = (code: string): code is (typeof stale)[number] => stale.some((one) => one === code)

/** Another time, or none. What it means is said before it is done. */
export const Change = ({
  booking,
  now,
  onChanged,
  onStale,
}: {
  booking: OwnBooking
  now: Date
  onChanged: (booking: OwnBooking) => void
  /** It is not any more what stands on the page. */
  onStale: () => void
}) => {
  const { busy, wrong, step } = useStep()
  if (now >= new Date(booking.from))
    return (
      <Paper title="已经到时间了">
        <Line>来不了也没有关系，可以再约一次。急着说说，可以打 12356。</Line>
      </Paper>
    )
  const movable = booking.movableUntil !== null && now <= new Date(booking.movableUntil)
  const cancel = async () => {
    const content = `${spanOf(booking)}。${cancelRule(booking, now)}咨询师只会看到这个时间空出来了。`
    if (!(await ask({ title: '取消这个预约吗', content, confirmText: '取消预约', cancelText: '先留着' }))) return
    const reply = await step(() => api.bookings.cancel({ bookingId: booking.id }))
    if (reply?.ok) onChanged(reply.data)
    else if (reply && isStale(reply.code)) {
      tell('没有取消', messages[reply.code])
      onStale()
    }
  }
  return (
    <Paper title="时间有变化">
      <Line>{moveRule(booking, now)}</Line>
      <Line>{cancelRule(booking, now)}</Line>
      <Wrong text={wrong} />
      <Buttons side>
        {movable ? <Button text="换个时间" disabled={busy} onTap={() => go(wayToMove(booking.id))} /> : null}
        <Button text={busy ? '正在取消' : '取消预约'} kind="quiet" disabled={busy} onTap={() => void cancel()} />
      </Buttons>
    </Paper>
  )
}
