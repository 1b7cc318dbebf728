import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { messages } from '../../../../contract/messages.zh-CN'
import { instrumentAt } from '../../../../domain/instruments/all'
import type { Instrument } from '../../../../domain/instruments/instrument'
import type { Sent } from '../../../cloud/send-taking'
import { countUse } from '../../../counting/count-use'
import { Dial } from '../../../help/dial-line'
import { lines } from '../../../help/lines'
import { countLeft } from '../../../pages/tests/count-left'
import { aria } from '../../../parts/aria'
import { ask } from '../../../parts/ask'
import { Bones } from '../../../parts/bones'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { go, goBack, paths, wayToConsent } from '../../../parts/ways'
import { focusOn } from '../../../phone/focus'
import { dropTaking, type Taking, takingOf } from '../../../phone/takings'
import { Buttons, Line, Paper } from '../../../privacy/parts/paper'
import { askedId } from '../../parts/asked-id'
import { Options } from '../../parts/options'
import { useTaking } from '../../parts/use-taking'
import './index.scss'

const QUESTION = 'taking-question'
const inWechat = process.env.TARO_ENV === 'weapp'
/** Longer ones are read once, at the beginning. */
const SHORT = 70

const giveUp = async ({ instrumentId, item, done, counted }: Taking) => {
  const sure = await ask({
    title: '不再继续',
    content: '已经答的会从这部手机上清掉，什么都不会送出。',
    confirmText: '不再继续',
    cancelText: '接着答',
  })
  if (!sure) return
  dropTaking(instrumentId)
  if (!done && !counted) countUse(`tests.left.${instrumentId}.${item}`)
  goBack()
}

/** In place of the question, for as long as help is open above it, or if it could not be opened. */
const HelpFirst = ({ onHelp, onGoOn }: { onHelp: () => void; onGoOn: () => void }) => (
  <View>
    <Paper title="先停一停">
      <Line>心里难受到会这样想，不是您的错。先看看求助电话，再决定要不要接着答。</Line>
      <Buttons>
        <Button text="打开求助电话" onTap={onHelp} />
        <Button text="看过了，接着答" kind="quiet" onTap={onGoOn} />
      </Buttons>
    </Paper>
    {lines.map((line) => (
      <View key={line.number} className="taking__dial">
        <Dial line={line} />
      </View>
    ))}
  </View>
)

const offline = ['OFFLINE', 'TIMED_OUT', 'INTERNAL', 'BUSY']

const wordsOf = (sent: Sent) => {
  if (sent.state !== 'refused') return ''
  if (offline.includes(sent.code))
    return '现在没有送到。回答还在这部手机上，网络好了再打开这里就会送出，只会送一次，最多留 14 天。'
  return messages[sent.code]
}

const Unsent = ({ sent, taking, onSend }: { sent: Sent | null; taking: Taking; onSend: () => void }) => {
  if (sent === null)
    return (
      <View {...aria({ role: 'status' })}>
        <Text className="taking__hint">正在送出，马上就好。</Text>
        <Bones rows={2} />
      </View>
    )
  const asks = sent.state === 'refused' && sent.code === 'CONSENT_NEEDED'
  return (
    <Paper title="都答完了">
      <View {...aria({ role: 'alert' })}>
        <Line>{wordsOf(sent)}</Line>
      </View>
      <Buttons>
        {asks ? (
          <Button text="看看说明再决定" kind="primary" onTap={() => go(wayToConsent('tests'))} />
        ) : (
          <Button text="再送一次" kind="primary" onTap={onSend} />
        )}
        <Button text="先放着，回到列表" onTap={() => go(paths.tests)} />
        <Button text="不送了，清掉回答" kind="quiet" onTap={() => void giveUp(taking)} />
      </Buttons>
    </Paper>
  )
}

const Questions = ({ instrument, first }: { instrument: Instrument; first: Taking }) => {
  const { taking, items, at, helping, sent, choose, next, previous, send, help, goOn } = useTaking(instrument, first)
  const item = instrument.items.find(({ n }) => n === taking.item)
  const labels = (item ? (instrument.optionSets[item.options] ?? []) : []).map(({ label }) => label)
  const chosen = taking.answers[taking.item]
  const last = at === items.length - 1
  const asking = !helping && !taking.done

  useEffect(() => {
    if (asking && taking.item > 0) focusOn(QUESTION)
  }, [asking, taking.item])

  const byNumber = ({ key }: { key: string }) => {
    const option = Number(key) - 1
    if (/^[1-9]$/.test(key) && option < labels.length) choose(option)
  }

  if (helping) return <HelpFirst onHelp={help} onGoOn={goOn} />
  if (taking.done || !item) return <Unsent sent={sent} taking={taking} onSend={() => void send()} />
  return (
    <View {...(inWechat ? {} : { onKeyDown: byNumber })}>
      <Text className="taking__progress">
        第 {at + 1} 题，共 {items.length} 题
      </Text>
      <View className="taking__track" {...aria({ hidden: true })}>
        <View className="taking__passed" style={{ width: `${((at + 1) / items.length) * 100}%` }} />
      </View>
      <Text className="taking__hint">
        {at === 0 || instrument.instruction.length <= SHORT
          ? instrument.instruction
          : `时间范围：${instrument.recall}。`}
      </Text>
      <Text id={QUESTION} className="taking__question" {...aria({ role: 'heading', level: 2, live: 'polite' })}>
        {item.text}
      </Text>
      <Options key={item.n} name={item.text} labels={labels} chosen={chosen} onChoose={choose} onAgain={next} />
      <Buttons>
        <Button text={last ? '答完了，看结果' : '下一题'} kind="primary" disabled={chosen === undefined} onTap={next} />
        {at > 0 ? <Button text="上一题" onTap={previous} /> : null}
        <Button text="不再继续" kind="quiet" onTap={() => void giveUp(taking)} />
      </Buttons>
      <Text className="taking__foot">现在离开也可以，下次接着答。没有送出的回答只在这部手机上，最多留 14 天。</Text>
    </View>
  )
}

const nowhere = (
  <Nothing text="没有找到没答完的测评，可能已经清掉了。" action="从列表里选一份" onTap={() => go(paths.tests)} />
)

export default function TakingPage() {
  const id = askedId(useRouter().params.of)
  const [first] = useState(() => {
    countLeft()
    return id ? takingOf(id, new Date()) : null
  })
  const instrument = first ? instrumentAt(first.instrumentId, first.version) : undefined
  return (
    <PageShell title={instrument?.title ?? '自我测评'} hide>
      {first && instrument ? <Questions instrument={instrument} first={first} /> : nowhere}
    </PageShell>
  )
}
