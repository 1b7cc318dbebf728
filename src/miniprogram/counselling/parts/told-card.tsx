import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AnyRefusal } from '../../../contract'
import { api } from '../../cloud/api'
import { Button } from '../../parts/button'
import { LongField } from '../../parts/long-field'
import { useStep } from '../../parts/use-step'
import { Buttons, Line, Notice, Paper, Quiet, Wrong } from '../../privacy/parts/paper'

const MOST = 500

/** What the person wants this counsellor to know. `seen`: by whom the session is with now, and not only by somebody before. */
export const ToldCard = ({
  bookingId,
  card,
  seen,
  may,
  onSet,
  onRefused,
}: {
  bookingId: string
  card: string | null
  seen: boolean
  /** Whether it can still be written; taking it back always can. */
  may: boolean
  onSet: (card: string | null) => void
  onRefused: (code: AnyRefusal) => void
}) => {
  const { busy, wrong, step } = useStep()
  const [written, setWritten] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)

  const set = async (text: string | null, said: string) => {
    setDone(null)
    const reply = await step(() => api.bookings.setCard({ bookingId, card: text }))
    if (reply === null) return
    if (!reply.ok) {
      onRefused(reply.code as AnyRefusal)
      return
    }
    setWritten(null)
    setDone(said)
    onSet(text)
  }

  if (card === null && !may) return null
  if (written !== null)
    return (
      <Paper title="想让咨询师知道的">
        <LongField
          name="想让咨询师知道的"
          value={written}
          most={MOST}
          placeholder="最近怎么了，想聊什么，怎么称呼您"
          onWrite={setWritten}
        />
        <View className="booking__under">
          <Quiet>
            最多 {MOST} 个字。加密存放，只给这位咨询师看，每看一次都记在「谁看过我」里。随时可以改，可以收回。
          </Quiet>
        </View>
        <Wrong text={wrong} />
        <Buttons side>
          <Button
            text={busy ? '正在存' : '存下'}
            kind="primary"
            disabled={busy || written.trim() === ''}
            onTap={() => void set(written.trim(), '存好了，咨询师看得到了。')}
          />
          <Button text="先不写" kind="quiet" disabled={busy} onTap={() => setWritten(null)} />
        </Buttons>
      </Paper>
    )
  return (
    <Paper title="想让咨询师知道的">
      <Line>{card ?? '想先说几句的话，可以写在这里，见面时不用从头说起。不写也没有关系。'}</Line>
      {card === null || seen ? null : (
        <Quiet>咨询师换了，新的咨询师看不到您写的。想让 TA 知道，打开「改一改」再存一次。</Quiet>
      )}
      <Wrong text={wrong} />
      <Notice text={done} />
      <Buttons side>
        {may ? (
          <Button text={card === null ? '写几句' : '改一改'} disabled={busy} onTap={() => setWritten(card ?? '')} />
        ) : null}
        {card === null ? null : (
          <Button
            text="收回"
            label="收回写给咨询师的话"
            kind="quiet"
            disabled={busy}
            onTap={() => void set(null, '收回了，咨询师看不到了。')}
          />
        )}
      </Buttons>
    </Paper>
  )
}
