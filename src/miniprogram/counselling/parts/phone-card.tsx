import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AnyRefusal, Reply } from '../../../contract'
import { phoneOf } from '../../../domain/duty/phone'
import { api } from '../../cloud/api'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { useStep } from '../../parts/use-step'
import { Buttons, Line, Notice, Paper, Quiet, Wrong } from '../../privacy/parts/paper'

const NOT_FIT = '这个号码好像不完整，请再看一遍。手机号是 11 位，座机请带上区号。'
const KEPT = '只有这位咨询师在约好的时间前后看得到，每看一次都会记在「谁看过我」里；结束一小时后自动清除。'

/** Where the counsellor calls. `phone` is what the person left; null while there is none. */
export const PhoneCard = ({
  bookingId,
  phone,
  inSeries,
  onSet,
  onRefused,
}: {
  bookingId: string
  phone: string | null
  inSeries: boolean
  onSet: (phone: string | null) => void
  onRefused: (code: AnyRefusal) => void
}) => {
  const { busy, wrong, setWrong, step } = useStep()
  const [typed, setTyped] = useState<string | null>(phone === null ? '' : null)
  const [done, setDone] = useState<string | null>(null)

  const settle = (reply: Reply<object, string> | null, to: string | null, said: string) => {
    if (reply === null) return
    if (!reply.ok) {
      onRefused(reply.code as AnyRefusal)
      return
    }
    setTyped(to === null ? '' : null)
    setDone(said)
    onSet(to)
  }
  const save = async () => {
    const number = phoneOf(typed ?? '')
    setDone(null)
    if (number === undefined) {
      setWrong(NOT_FIT)
      return
    }
    settle(await step(() => api.bookings.setPhone({ bookingId, phone: number })), number, '存好了。')
  }
  const takeBack = async () => {
    setDone(null)
    settle(await step(() => api.bookings.setPhone({ bookingId, phone: null })), null, '收回了，号码清除了。')
  }

  if (typed === null && phone !== null)
    return (
      <Paper title="咨询师打给您的号码">
        <Line>{phone}</Line>
        <Quiet>{KEPT}</Quiet>
        <Wrong text={wrong} />
        <Notice text={done} />
        <Buttons side>
          <Button text="换一个号码" disabled={busy} onTap={() => setTyped(phone)} />
          <Button text="收回号码" kind="quiet" disabled={busy} onTap={() => void takeBack()} />
        </Buttons>
      </Paper>
    )
  return (
    <Paper title={phone === null ? '请留一个号码，到时咨询师打给您' : '换一个号码'}>
      <Field name="咨询师打给您的号码" value={typed ?? ''} keys="number" most={20} onWrite={setTyped} />
      <View className="booking__under">
        <Quiet>{inSeries ? `每周的这几次都用这个号码。${KEPT}` : KEPT}</Quiet>
      </View>
      <Wrong text={wrong} />
      <Notice text={done} />
      <Buttons side>
        <Button
          text={busy ? '正在存' : '存下号码'}
          kind="primary"
          disabled={busy || (typed ?? '').trim() === ''}
          onTap={() => void save()}
        />
        {phone === null ? null : <Button text="不换了" kind="quiet" disabled={busy} onTap={() => setTyped(null)} />}
      </Buttons>
    </Paper>
  )
}
