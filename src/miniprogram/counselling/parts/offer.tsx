import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { type Mode, modeNames } from '../../../domain/counsellors/words'
import { api } from '../../cloud/api'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { useStep } from '../../parts/use-step'
import { go, wayToBooking } from '../../parts/ways'
import { newId } from '../../phone/new-id'
import { spanOf } from '../../phone/times'
import { Buttons, Line, Paper, Quiet, Wrong } from '../../privacy/parts/paper'
import { Left } from './left'
import type { Wait } from './use-waits'

type Offered = NonNullable<Wait['offer']>
type Over = 'OFFER_OVER' | 'WAIT_NOT_FOUND'

const isOver = (code: string): code is Over => code === 'OFFER_OVER' || code === 'WAIT_NOT_FOUND'

/** A time that is kept for this person alone. A no costs nothing, and neither does saying nothing. */
export const Offer = ({
  waitId,
  offer,
  onPassed,
  onOver,
}: {
  waitId: string
  offer: Offered
  onPassed: () => void
  /** It is not theirs to take any more, or the wait is gone. */
  onOver: (code: Over) => void
}) => {
  const { busy, wrong, step } = useStep()
  const [mode, setMode] = useState<Mode | undefined>(offer.modes.length === 1 ? offer.modes[0] : undefined)
  /** Made once, so that a second tap after a lost answer is the same booking. */
  const [bookingId] = useState(newId)
  const accepted = useRef(false)

  const accept = async () => {
    if (mode === undefined || accepted.current) return
    const reply = await step(() => api.waits.accept({ waitId, bookingId, mode }))
    if (reply?.ok) {
      accepted.current = true
      go(wayToBooking(reply.data.id))
    } else if (reply && isOver(reply.code)) onOver(reply.code)
  }
  const decline = async () => {
    const reply = await step(() => api.waits.decline({ waitId }))
    if (reply?.ok) onPassed()
    else if (reply && isOver(reply.code)) onOver(reply.code)
  }

  return (
    <Paper title={spanOf(offer)}>
      <Line>{offer.counsellorName} 有时间了，先问您。</Line>
      <Left until={offer.lapsesAt} over="这个时间已经去问下一位了。您的候补还在，有空出来的会再问您。" />
      {offer.modes.length > 1 ? (
        <View>
          <Quiet>想怎么见</Quiet>
          <Choice
            name="想怎么见"
            options={offer.modes.map((value) => ({ value, text: modeNames[value] }))}
            chosen={mode ?? ('' as Mode)}
            disabled={busy}
            onChoose={setMode}
          />
        </View>
      ) : (
        <Quiet>方式：{modeNames[offer.modes[0] ?? 'text']}</Quiet>
      )}
      <Wrong text={wrong} />
      <Buttons>
        <Button
          text={mode === undefined ? '先选怎么见，再约' : busy ? '正在约' : '约这个时间'}
          kind="primary"
          disabled={busy || mode === undefined}
          onTap={() => void accept()}
        />
        <Button text="这次不要，接着等" kind="quiet" disabled={busy} onTap={() => void decline()} />
      </Buttons>
    </Paper>
  )
}
