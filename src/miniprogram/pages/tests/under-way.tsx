import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useState } from 'react'
import { messages } from '../../../contract/messages.zh-CN'
import { briefs } from '../../../domain/instruments/briefs'
import { type Sent, sendTaking } from '../../cloud/send-taking'
import { aria } from '../../parts/aria'
import { Button } from '../../parts/button'
import { go, wayToConsent, wayToResult, wayToTaking } from '../../parts/ways'
import { type Taking, takings } from '../../phone/takings'
import { minuteOf } from '../../phone/times'
import { useConnected } from '../../phone/use-connected'
import { countLeft } from './count-left'

const GoOn = ({ taking }: { taking: Taking }) => {
  const { title } = briefs[taking.instrumentId]
  return (
    <View className="tests__card">
      <Text className="tests__name" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </Text>
      <Text className="tests__hint">
        停在第 {taking.item} 题，{minuteOf(taking.touchedAt)}。回答只在这部手机上。
      </Text>
      <Button text="继续" label={`继续：${title}`} kind="primary" onTap={() => go(wayToTaking(taking.instrumentId))} />
    </View>
  )
}

const waitingWords = (sent: Sent | null) => {
  if (sent === null || sent.state === 'scored') return '正在送出。'
  if (sent.state === 'incomplete') return '还有几题没有答到，请接着答完。'
  return messages[sent.code]
}

const Waiting = ({ taking, onSent }: { taking: Taking; onSent: () => void }) => {
  const [sent, setSent] = useState<Sent | null>(null)
  const { title } = briefs[taking.instrumentId]
  const send = useCallback(() => {
    setSent(null)
    sendTaking(taking).then((outcome) => {
      setSent(outcome)
      if (outcome.state === 'scored') onSent()
    })
  }, [taking, onSent])
  useDidShow(send)
  useConnected(send)
  const asks = sent?.state === 'refused' && sent.code === 'CONSENT_NEEDED'

  return (
    <View className="tests__card">
      <Text className="tests__name" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </Text>
      <Text className="tests__hint">都答完了，还没有送出。{waitingWords(sent)}</Text>
      {asks ? <Button text="看看说明再决定" kind="primary" onTap={() => go(wayToConsent('tests'))} /> : null}
      {sent && !asks ? <Button text="看看这一份" onTap={() => go(wayToTaking(taking.instrumentId))} /> : null}
    </View>
  )
}

type Arrived = Pick<Taking, 'resultId' | 'instrumentId' | 'soft'>

/** What was begun here and is not over: to go on with, or waiting for the network. */
export const UnderWay = () => {
  const [here, setHere] = useState<Taking[]>([])
  const [arrived, setArrived] = useState<Arrived | null>(null)
  useDidShow(() => {
    countLeft()
    setArrived(null)
    setHere(takings(new Date()))
  })

  return (
    <View>
      {arrived ? (
        <View className="tests__card" {...aria({ role: 'status' })}>
          <Text className="tests__name">{briefs[arrived.instrumentId].title}</Text>
          <Text className="tests__hint">送到了，结果出来了。</Text>
          <Button
            text="看结果"
            kind="primary"
            onTap={() => go(wayToResult({ id: arrived.resultId, instrumentId: arrived.instrumentId }, arrived.soft))}
          />
        </View>
      ) : null}
      {here.map((taking) =>
        taking.done ? (
          <Waiting
            key={taking.resultId}
            taking={taking}
            onSent={() => {
              setArrived(taking)
              setHere(takings(new Date()))
            }}
          />
        ) : (
          <GoOn key={taking.resultId} taking={taking} />
        ),
      )}
    </View>
  )
}
