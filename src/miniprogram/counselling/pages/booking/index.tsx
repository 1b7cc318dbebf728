import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../../contract'
import { api } from '../../../cloud/api'
import { forgetNext } from '../../../pages/mine/next-booking'
import { aria } from '../../../parts/aria'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { useNow } from '../../../parts/use-now'
import { go, goInstead, paths, wayToConfirm, wayToConfirmSeries } from '../../../parts/ways'
import { hoursOf, spanOf, weekdayDateOf } from '../../../phone/times'
import { Buttons, Line, Paper, Said } from '../../../privacy/parts/paper'
import { Told } from '../../../privacy/parts/told'
import { useOwn } from '../../../privacy/parts/use-own'
import { isOpenNow, nearDay, placeOf, standing } from '../../parts/booking-words'
import { Change } from '../../parts/change'
import { Ended } from '../../parts/ended'
import { Left } from '../../parts/left'
import { Meeting } from '../../parts/meeting'
import { NotToForget } from '../../parts/not-to-forget'
import { PhoneCard } from '../../parts/phone-card'
import { Rating } from '../../parts/rating'
import { Sessions } from '../../parts/sessions'
import { ToldCard } from '../../parts/told-card'
import './index.scss'

type Opened = Output<'bookings', 'open'>

const HALF_A_MINUTE_MS = 30_000

const When = ({ booking, now }: { booking: Opened; now: Date }) => {
  const day = booking.state === 'confirmed' ? nearDay(booking.from, now) : null
  return (
    <Paper>
      <View className="booking__when" {...aria({ role: 'heading', level: 2, label: spanOf(booking) })}>
        <Text>{weekdayDateOf(booking.from)} </Text>
        <Text className="booking__hours">{hoursOf(booking)}</Text>
      </View>
      <Text className="booking__state">
        {[day, standing(booking, now)].filter((word) => word !== null).join(' · ')}
      </Text>
      <Said about="和谁">{booking.counsellorName}</Said>
      <Said about="方式">{placeOf(booking)}</Said>
      {booking.stationAddress === '' ? null : <Said about="地址">{booking.stationAddress}</Said>}
    </Paper>
  )
}

const Held = ({ booking }: { booking: Opened }) => (
  <Paper title="还没有确认">
    <Left until={booking.heldUntil ?? ''} over="没有确认，时间已经放开。想要的话，请重新选一次。" />
    <Buttons>
      <Button
        text="去确认"
        kind="primary"
        onTap={() => go(booking.seriesId === '' ? wayToConfirm(booking.id) : wayToConfirmSeries(booking.seriesId))}
      />
    </Buttons>
  </Paper>
)

const Shown = ({
  booking,
  onTake,
  onRetry,
}: {
  booking: Opened
  onTake: (booking: Opened) => void
  onRetry: () => void
}) => {
  const now = useNow(HALF_A_MINUTE_MS)
  const [turn, setTurn] = useState(0)
  const { id, state, until, from, mode, card, phone, seriesId } = booking
  const stands = state === 'confirmed' && now < new Date(until)
  const takes = (change: Partial<Opened>) => onTake({ ...booking, ...change })
  const changed = (change: Partial<Opened>) => {
    forgetNext()
    setTurn((before) => before + 1)
    takes(change)
  }
  return (
    <View>
      <When booking={booking} now={now} />
      {state === 'held' ? <Held booking={booking} /> : null}
      {stands || isOpenNow(booking, now) ? <Meeting booking={booking} now={now} onStale={onRetry} /> : null}
      {stands && mode === 'phone' ? (
        <PhoneCard
          bookingId={id}
          phone={phone}
          inSeries={seriesId !== ''}
          onSet={(set) => takes({ phone: set, phoneGiven: set !== null })}
          onRefused={(code) => code === 'NOT_BY_PHONE' && onRetry()}
        />
      ) : null}
      {state === 'held' || stands ? null : <Ended booking={booking} />}
      {state === 'attended' ? (
        <Rating bookingId={id} rating={booking.rating} onRated={(rating) => takes({ rating })} />
      ) : null}
      <ToldCard
        bookingId={id}
        card={card}
        seen={booking.shared}
        may={stands}
        onSet={(set) => takes({ card: set, shared: set !== null })}
        onRefused={(code) => code === 'BOOKING_OVER' && onRetry()}
      />
      {stands && now < new Date(from) ? <NotToForget appointment={booking} /> : null}
      <Sessions booking={booking} turn={turn} now={now} />
      {stands ? (
        <View className="booking__change">
          <Change booking={booking} now={now} onChanged={changed} onStale={onRetry} />
        </View>
      ) : null}
      {state === 'confirmed' || state === 'held' ? null : (
        <Line>预约的记录保留两年，随时可以在「我的 → 隐私中心」里看和删。</Line>
      )}
    </View>
  )
}

const gone = (
  <Nothing text="没有找到这个预约，它可能已经删除了。" action="看看我的预约" onTap={() => goInstead(paths.bookings)} />
)

const Asked = ({ id }: { id: string }) => {
  const { own, retry, take } = useOwn<Opened | null, 'BOOKING_NOT_FOUND'>(
    () => api.bookings.open({ bookingId: id }),
    null,
  )
  if (own.state === 'refused' && own.code === 'BOOKING_NOT_FOUND') return gone
  return (
    <Told own={own} onRetry={retry}>
      {(booking) => (booking === null ? gone : <Shown booking={booking} onTake={take} onRetry={retry} />)}
    </Told>
  )
}

export default function BookingPage() {
  const { id } = useRouter().params
  return (
    <PageShell title="预约" hide>
      {id ? <Asked id={id} /> : gone}
    </PageShell>
  )
}
