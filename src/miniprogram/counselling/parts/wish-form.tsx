import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type Field, fieldNames, fields, type Mode, modeNames, modes } from '../../../domain/counsellors/words'
import { PROMISE_DAYS } from '../../../domain/wishes/wish'
import { type TimeOfDay, timeOfDayNames, timesOfDay } from '../../../domain/wishes/words'
import { api } from '../../cloud/api'
import { aria, tappable } from '../../parts/aria'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { LongField } from '../../parts/long-field'
import { Buttons, Line, Paper, Quiet, Wrong } from '../../privacy/parts/paper'
import { answered, idFor } from './fresh-ids'
import { useAgreed } from './use-agreed'
import './wish-form.scss'

const MOST_WORDS = 200

const any = { value: '' as const, text: '都可以' }
const modeOptions = [any, ...modes.map((value) => ({ value, text: modeNames[value] }))]
const fieldOptions = [any, ...fields.map((value) => ({ value, text: fieldNames[value] }))]

const Times = ({ chosen, onChange }: { chosen: readonly TimeOfDay[]; onChange: (times: TimeOfDay[]) => void }) => (
  <View className="wish-form__times" {...aria({ role: 'group', label: '什么时候方便' })}>
    {timesOfDay.map((time) => {
      const on = chosen.includes(time)
      return (
        <View
          key={time}
          className={on ? 'wish-form__time wish-form__time--on' : 'wish-form__time'}
          {...tappable(() => onChange(timesOfDay.filter((one) => (one === time ? !on : chosen.includes(one)))), {
            role: 'checkbox',
            checked: on,
          })}
        >
          <Text>{timeOfDayNames[time]}</Text>
        </View>
      )
    })}
  </View>
)

/** What would suit. Only when is asked for; the rest may stay as it is. */
export const WishForm = ({ onAsked }: { onAsked: () => void }) => {
  const { busy, wrong, asking } = useAgreed()
  const [times, setTimes] = useState<TimeOfDay[]>([])
  const [mode, setMode] = useState<Mode | ''>('')
  const [field, setField] = useState<Field | ''>('')
  const [words, setWords] = useState('')

  const ask = () => {
    const wanted = {
      ...{ mode: mode === '' ? null : mode, field: field === '' ? null : field },
      ...{ times, words: words.trim() },
    }
    const wish = `wish.${JSON.stringify(wanted)}`
    return asking(
      () => api.wishes.ask({ wishId: idFor(wish), ...wanted }),
      (reply) => {
        if (!reply.ok && reply.code !== 'WISH_STANDING') return
        answered(wish)
        onAsked()
      },
    )
  }

  return (
    <View>
      <Paper title="什么时候方便">
        <Line>可以选几样。</Line>
        <Times chosen={times} onChange={setTimes} />
      </Paper>
      <Paper title="想怎么聊">
        <Choice name="想怎么聊" options={modeOptions} chosen={mode} onChoose={setMode} />
      </Paper>
      <Paper title="想聊哪方面">
        <Choice name="想聊哪方面" options={fieldOptions} chosen={field} onChoose={setField} />
      </Paper>
      <Paper title="还想说的">
        <LongField
          name="还想说的，可以不写"
          value={words}
          most={MOST_WORDS}
          placeholder="例如：倒班，只有周三白天能出来"
          onWrite={setWords}
        />
        <View className="wish-form__under">
          <Quiet>
            可以不写，最多 {MOST_WORDS}{' '}
            个字。加密存放，只给帮您找时间的咨询师看，每看一次都记在「谁看过我」里，看的人不知道您是谁。
          </Quiet>
        </View>
      </Paper>
      <Wrong text={wrong} />
      <Buttons>
        {times.length === 0 ? <Quiet>请先选什么时候方便。</Quiet> : null}
        <Button
          text={busy ? '正在告诉' : `告诉我们，${PROMISE_DAYS} 天内答复`}
          kind="primary"
          disabled={busy || times.length === 0}
          onTap={() => void ask()}
        />
      </Buttons>
    </View>
  )
}
