import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { AnyRefusal, Output } from '../../../../contract'
import { messages } from '../../../../contract/messages.zh-CN'
import { api } from '../../../cloud/api'
import { isStranger } from '../../../cloud/stranger'
import { useReply } from '../../../cloud/use-reply'
import { aria } from '../../../parts/aria'
import { Bones } from '../../../parts/bones'
import { Button } from '../../../parts/button'
import { KeptNotice } from '../../../parts/kept-notice'
import { PageShell } from '../../../parts/page-shell'
import { Row, Rows } from '../../../parts/row'
import { Nothing, Trouble } from '../../../parts/trouble'
import { go, paths, wayToChat } from '../../../parts/ways'
import { talkOf } from '../../../phone/talks'
import { listWords } from '../../parts/standing-words'
import './index.scss'

type Page = Output<'chats', 'mine'>

const none = (
  <Nothing text="还没有对话。想找人说说的时候，随时可以来。" action="去「聊」" onTap={() => go(paths.counselling)} />
)

/** Grows by a button, as one looks further back. */
const List = ({ first }: { first: Page }) => {
  const [rest, setRest] = useState<Page | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const { next } = rest ?? first
  const known = new Set(first.rows.map(({ id }) => id))
  const rows = [...first.rows, ...(rest?.rows ?? []).filter(({ id }) => !known.has(id))]
  const now = new Date()

  const grow = async () => {
    if (next === null) return
    setWrong(null)
    const reply = await api.chats.mine({ after: next })
    if (reply.ok) setRest((before) => ({ rows: [...(before?.rows ?? []), ...reply.data.rows], next: reply.data.next }))
    else setWrong(messages[reply.code as AnyRefusal])
  }

  if (rows.length === 0) return none
  return (
    <View>
      <Rows>
        {rows.map((chat) => (
          <Row
            key={chat.id}
            {...listWords(chat, talkOf(chat.id)?.unsent.length ?? 0, now)}
            onTap={() => go(wayToChat(chat.id))}
          />
        ))}
      </Rows>
      <Text className="chats__note">这里不显示说过的话。每段对话保留两年，您随时可以打开来读，也可以删掉。</Text>
      {wrong ? <Text {...aria({ role: 'alert' })}>{wrong}</Text> : null}
      {next === null ? null : <Button text="看更早的" onTap={() => void grow()} />}
    </View>
  )
}

const Mine = () => {
  const { shown, retry } = useReply<Page, never>('chats', () => api.chats.mine({}))
  const seen = useRef(false)
  useDidShow(() => {
    if (seen.current) void retry()
    seen.current = true
  })
  if (shown.state === 'waiting') return <Bones />
  if (shown.state === 'refused') return <Trouble code={shown.code} onRetry={retry} />
  return (
    <View>
      <KeptNotice keptAt={shown.keptAt} onRetry={retry} />
      <List first={shown.data} />
    </View>
  )
}

export default function Chats() {
  return <PageShell title="我的对话">{isStranger() ? none : <Mine />}</PageShell>
}
