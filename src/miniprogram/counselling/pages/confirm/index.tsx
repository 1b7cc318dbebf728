import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { Reply } from '../../../../contract'
import type { OwnBooking } from '../../../../contract/bookings'
import { api } from '../../../cloud/api'
import { prepareToRemind } from '../../../notices/ask-to-remind'
import { forgetNext } from '../../../pages/mine/next-booking'
import { Button } from '../../../parts/button'
import { Field } from '../../../parts/field'
import { LongField } from '../../../parts/long-field'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { useNow } from '../../../parts/use-now'
import { useStep } from '../../../parts/use-step'
import { goBack, goInstead, paths, wayToBooking, wayToCounsellor } from '../../../parts/ways'
import { spanOf } from '../../../phone/times'
import { Buttons, Line, Paper, Quiet, Said, Wrong } from '../../../privacy/parts/paper'
import { Told } from '../../../privacy/parts/told'
import { useOwn } from '../../../privacy/parts/use-own'
import { howToMeet, placeOf } from '../../parts/booking-words'
import { Left } from '../../parts/left'
import { missingOf } from '../../parts/missing'
import { sessionsOf } from '../../parts/outline'
import { SessionsHeld } from '../../parts/sessions-held'
import { ThumbBar } from '../../parts/thumb-bar'
import { useConfirm } from '../../parts/use-confirm'
import './index.scss'

const inWechat = process.env.TARO_ENV === 'weapp'
const A_SECOND_MS = 1_000
const MOST_WORDS = 500

const Over = ({ staffId }: { staffId: string }) => (
  <Nothing
    text="为您留的 10 分钟过去了，时间已经放开，不算约过。想要的话，再选一次就好。"
    action="重新选一个时间"
    onTap={() => goInstead(wayToCounsellor(staffId))}
  />
)

const LetGo = ({ rows, disabled }: { rows: readonly OwnBooking[]; disabled: boolean }) => {
  const { busy, wrong, step } = useStep()
  const letGo = async () => {
    const reply = await step(async () => {
      let last: Awaited<ReturnType<typeof api.bookings.letGo>> = { ok: true, data: {} }
      for (const { id } of rows) {
        const one = await api.bookings.letGo({ bookingId: id })
        if (!one.ok && one.code !== 'NOT_HELD' && one.code !== 'BOOKING_NOT_FOUND') last = one
      }
      return last
    })
    if (!reply?.ok) return
    forgetNext()
    goBack()
  }
  return (
    <View>
      <Wrong text={wrong} />
      <Button
        text={busy ? '正在放开' : rows.length > 1 ? '都不要了' : '先不约了'}
        kind="quiet"
        disabled={busy || disabled}
        onTap={() => void letGo()}
      />
    </View>
  )
}

const Held = ({ rows, onOver }: { rows: readonly [OwnBooking, ...OwnBooking[]]; onOver: () => void }) => {
  const [first] = rows
  const isSeries = first.seriesId !== ''
  const now = useNow(A_SECOND_MS)
  const [phone, setPhone] = useState('')
  const [card, setCard] = useState('')
  const { busy, wrong, unsaved, confirm, leave } = useConfirm(first, onOver)
  useEffect(() => {
    if (inWechat) void prepareToRemind()
  }, [])
  const until = first.heldUntil ?? ''
  const asksPhone = first.mode === 'phone' && !first.phoneGiven
  const isOver = new Date(until) <= now && !busy && !unsaved
  if (isOver) return <Over staffId={first.staffId} />
  return (
    <View>
      <Paper title={isSeries ? `${first.counsellorName}，每周一次` : spanOf(first)}>
        {isSeries ? null : <Said about="和谁">{first.counsellorName}</Said>}
        <Said about="怎么见">{placeOf(first)}</Said>
        {first.stationAddress === '' ? null : <Said about="地址">{first.stationAddress}</Said>}
        <View className="confirm__under">
          <Quiet>{howToMeet[first.mode]}</Quiet>
        </View>
      </Paper>
      {isSeries ? <SessionsHeld rows={rows} missing={missingOf(first.seriesId)} /> : null}
      {asksPhone ? (
        <Paper title="咨询师打给您的号码">
          <Field name="咨询师打给您的号码" value={phone} keys="number" most={20} onWrite={setPhone} />
          <View className="confirm__under">
            <Quiet>
              {isSeries ? '每周的这几次都用这个号码。' : ''}
              只有这位咨询师在约好的时间前后看得到，每看一次都会记下来；结束一小时后自动清除。
            </Quiet>
          </View>
        </Paper>
      ) : null}
      <Paper title="想让咨询师知道的">
        <Line>想先说几句的话，可以写在这里，见面时不用从头说起。不写也没有关系。</Line>
        <LongField
          name="想让咨询师知道的，可以不写"
          value={card}
          most={MOST_WORDS}
          placeholder="最近怎么了，想聊什么，怎么称呼您"
          onWrite={setCard}
        />
        <View className="confirm__under">
          <Quiet>
            {isSeries ? '交给第一次见面用。' : ''}
            最多 {MOST_WORDS} 个字，加密存放，只给这位咨询师看，每看一次都记在「谁看过我」里。随时可以改，可以收回。
          </Quiet>
        </View>
      </Paper>
      {unsaved ? (
        <ThumbBar>
          <Wrong text={wrong} />
          <Buttons>
            <Button text="再存一次" kind="primary" disabled={busy} onTap={() => confirm({ phone, card })} />
            <Button text="不写了，看预约" kind="quiet" disabled={busy} onTap={leave} />
          </Buttons>
        </ThumbBar>
      ) : (
        <>
          <ThumbBar>
            <Wrong text={wrong} />
            <Left until={until} over="时间已经放开。" />
            <Button
              text={busy ? '正在确认' : rows.length > 1 ? `确认这 ${rows.length} 次` : '确认预约'}
              kind="primary"
              disabled={busy || (asksPhone && phone.trim() === '')}
              onTap={() => confirm({ phone, card })}
            />
          </ThumbBar>
          <LetGo rows={rows} disabled={busy} />
          <View className="confirm__under">
            <Quiet>约好以后也可以取消或换时间，不用说原因。</Quiet>
          </View>
        </>
      )}
    </View>
  )
}

type Code = 'BOOKING_NOT_FOUND'
/** A series lies within this many pages of what one has booked. */
const MOST_PAGES = 3

const single = async (bookingId: string): Promise<Reply<OwnBooking[], Code>> => {
  const reply = await api.bookings.open({ bookingId })
  return reply.ok ? { ok: true, data: [reply.data] } : reply
}

const series = async (seriesId: string): Promise<Reply<OwnBooking[], Code>> => {
  const rows: OwnBooking[] = []
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const reply: Awaited<ReturnType<typeof api.bookings.mine>> = await api.bookings.mine(
      after === null ? {} : { after },
    )
    if (!reply.ok) return reply
    rows.push(...reply.data.rows)
    after = reply.data.next
    const found = sessionsOf(rows, seriesId)
    if (found.length > 0 || after === null) break
  }
  return { ok: true, data: sessionsOf(rows, seriesId) }
}

const gone = (
  <Nothing
    text="没有找到为您留的时间，可能已经放开了。想要的话，再选一次就好。"
    action="看看咨询师"
    onTap={() => goInstead(paths.counsellors)}
  />
)

const Asked = ({ ask }: { ask: () => Promise<Reply<OwnBooking[], Code>> }) => {
  const { own, retry } = useOwn<OwnBooking[], Code>(ask, [])
  if (own.state === 'refused' && own.code === 'BOOKING_NOT_FOUND') return gone
  return (
    <Told own={own} onRetry={retry}>
      {(rows) => {
        const held = rows.filter(({ state }) => state === 'held')
        const [first, ...rest] = held
        const [known] = rows
        if (first !== undefined) return <Held rows={[first, ...rest]} onOver={retry} />
        if (known === undefined) return gone
        if (known.state === 'expired') return <Over staffId={known.staffId} />
        return (
          <Nothing
            text="这个时间已经确认过了。"
            action="看看这个预约"
            onTap={() => goInstead(wayToBooking(known.id))}
          />
        )
      }}
    </Told>
  )
}

export default function ConfirmPage() {
  const { id, series: seriesId } = useRouter().params
  return (
    <PageShell title="确认预约" hide>
      {id ? <Asked ask={() => single(id)} /> : seriesId ? <Asked ask={() => series(seriesId)} /> : gone}
    </PageShell>
  )
}
