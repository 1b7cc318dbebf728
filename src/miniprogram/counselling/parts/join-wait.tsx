import { useState } from 'react'
import type { OwnBooking } from '../../../contract/bookings'
import { type Field, fieldNames, type Mode, modeNames } from '../../../domain/counsellors/words'
import { OFFER_MINUTES } from '../../../domain/waits/wait'
import { api } from '../../cloud/api'
import { ReminderButton } from '../../notices/reminder-button'
import { Button } from '../../parts/button'
import { go, paths } from '../../parts/ways'
import { dateOf } from '../../phone/times'
import { Buttons, Line, Notice, Paper, Quiet, Wrong } from '../../privacy/parts/paper'
import { answered, idFor } from './fresh-ids'
import { useAgreed } from './use-agreed'
import { useWaits, type Wait } from './use-waits'

export type WaitFor = { staffId: OwnBooking['staffId'] | null; field: Field | null; mode: Mode | null }

const isFor = (wanted: WaitFor) => (wait: Wait) =>
  wait.staffId === wanted.staffId &&
  (wanted.staffId !== null || (wait.field === wanted.field && wait.mode === wanted.mode))

const place = ({ before, until }: Wait) =>
  `${before === 0 ? '有空出来的，先问您' : `前面还有 ${before} 位`}，最多等到 ${dateOf(until)}。`

const whatFits = ({ field, mode }: WaitFor) =>
  [field && `方向是「${fieldNames[field]}」`, mode && `方式是「${modeNames[mode]}」`].filter(Boolean).join('，')

/** For a time that somebody else gives up. Stands where it was joined before, too. */
export const JoinWait = ({ wanted }: { wanted: WaitFor }) => {
  const waits = useWaits()
  const { busy, wrong, asking } = useAgreed()
  const [joined, setJoined] = useState<Wait | null>(null)
  const standing = joined ?? waits.rows.find(isFor(wanted))

  const join = () => {
    const wish = `wait.${JSON.stringify(wanted)}`
    return asking(
      () => api.waits.join({ waitId: idFor(wish), ...wanted }),
      (reply) => {
        if (!reply.ok) return
        answered(wish)
        setJoined(reply.data)
      },
    )
  }

  if (standing)
    return (
      <Paper title="候补排上了">
        <Notice text={place(standing)} />
        <Quiet>空出来的时间只为您留 {OFFER_MINUTES} 分钟，在「通知」里告诉您。没赶上也没关系，位置还在。</Quiet>
        <Buttons>
          <ReminderButton kinds={['slot-offered']} text="有空出来的，在微信里告诉我" />
          <Button text="在「我的预约」里看" kind="quiet" onTap={() => go(paths.bookings)} />
        </Buttons>
      </Paper>
    )
  const fits = whatFits(wanted)
  return (
    <Paper title="想等空出来的时间">
      <Line>
        {wanted.staffId !== null
          ? '有人取消的时候，按排队的先后问您要不要。不要也没有关系。'
          : `哪位咨询师都行${fits === '' ? '' : `，${fits}`}。有人取消的时候，按排队的先后问您要不要。`}
      </Line>
      <Wrong text={wrong} />
      <Buttons>
        <Button text={busy ? '正在排' : '有空出来就告诉我'} disabled={busy} onTap={() => void join()} />
      </Buttons>
    </Paper>
  )
}
