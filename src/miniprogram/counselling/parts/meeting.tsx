import type { OwnBooking } from '../../../contract/bookings'
import { messages } from '../../../contract/messages.zh-CN'
import { api } from '../../cloud/api'
import { Button } from '../../parts/button'
import { tell } from '../../parts/tell'
import { useStep } from '../../parts/use-step'
import { go, wayToChat } from '../../parts/ways'
import { Buttons, Line, Paper, Wrong } from '../../privacy/parts/paper'
import { howToMeet, isOpenNow } from './booking-words'

const stale = ['BOOKING_NOT_FOUND', 'BOOKING_OVER', 'NOT_CONFIRMED', 'NOT_BY_TEXT'] as const
const isStale = (code: string): code is (typeof stale)[number] => stale.some((one) => one === code)

/** How they meet, and the door to it where that is in this app. */
export const Meeting = ({ booking, now, onStale }: { booking: OwnBooking; now: Date; onStale: () => void }) => {
  const { busy, wrong, step } = useStep()
  const enter = async () => {
    const reply = await step(() => api.chats.meet({ bookingId: booking.id }))
    if (reply?.ok) go(wayToChat(reply.data.id))
    else if (reply && isStale(reply.code)) {
      tell('没有打开', messages[reply.code])
      onStale()
    }
  }
  const isOpen = isOpenNow(booking, now)
  return (
    <Paper title="怎么见">
      <Line>{isOpen ? '现在可以进去了。到约好的时间，咨询师会在里面；聊多少都可以。' : howToMeet[booking.mode]}</Line>
      <Wrong text={wrong} />
      {isOpen ? (
        <Buttons>
          <Button text={busy ? '正在打开' : '进入对话'} kind="primary" disabled={busy} onTap={() => void enter()} />
        </Buttons>
      ) : null}
    </Paper>
  )
}
