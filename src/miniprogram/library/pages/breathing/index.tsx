import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useVisit } from '../../../counting/use-visit'
import { aria } from '../../../parts/aria'
import { Button } from '../../../parts/button'
import { Choice } from '../../../parts/choice'
import { PageShell } from '../../../parts/page-shell'
import { clockOf, spokenClock } from '../../../phone/times'
import { type Length, lengths, phaseNames } from '../../breathing/pace'
import { useBreathing } from '../../breathing/use-breathing'
import { About } from '../../parts/about-exercise'
import './index.scss'

const lengthOptions = lengths.map((value) => ({ value, text: `${value} 分钟` }))

/** Needs no network: the circle is here. Opened for a piece, it also shows what the piece says about it. */
export default function Breathing() {
  const pieceId = useRouter().params.id ?? null
  const [minutes, setMinutes] = useState<Length>(1)
  const visit = useVisit(pieceId)
  const { breathing, start, pause } = useBreathing(minutes, (elapsed) => visit.playing(elapsed, minutes * 60))
  const { state, pace } = breathing
  const running = state === 'running'

  const words = { ready: '准备好就开始', running: phaseNames[pace.phase], paused: '停一停', over: '这一次做完了' }[
    state
  ]

  return (
    <PageShell title="呼吸">
      <View className="breathing">
        <View className="breathing__stage">
          <View
            className={`breathing__circle breathing__circle--${running ? pace.phase : 'rest'}`}
            {...aria({ hidden: true })}
          />
          <View className="breathing__words">
            <Text className="breathing__phase" {...aria({ live: 'polite' })}>
              {words}
            </Text>
            {running ? (
              <Text className="breathing__count" {...aria({ hidden: true })}>
                {pace.phaseLeft}
              </Text>
            ) : null}
          </View>
        </View>
        <View className="breathing__bar" {...aria({ hidden: true })}>
          <View
            className="breathing__done"
            style={{ width: `${(100 * (1 - pace.left / (minutes * 60))).toFixed(1)}%` }}
          />
        </View>
        <Text className="breathing__left" {...aria({ label: `还有 ${spokenClock(pace.left)}` })}>
          {state === 'over' ? '想再做一次，随时可以' : `还有 ${clockOf(pace.left)}`}
        </Text>

        <View className="breathing__act">
          {running ? (
            <Button text="停一停" kind="primary" icon="pause" onTap={pause} />
          ) : (
            <Button
              text={{ ready: '开始', paused: '接着做', over: '再做一次' }[state as 'ready']}
              kind="primary"
              icon="play"
              onTap={start}
            />
          )}
        </View>
        <Choice name="做多久" options={lengthOptions} chosen={minutes} disabled={running} onChoose={setMinutes} />
        <Text className="breathing__hint">
          吸气四秒，呼气六秒，中间不憋气。头晕或不舒服就停下，照平常呼吸。开车或操作机器时不要做。
        </Text>
      </View>
      {pieceId ? <About pieceId={pieceId} onEnd={visit.endSeen} /> : null}
    </PageShell>
  )
}
