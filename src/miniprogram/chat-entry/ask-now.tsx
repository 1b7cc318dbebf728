import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { AnyRefusal } from '../../contract'
import { messages } from '../../contract/messages.zh-CN'
import { api } from '../cloud/api'
import { isStranger } from '../cloud/stranger'
import { aria } from '../parts/aria'
import { Button } from '../parts/button'
import { Section } from '../parts/section'
import { go, paths, wayToChat, wayToConsent } from '../parts/ways'
import { newId } from '../phone/new-id'
import { changeTalk, talkGoingOn } from '../phone/talks'
import { beginWords, thereWords } from './now-words'
import { useThere } from './use-there'
import './ask-now.scss'

/** Writing with whoever is there, on the tab 「聊」: the truth about now, and one button. */
export const AskNow = () => {
  const there = useThere()
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const [going, setGoing] = useState(talkGoingOn)
  const [stranger, setStranger] = useState(isStranger)
  const agreeing = useRef(false)

  const begin = async (agreed = false) => {
    if (busy) return
    setBusy(true)
    setWrong(null)
    const reply = await api.chats.ask({ chatId: newId() })
    setBusy(false)
    if (reply.ok) {
      const { id, last } = reply.data
      changeTalk(id, { last, ended: false }, new Date())
      go(wayToChat(id))
    } else if (reply.code !== 'CONSENT_NEEDED') setWrong(messages[reply.code as AnyRefusal])
    else if (!agreed) {
      agreeing.current = true
      go(wayToConsent('counselling'))
    }
  }

  useDidShow(() => {
    setGoing(talkGoingOn())
    setStranger(isStranger())
    if (!agreeing.current) return
    agreeing.current = false
    void begin(true)
  })

  return (
    <Section title="用文字聊">
      <View className="ask-now">
        <Text className="ask-now__there" {...aria({ role: 'status' })}>
          {thereWords(there, new Date())}
        </Text>
        <Text className="ask-now__note">
          和值班的咨询师打字说，不用真名。说的话加密存放，只有您和接待您的咨询师能看到。
        </Text>
        {wrong === null ? null : (
          <Text className="ask-now__wrong" {...aria({ role: 'alert' })}>
            {wrong}
          </Text>
        )}
        <View className="ask-now__buttons">
          <Button
            text={beginWords(there, going !== null)}
            kind="primary"
            disabled={busy}
            onTap={() => (going ? go(wayToChat(going.chatId)) : void begin())}
          />
          {stranger ? null : <Button text="我的对话" kind="quiet" onTap={() => go(paths.chats)} />}
        </View>
      </View>
    </Section>
  )
}
