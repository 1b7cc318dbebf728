import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { AnyRefusal } from '../../../../contract'
import { messages } from '../../../../contract/messages.zh-CN'
import type { ShownResult } from '../../../../contract/results'
import { instrumentAt } from '../../../../domain/instruments/all'
import { briefs } from '../../../../domain/instruments/briefs'
import type { Instrument, InstrumentId } from '../../../../domain/instruments/instrument'
import { leadsOn } from '../../../../domain/instruments/leads-on'
import { api } from '../../../cloud/api'
import { aria } from '../../../parts/aria'
import { ask } from '../../../parts/ask'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Row, Rows } from '../../../parts/row'
import { Section } from '../../../parts/section'
import { Nothing } from '../../../parts/trouble'
import { go, goInstead, paths, wayToInstrument } from '../../../parts/ways'
import { momentOf } from '../../../phone/times'
import { Buttons, Line, Paper, Wrong } from '../../../privacy/parts/paper'
import { Told } from '../../../privacy/parts/told'
import { askedId } from '../../parts/asked-id'
import { Matched } from '../../parts/matched'
import { Meaning } from '../../parts/meaning'
import { Origin } from '../../parts/origin'
import { ScaleLine } from '../../parts/scale-line'
import { TakeToDoctor } from '../../parts/take-to-doctor'
import { Trend } from '../../parts/trend'
import { useResult } from '../../parts/use-result'
import './index.scss'

const SomebodyToTalkTo = ({ soft }: { soft: boolean }) => (
  <Paper title={soft ? '有几题看起来不轻松' : '想找人说说'}>
    <Line>
      {soft
        ? '愿意的话，可以和人说一说。打电话不用登录，也可以不说名字。'
        : '不管分数是多少，觉得难受就可以找人说。打电话不用登录，也可以不说名字。'}
    </Line>
    <Buttons>
      <Button text="看求助电话" kind={soft ? 'primary' : 'plain'} onTap={() => go(paths.help)} />
    </Buttons>
  </Paper>
)

/** Words that advise to talk to somebody have the way there beside them. */
const advises = ({ scores }: ShownResult) => scores.some(({ says }) => /专业的人|医院|找人聊/.test(says))

const LeadsOn = ({ ids }: { ids: readonly InstrumentId[] }) =>
  ids.length === 0 ? null : (
    <Section title="再看细一点">
      <Text className="result__hint">
        刚才是快筛，只有几个问题。这{ids.length > 1 ? '两' : '一'}份看得更细，愿意的时候再做。
      </Text>
      <Rows>
        {ids.map((id) => (
          <Row key={id} name={briefs[id].title} hint={briefs[id].about} onTap={() => go(wayToInstrument(id))} />
        ))}
      </Rows>
    </Section>
  )

const Destroy = ({ resultId }: { resultId: string }) => {
  const [wrong, setWrong] = useState<string | null>(null)
  const destroy = async () => {
    const sure = await ask({
      title: '删除这次结果',
      content: '这次的回答和分数会一起删掉，谁也找不回来。别的结果不动。',
      confirmText: '删除',
      cancelText: '先留着',
    })
    if (!sure) return
    setWrong(null)
    const reply = await api.results.destroy({ resultId })
    if (reply.ok || reply.code === 'RESULT_NOT_FOUND') goInstead(paths.results)
    else setWrong(messages[reply.code as AnyRefusal])
  }
  return (
    <View className="result__destroy">
      <Wrong text={wrong} />
      <Button text="删除这次结果" kind="quiet" onTap={() => void destroy()} />
    </View>
  )
}

const Shown = ({
  instrument,
  result,
  taken,
  soft,
}: {
  instrument: Instrument
  result: ShownResult
  taken: readonly ShownResult[]
  soft: boolean
}) => (
  <View>
    <Text className="result__when">{momentOf(result.takenAt)} 做的，只有您自己能看到。</Text>
    {soft ? <SomebodyToTalkTo soft /> : null}
    {instrument.scales.map((scale) => {
      const shown = result.scores.find(({ key }) => key === scale.key)
      return shown ? <ScaleLine key={scale.key} scale={scale} shown={shown} /> : null
    })}
    {soft || !advises(result) ? null : <SomebodyToTalkTo soft={false} />}
    <LeadsOn ids={leadsOn(instrument, result.scores)} />
    <Matched instrument={instrument} scores={result.scores} />
    {soft || advises(result) ? null : <SomebodyToTalkTo soft={false} />}
    <Meaning instrument={instrument} />
    <Trend instrument={instrument} taken={taken} />
    <TakeToDoctor resultId={result.id} />
    <Origin instrument={instrument} />
    <Destroy resultId={result.id} />
  </View>
)

const gone = (
  <Nothing text="没有找到这次结果，它可能已经删除了。" action="看看我的结果" onTap={() => goInstead(paths.results)} />
)

const Asked = ({ id, of, soft }: { id: string; of: InstrumentId; soft: boolean }) => {
  const { own, retry } = useResult(id, of)
  if (own.state === 'refused' && own.code === 'RESULT_NOT_FOUND') return gone
  return (
    <Told own={own} onRetry={retry}>
      {(told) => {
        const instrument = told && instrumentAt(told.result.instrumentId, told.result.version)
        if (!told) return gone
        if (instrument) return <Shown instrument={instrument} result={told.result} taken={told.taken} soft={soft} />
        return (
          <View {...aria({ role: 'status' })}>
            <Nothing text="这次结果是用更新的一版做的，更新小程序后就能看到。" />
          </View>
        )
      }}
    </Told>
  )
}

export default function ResultPage() {
  const { id, of, soft } = useRouter().params
  const instrumentId = askedId(of)
  return (
    <PageShell title={instrumentId ? briefs[instrumentId].title : '结果'} hide>
      {id && instrumentId ? <Asked id={id} of={instrumentId} soft={soft === '1'} /> : gone}
    </PageShell>
  )
}
