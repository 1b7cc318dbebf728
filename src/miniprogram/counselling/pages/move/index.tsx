import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../../contract'
import type { OwnBooking } from '../../../../contract/bookings'
import { messages } from '../../../../contract/messages.zh-CN'
import { type Mode, modeNames } from '../../../../domain/counsellors/words'
import { api } from '../../../cloud/api'
import { forgetNext } from '../../../pages/mine/next-booking'
import { ask } from '../../../parts/ask'
import { Button } from '../../../parts/button'
import { Choice } from '../../../parts/choice'
import { PageShell } from '../../../parts/page-shell'
import { Section } from '../../../parts/section'
import { Nothing } from '../../../parts/trouble'
import { useStep } from '../../../parts/use-step'
import { go, goBack, goInstead, paths, wayToBooking, wayToCounsellor } from '../../../parts/ways'
import { spanOf, weekdayMinuteOf } from '../../../phone/times'
import { Buttons, Line, Paper, Quiet, Wrong } from '../../../privacy/parts/paper'
import { Told } from '../../../privacy/parts/told'
import { useOwn } from '../../../privacy/parts/use-own'
import { placeOf } from '../../parts/booking-words'
import { SlotPicker } from '../../parts/slot-picker'

type Counsellor = Output<'counsellors', 'open'>
type Slot = Counsellor['slots'][number]

/** Read before the page goes: a browser closes a dialog with its page. */
const tell = (title: string, content: string) => ask({ title, content, confirmText: '知道了' })

const toBooking = (id: string) => (Taro.getCurrentPages().length > 1 ? goBack() : goInstead(wayToBooking(id)))

/** After these other times may be free than those on the page. */
const isStaleTime = (code: string) => code === 'SLOT_TAKEN' || code === 'SLOT_NOT_OFFERED'

const standsOtherwise = ['BOOKING_NOT_FOUND', 'NOT_CONFIRMED', 'BOOKING_OVER', 'TOO_LATE_TO_MOVE'] as const
const isOtherwise = (code: string): code is (typeof standsOtherwise)[number] =>
  standsOtherwise.some((one) => one === code)

const Choose = ({
  booking,
  counsellor,
  busy,
  onMove,
}: {
  booking: OwnBooking
  counsellor: Counsellor
  busy: boolean
  onMove: (slot: Slot, mode: Mode) => void
}) => {
  const [slot, setSlot] = useState<Slot | null>(null)
  const [wanted, setWanted] = useState<Mode>(booking.mode)
  const mode = slot === null || slot.modes.includes(wanted) ? wanted : slot.modes[0]
  if (counsellor.slots.length === 0)
    return (
      <Nothing
        text="最近四周没有别的空时间了。原来约的还在；也可以排个候补，有空出来的会问您。"
        action="看看这位咨询师"
        onTap={() => go(wayToCounsellor(booking.staffId))}
      />
    )
  return (
    <View>
      <SlotPicker slots={counsellor.slots} chosen={slot?.from ?? null} onChoose={setSlot} />
      {slot === null || mode === undefined ? null : (
        <Section title="怎么见">
          <Choice
            name="怎么见"
            options={slot.modes.map((value) => ({ value, text: modeNames[value] }))}
            chosen={mode}
            disabled={busy}
            onChoose={setWanted}
          />
        </Section>
      )}
      <Buttons>
        <Button
          text={slot === null ? '先选一个时间' : busy ? '正在换' : `换到 ${weekdayMinuteOf(slot.from)}`}
          kind="primary"
          disabled={busy || slot === null || mode === undefined}
          onTap={() => slot !== null && mode !== undefined && onMove(slot, mode)}
        />
      </Buttons>
    </View>
  )
}

const Move = ({ booking }: { booking: OwnBooking }) => {
  const { id, staffId } = booking
  const { own, retry } = useOwn<Counsellor | null, 'COUNSELLOR_NOT_FOUND'>(
    () => api.counsellors.open({ counsellorId: staffId }),
    null,
  )
  const { busy, wrong, step } = useStep()

  const move = async ({ from }: Slot, mode: Mode) => {
    const reply = await step(() => api.bookings.reschedule({ bookingId: id, from, mode }))
    if (reply === null) return
    if (reply.ok) {
      forgetNext()
      await tell('换好了', `现在是 ${spanOf(reply.data)}。加过日历的话，请删掉旧的那条，再加一次。`)
      toBooking(id)
    } else if (isOtherwise(reply.code)) {
      await tell('没有换', messages[reply.code])
      toBooking(id)
    } else if (isStaleTime(reply.code) || reply.code === 'COUNSELLOR_NOT_FOUND') retry()
  }

  return (
    <View>
      <Paper title="现在约的">
        <Line>{spanOf(booking)}</Line>
        <Quiet>
          {booking.counsellorName} · {placeOf(booking)}
        </Quiet>
        <Quiet>换好之前，这个时间一直是您的。</Quiet>
      </Paper>
      <Wrong text={wrong} />
      {own.state === 'refused' && own.code === 'COUNSELLOR_NOT_FOUND' ? (
        <Nothing
          text="这位咨询师暂时没有新的时间。原来约的还在；想换一位，可以看看别的咨询师。"
          action="看看别的咨询师"
          onTap={() => go(paths.counsellors)}
        />
      ) : (
        <Told own={own} onRetry={retry}>
          {(counsellor) =>
            counsellor === null ? null : (
              <Choose
                booking={booking}
                counsellor={counsellor}
                busy={busy}
                onMove={(slot, mode) => void move(slot, mode)}
              />
            )
          }
        </Told>
      )}
    </View>
  )
}

const Settled = ({ id, text }: { id: string; text: string }) => (
  <Nothing text={text} action="看看这个预约" onTap={() => toBooking(id)} />
)

const gone = (
  <Nothing text="没有找到这个预约，它可能已经删除了。" action="看看我的预约" onTap={() => goInstead(paths.bookings)} />
)

const Asked = ({ id }: { id: string }) => {
  const { own, retry } = useOwn<Output<'bookings', 'open'> | null, 'BOOKING_NOT_FOUND'>(
    () => api.bookings.open({ bookingId: id }),
    null,
  )
  if (own.state === 'refused' && own.code === 'BOOKING_NOT_FOUND') return gone
  return (
    <Told own={own} onRetry={retry}>
      {(booking) => {
        if (booking === null) return gone
        if (booking.state === 'held') return <Settled id={id} text={messages.NOT_CONFIRMED} />
        if (booking.state !== 'confirmed') return <Settled id={id} text={messages.BOOKING_OVER} />
        if (booking.movableUntil === null) return <Settled id={id} text={messages.TOO_LATE_TO_MOVE} />
        return <Move booking={booking} />
      }}
    </Told>
  )
}

export default function MovePage() {
  const { id } = useRouter().params
  return (
    <PageShell title="换个时间" hide>
      {id ? <Asked id={id} /> : gone}
    </PageShell>
  )
}
