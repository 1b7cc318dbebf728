import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { AnyRefusal } from '../../../../contract'
import { messages } from '../../../../contract/messages.zh-CN'
import { instrumentAt } from '../../../../domain/instruments/all'
import type { Instrument } from '../../../../domain/instruments/instrument'
import { api } from '../../../cloud/api'
import type { SentAnswers } from '../../../cloud/send-answering'
import { aria } from '../../../parts/aria'
import { ask } from '../../../parts/ask'
import { Bones } from '../../../parts/bones'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { go, goInstead, paths, wayToConsent } from '../../../parts/ways'
import { type Answering, answeringOf, dropAnswering, keepAnswering } from '../../../phone/answering'
import { focusOn } from '../../../phone/focus'
import { minuteOf } from '../../../phone/times'
import { Buttons, Line, Paper, Wrong } from '../../../privacy/parts/paper'
import { Told } from '../../../privacy/parts/told'
import { useOwn } from '../../../privacy/parts/use-own'
import { Options } from '../../parts/options'
import { ScaleLine } from '../../parts/scale-line'
import { type Invited, SomebodyToTalkTo, SurveyIntro } from '../../parts/survey-intro'
import { useAnswering } from '../../parts/use-answering'
import './index.scss'

const QUESTION = 'survey-question'
const inWechat = process.env.TARO_ENV === 'weapp'

/** With what is on this phone, all of it. */
const giveUp = async (surveyId: string) => {
  const sure = await ask({
    title: '不再继续',
    content: '已经答的会从这部手机上清掉，什么都不会送出。',
    confirmText: '不再继续',
    cancelText: '接着答',
  })
  if (!sure) return
  dropAnswering(surveyId)
  go(paths.tests)
}

const TakeBack = ({ surveyId, until }: { surveyId: string; until: string }) => {
  const [wrong, setWrong] = useState<string | null>(null)
  const takeBack = async () => {
    const sure = await ask({
      title: '收回我的回答',
      content: '您的回答会立即清除，不算进合计。截止以前，想答还可以再答。',
      confirmText: '收回',
      cancelText: '先不收回',
    })
    if (!sure) return
    setWrong(null)
    const reply = await api.surveys.takeBack({ surveyId })
    if (reply.ok) goInstead(paths.tests)
    else setWrong(messages[reply.code as AnyRefusal])
  }
  return (
    <Buttons>
      <Wrong text={wrong} />
      <Text className="survey__hint">{minuteOf(until)} 以前，您随时可以收回。</Text>
      <Button text="收回我的回答" kind="quiet" onTap={() => void takeBack()} />
    </Buttons>
  )
}

/** The scores are shown this once: they are kept nowhere. */
const Thanks = ({
  instrument,
  answering: { surveyId, until },
  scores,
}: {
  instrument: Instrument
  answering: Answering
  scores: Extract<SentAnswers, { state: 'in' }>['scores']
}) => (
  <View {...aria({ role: 'status' })}>
    <Paper title="收到了，谢谢您">
      <Line>下面是您自己的结果，只在这一屏，离开就没有了，哪里都没有存。它是一次筛查，不是诊断。</Line>
    </Paper>
    {instrument.scales.map((scale) => {
      const shown = scores.find(({ key }) => key === scale.key)
      return shown ? <ScaleLine key={scale.key} scale={scale} shown={shown} /> : null
    })}
    <SomebodyToTalkTo />
    <TakeBack surveyId={surveyId} until={until} />
    <Buttons>
      <Button text="回到「测」" onTap={() => go(paths.tests)} />
    </Buttons>
  </View>
)

const onTheWay: readonly AnyRefusal[] = ['OFFLINE', 'TIMED_OUT', 'INTERNAL', 'BUSY']
const over: readonly AnyRefusal[] = ['SURVEY_NOT_FOUND', 'SURVEY_OVER', 'ALREADY_ANSWERED']

const Unsent = ({
  sent,
  answering: { surveyId, until },
  onSend,
}: {
  sent: SentAnswers | null
  answering: Answering
  onSend: () => void
}) => {
  if (sent?.state !== 'refused')
    return (
      <View {...aria({ role: 'status' })}>
        <Text className="survey__hint">正在送出，马上就好。</Text>
        <Bones rows={2} />
      </View>
    )
  const { code } = sent
  const words = onTheWay.includes(code)
    ? `现在没有送到。回答还在这部手机上，${minuteOf(until)} 以前，网络好了再打开这里就会送出，只会送一次。`
    : messages[code]
  return (
    <Paper title="都答完了">
      <View {...aria({ role: 'alert' })}>
        <Line>{words}</Line>
      </View>
      <Buttons>
        {code === 'CONSENT_NEEDED' ? (
          <Button text="看看说明再决定" kind="primary" onTap={() => go(wayToConsent('figures'))} />
        ) : null}
        {code === 'MEMBERS_ONLY' ? <Button text="去核对单位" kind="primary" onTap={() => go(paths.unit)} /> : null}
        {over.includes(code) || code === 'CONSENT_NEEDED' || code === 'MEMBERS_ONLY' ? null : (
          <Button text="再送一次" kind="primary" onTap={onSend} />
        )}
        <Button text="回到「测」" onTap={() => go(paths.tests)} />
        {over.includes(code) ? null : (
          <Button text="不送了，清掉回答" kind="quiet" onTap={() => void giveUp(surveyId)} />
        )}
      </Buttons>
    </Paper>
  )
}

const Questions = ({ instrument, first }: { instrument: Instrument; first: Answering }) => {
  const { answering, items, at, sent, choose, next, previous, send } = useAnswering(instrument, first)
  const item = instrument.items.find(({ n }) => n === answering.item)
  const labels = (item ? (instrument.optionSets[item.options] ?? []) : []).map(({ label }) => label)
  const chosen = answering.answers[answering.item]

  useEffect(() => {
    if (answering.item > 0) focusOn(QUESTION)
  }, [answering.item])

  const byNumber = ({ key }: { key: string }) => {
    const option = Number(key) - 1
    if (/^[1-9]$/.test(key) && option < labels.length) choose(option)
  }

  if (sent?.state === 'in') return <Thanks instrument={instrument} answering={answering} scores={sent.scores} />
  if (answering.done || !item) return <Unsent sent={sent} answering={answering} onSend={() => void send()} />
  return (
    <View {...(inWechat ? {} : { onKeyDown: byNumber })}>
      <Text className="survey__progress">
        第 {at + 1} 题，共 {items.length} 题
      </Text>
      <View className="survey__track" {...aria({ hidden: true })}>
        <View className="survey__passed" style={{ width: `${((at + 1) / items.length) * 100}%` }} />
      </View>
      <Text className="survey__hint">{at === 0 ? instrument.instruction : `问的是${instrument.recall}。`}</Text>
      <Text id={QUESTION} className="survey__question" {...aria({ role: 'heading', level: 2, live: 'polite' })}>
        {item.text}
      </Text>
      <Options key={item.n} name={item.text} labels={labels} chosen={chosen} onChoose={choose} onAgain={next} />
      <Buttons>
        <Button
          text={at === items.length - 1 ? '答完了，送出' : '下一题'}
          kind="primary"
          disabled={chosen === undefined}
          onTap={next}
        />
        {at > 0 ? <Button text="上一题" onTap={previous} /> : null}
        <Button text="不再继续" kind="quiet" onTap={() => void giveUp(answering.surveyId)} />
      </Buttons>
    </View>
  )
}

const Answered = ({ survey: { id, until } }: { survey: Invited }) => (
  <View>
    <Paper title="您已经答过了，谢谢您">
      <Line>截止以后，系统把大家的合在一起数一次，数完就清除。被数过这件事，会写进您的「谁看过我」。</Line>
    </Paper>
    <TakeBack surveyId={id} until={until} />
    <SomebodyToTalkTo />
  </View>
)

const none = (
  <Nothing text="没有找到这份邀请，它可能已经结束或取消了。" action="看看别的测评" onTap={() => go(paths.tests)} />
)

const begun = ({ id, branchName, instrumentId, version, until }: Invited, item: number): Answering => ({
  ...{ surveyId: id, branchName, instrumentId, version, until },
  ...{ answers: {}, item, done: false },
})

const Asked = ({ id, onBegin }: { id: string; onBegin: (answering: Answering) => void }) => {
  const { own, retry } = useOwn(() => api.surveys.invited({}), { rows: [] })
  return (
    <Told own={own} onRetry={retry}>
      {({ rows }) => {
        const survey = rows.find((one) => one.id === id)
        const instrument = survey && instrumentAt(survey.instrumentId, survey.version)
        if (!survey) return none
        if (!instrument) return <Nothing text="这份测评用的是更新的一版，更新小程序后就能答。" />
        if (survey.answered) return <Answered survey={survey} />
        return <SurveyIntro survey={survey} onBegin={() => onBegin(begun(survey, instrument.items[0]?.n ?? 1))} />
      }}
    </Told>
  )
}

export default function SurveyPage() {
  const { id } = useRouter().params
  const [answering, setAnswering] = useState(() => (id ? answeringOf(id, new Date()) : null))
  const instrument = answering ? instrumentAt(answering.instrumentId, answering.version) : undefined
  const begin = (fresh: Answering) => {
    keepAnswering(fresh, new Date())
    setAnswering(fresh)
  }
  return (
    <PageShell title="单位邀请的测评" hide={answering !== null}>
      {answering && instrument ? <Questions instrument={instrument} first={answering} /> : null}
      {answering && instrument ? null : id ? <Asked id={id} onBegin={begin} /> : none}
    </PageShell>
  )
}
