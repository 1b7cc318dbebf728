import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { newest } from '../../../../domain/instruments/all'
import { minutesFor } from '../../../../domain/instruments/briefs'
import type { Instrument } from '../../../../domain/instruments/instrument'
import type { Sex } from '../../../../domain/instruments/score'
import { shelf } from '../../../cloud/use-reply'
import { countLeft } from '../../../pages/tests/count-left'
import { isOffered, type Offered, useOffered } from '../../../pages/tests/offered'
import { Bones } from '../../../parts/bones'
import { Button } from '../../../parts/button'
import { Choice } from '../../../parts/choice'
import { PageShell } from '../../../parts/page-shell'
import { SwitchRow } from '../../../parts/switch-row'
import { Nothing, Trouble } from '../../../parts/trouble'
import { go, goInstead, paths, wayToConsent, wayToTaking } from '../../../parts/ways'
import { type Taking, takingOf } from '../../../phone/takings'
import { Buttons, Line, Paper, Said } from '../../../privacy/parts/paper'
import { askedId } from '../../parts/asked-id'
import { begin } from '../../parts/begin'
import { Origin } from '../../parts/origin'
import { useBefore } from '../../parts/use-before'
import './index.scss'

const sexes: readonly { value: Sex; text: string }[] = [
  { value: 'female', text: '女' },
  { value: 'male', text: '男' },
  { value: 'unsaid', text: '不想说' },
]

const About = ({ instrument }: { instrument: Instrument }) => (
  <Paper title="先知道这几件事">
    <Said about="谁能看到">只有您自己。单位、人事、管理员、督导和咨询师都看不到。</Said>
    <Said about="它不是诊断">
      这是一次自我筛查，只说明最近的感受有多少。《精神卫生法》第二十三条规定，心理咨询的人不能做诊断；是不是生病，要由医院的精神科执业医师来判断。
    </Said>
    <Said about="答到一半想停">
      随时可以停，下次接着答。没有送出的回答只在这部手机上，最多留 14
      天，「快速隐藏」也不会清掉；点「不再继续」，马上清掉。
    </Said>
    <Said about="适合谁">{instrument.minimumAge} 岁以上的成年人。</Said>
  </Paper>
)

const Begin = ({ instrument }: { instrument: Instrument }) => {
  const { id, asksSex, againAfterDays } = instrument
  const [adult, setAdult] = useState(false)
  const [sex, setSex] = useState<Sex>('unsaid')
  const { consent, lastTime } = useBefore(instrument)
  const start = () => {
    begin(instrument, sex, consent === 'given')
    goInstead(wayToTaking(id))
  }
  return (
    <View>
      {lastTime ? (
        <Paper title={`上次是 ${lastTime.date}`}>
          <Line>
            {lastTime.tooSoon
              ? `隔不到 ${againAfterDays} 天再测，变化不大，意义也不大。您想测，也可以。`
              : '隔了这些日子，可以再看看有没有变化。'}
          </Line>
        </Paper>
      ) : null}
      <View className="instrument__choices">
        <SwitchRow name={`我已满 ${instrument.minimumAge} 岁`} on={adult} onTurn={setAdult} />
        {asksSex ? (
          <View>
            <Text className="instrument__sex">性别。这份问卷对女和男的分数线不同，只在算结果时用一次，不存下来。</Text>
            <Choice name="性别" options={sexes} chosen={sex} onChoose={setSex} />
          </View>
        ) : null}
      </View>
      {consent === 'asking' ? <Bones rows={1} /> : null}
      {consent === 'missing' ? (
        <Buttons>
          <Text className="instrument__hint">开始以前，请先看一看回答会怎么保管，再决定同不同意。</Text>
          <Button text="看看说明再决定" kind="primary" onTap={() => go(wayToConsent('tests'))} />
        </Buttons>
      ) : null}
      {consent === 'given' || consent === 'unknown' ? (
        <Buttons>
          {consent === 'unknown' ? (
            <Text className="instrument__hint">现在连不上网络，可以先答。送出以前，会请您看过说明再决定。</Text>
          ) : null}
          {adult ? null : <Text className="instrument__hint">请先确认上面的年龄。</Text>}
          <Button text="开始" kind="primary" disabled={!adult} onTap={start} />
        </Buttons>
      ) : null}
    </View>
  )
}

/** Once begun, it is gone on with; beginning anew is a wish of its own. */
const GoOn = ({ taking, onAnew }: { taking: Taking; onAnew: () => void }) => (
  <Buttons>
    <Button
      text={taking.done ? '答完了，去送出' : `接着第 ${taking.item} 题`}
      kind="primary"
      onTap={() => goInstead(wayToTaking(taking.instrumentId))}
    />
    <Button text="从头再来" kind="quiet" onTap={onAnew} />
  </Buttons>
)

const Intro = ({ instrument }: { instrument: Instrument }) => {
  const [taking, setTaking] = useState(() => {
    countLeft()
    return takingOf(instrument.id, new Date())
  })
  const questions = instrument.items.length
  return (
    <View>
      <Text className="instrument__about">{instrument.about}。</Text>
      <Text className="instrument__facts">
        {questions} 题 · 约 {minutesFor(questions)} 分钟 · 时间范围：{instrument.recall}
      </Text>
      <About instrument={instrument} />
      {taking ? <GoOn taking={taking} onAnew={() => setTaking(null)} /> : <Begin instrument={instrument} />}
      <Origin instrument={instrument} />
    </View>
  )
}

const notOffered = (
  <Nothing text="这份测评现在没有开放，可以看看别的。" action="看看别的" onTap={() => go(paths.tests)} />
)

/** Only for those who did not come by the list, which is on the phone then. */
const Ask = ({ instrument }: { instrument: Instrument }) => {
  const { shown, retry } = useOffered()
  if (shown.state === 'waiting') return <Bones />
  if (shown.state === 'refused') return <Trouble code={shown.code} onRetry={retry} />
  return isOffered(shown.data, instrument.id) ? <Intro instrument={instrument} /> : notOffered
}

export default function InstrumentPage() {
  const id = askedId(useRouter().params.of)
  const [kept] = useState(() => shelf.read<Offered>('instruments'))
  if (!id) return <PageShell title="自我测评">{notOffered}</PageShell>
  const instrument = newest(id)
  return (
    <PageShell title={instrument.title}>
      {kept && isOffered(kept.data, id) ? <Intro instrument={instrument} /> : <Ask instrument={instrument} />}
    </PageShell>
  )
}
