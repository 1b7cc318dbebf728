import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AnyRefusal, Output } from '../../../../contract'
import type { OwnBooking } from '../../../../contract/bookings'
import { messages } from '../../../../contract/messages.zh-CN'
import { api } from '../../../cloud/api'
import { ReminderButton } from '../../../notices/reminder-button'
import { noteNext } from '../../../pages/mine/next-booking'
import { Bones } from '../../../parts/bones'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Row, Rows } from '../../../parts/row'
import { Section } from '../../../parts/section'
import { Nothing } from '../../../parts/trouble'
import { useNow } from '../../../parts/use-now'
import { go, paths, wayToBooking, wayToConfirm, wayToConfirmSeries } from '../../../parts/ways'
import { spanOf } from '../../../phone/times'
import { Buttons, Line, Paper, Wrong } from '../../../privacy/parts/paper'
import { Told } from '../../../privacy/parts/told'
import { useOwn } from '../../../privacy/parts/use-own'
import { nearDay, placeOf, standing } from '../../parts/booking-words'
import { Left } from '../../parts/left'
import { Offer } from '../../parts/offer'
import { outline } from '../../parts/outline'
import { useWaits } from '../../parts/use-waits'
import { Waiting } from '../../parts/waiting'

type Page = Output<'bookings', 'mine'>

const A_MINUTE_MS = 60_000
/** What was let go is left out of a page, which may be empty for it. */
const MOST_LOOKS = 5

/** The first page with something on it, or the last one. */
const look = async (after?: string): ReturnType<typeof api.bookings.mine> => {
  let reply = await api.bookings.mine(after === undefined ? {} : { after })
  for (let looked = 1; reply.ok && reply.data.rows.length === 0 && reply.data.next && looked < MOST_LOOKS; looked++)
    reply = await api.bookings.mine({ after: reply.data.next })
  return reply
}

const wayToHeld = ({ id, seriesId }: OwnBooking) => (seriesId === '' ? wayToConfirm(id) : wayToConfirmSeries(seriesId))

const hintOf = (booking: OwnBooking) => `${booking.counsellorName} · ${placeOf(booking)}`

const Held = ({ booking }: { booking: OwnBooking }) => (
  <Paper title={`${spanOf(booking)}${booking.seriesId === '' ? '' : ' 起，每周一次'}`}>
    <Line>{hintOf(booking)}</Line>
    <Left until={booking.heldUntil ?? ''} over="没有确认，时间已经放开。想要的话，请重新选一次。" />
    <Buttons>
      <Button text="去确认" kind="primary" onTap={() => go(wayToHeld(booking))} />
    </Buttons>
  </Paper>
)

const One = ({ booking, now, near = false }: { booking: OwnBooking; now: Date; near?: boolean }) => {
  const day = near ? nearDay(booking.from, now) : null
  return (
    <Row
      name={spanOf(booking)}
      hint={hintOf(booking)}
      state={day === null ? standing(booking, now) : `${day} · ${standing(booking, now)}`}
      onTap={() => go(wayToBooking(booking.id))}
    />
  )
}

const Everything = ({ first }: { first: Page }) => {
  const now = useNow(A_MINUTE_MS)
  const waits = useWaits()
  const [rest, setRest] = useState<Page | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const { next } = rest ?? first
  const { held, coming, past } = outline([...first.rows, ...(rest?.rows ?? [])], now)
  const offered = waits.rows.filter(({ offer }) => offer !== null)
  const waiting = waits.rows.filter(({ offer }) => offer === null)

  const grow = async () => {
    if (next === null) return
    setWrong(null)
    const reply = await look(next)
    if (reply.ok) setRest((before) => ({ rows: [...(before?.rows ?? []), ...reply.data.rows], next: reply.data.next }))
    else setWrong(messages[reply.code as AnyRefusal])
  }

  if (held.length + coming.length + past.length + waits.rows.length === 0 && next === null) {
    if (waits.own.state === 'waiting') return <Bones rows={1} />
    return (
      <Nothing
        text="还没有预约。想找人慢慢说说的时候，可以选一位咨询师，约一个自己方便的时间。不用说真名。"
        action="看看咨询师"
        onTap={() => go(paths.counsellors)}
      />
    )
  }
  return (
    <View>
      <Wrong text={over} />
      {offered.length > 0 ? (
        <Section title="留给您的时间">
          {offered.map((wait) =>
            wait.offer ? (
              <Offer
                key={`${wait.id}.${wait.offer.staffId}.${wait.offer.from}`}
                waitId={wait.id}
                offer={wait.offer}
                onPassed={() => waits.put({ ...wait, offer: null })}
                onOver={(code) => {
                  setOver(messages[code])
                  waits.retry()
                }}
              />
            ) : null,
          )}
        </Section>
      ) : null}
      {held.length > 0 ? (
        <Section title="等您确认">
          {held.map((booking) => (
            <Held key={booking.id} booking={booking} />
          ))}
        </Section>
      ) : null}
      {coming.length > 0 ? (
        <Section title="接下来">
          <Rows>
            {coming.map((booking) => (
              <One key={booking.id} booking={booking} now={now} near />
            ))}
          </Rows>
        </Section>
      ) : null}
      {waiting.length > 0 ? (
        <Section title="候补">
          {waiting.map((wait) => (
            <Waiting key={wait.id} wait={wait} onLeft={() => waits.without(wait.id)} />
          ))}
          <ReminderButton kinds={['slot-offered']} text="有空出来的，在微信里告诉我" />
        </Section>
      ) : null}
      {waits.own.state === 'refused' ? (
        <Paper title="候补没有打开">
          <Line>{messages[waits.own.code]}</Line>
          <Buttons>
            <Button text="再试一次" onTap={waits.retry} />
          </Buttons>
        </Paper>
      ) : null}
      {past.length > 0 ? (
        <Section title="以前的">
          <Rows>
            {past.map((booking) => (
              <One key={booking.id} booking={booking} now={now} />
            ))}
          </Rows>
        </Section>
      ) : null}
      <Wrong text={wrong} />
      <Buttons>
        {next === null ? null : <Button text="看更早的" onTap={() => void grow()} />}
        <Button text="看看咨询师，再约一个" kind="quiet" onTap={() => go(paths.counsellors)} />
      </Buttons>
    </View>
  )
}

export default function BookingsPage() {
  const { own, retry } = useOwn<Page, never>(
    async () => {
      const reply = await look()
      if (reply.ok) noteNext(reply.data.rows, new Date())
      return reply
    },
    { rows: [], next: null },
  )
  return (
    <PageShell title="我的预约" hide>
      <Told own={own} onRetry={retry}>
        {(page) => <Everything first={page} />}
      </Told>
    </PageShell>
  )
}
