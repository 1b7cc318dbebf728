import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnyRefusal, Output } from '../../../../contract'
import { messages } from '../../../../contract/messages.zh-CN'
import { noticeWords } from '../../../../domain/notices/words'
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
import { go } from '../../../parts/ways'
import { minuteOf } from '../../../phone/times'
import { noteUnread } from '../../unread'
import './index.scss'

type Page = Output<'notices', 'list'>
type Notice = Page['rows'][number]

const NONE = '还没有通知。预约的提醒和变动、新的回复、有人查看过您的资料，都会在这里告诉您。'

const One = ({ notice: { kind, at, path, unread } }: { notice: Notice }) => {
  const said = { name: noticeWords[kind], hint: minuteOf(at), ...(unread && { state: '新' }) }
  if (path !== '') return <Row {...said} onTap={() => go(path)} />
  return (
    <View className="row">
      <View className="row__words">
        <Text className="row__name">{said.name}</Text>
        <Text className="row__hint">{said.hint}</Text>
        {said.state ? <Text className="row__state">{said.state}</Text> : null}
      </View>
    </View>
  )
}

/** Grows by a button, as one looks further back. */
const List = ({ first }: { first: Page }) => {
  const [rest, setRest] = useState<Page | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const { next } = rest ?? first
  const rows = [...first.rows, ...(rest?.rows ?? [])]
  const grow = useCallback(async () => {
    if (next === null) return
    setWrong(null)
    const reply = await api.notices.list({ after: next })
    if (reply.ok) setRest((before) => ({ rows: [...(before?.rows ?? []), ...reply.data.rows], next: reply.data.next }))
    else setWrong(messages[reply.code as AnyRefusal])
  }, [next])

  if (rows.length === 0) return <Nothing text={NONE} />
  return (
    <View>
      <Rows>
        {rows.map((notice) => (
          <One key={notice.id} notice={notice} />
        ))}
      </Rows>
      <Text className="inbox__note">通知里只写有事，不写是什么事。每条 90 天后清除。</Text>
      {wrong ? <Text {...aria({ role: 'alert' })}>{wrong}</Text> : null}
      {next === null ? null : <Button text="看更早的" onTap={grow} />}
    </View>
  )
}

const Inbox = () => {
  const { shown, retry } = useReply<Page, never>('notices', () => api.notices.list({}))
  const seen = useRef(false)
  useDidShow(() => {
    if (seen.current) void retry()
    seen.current = true
  })
  const fresh = shown.state === 'shown' && shown.settled && shown.keptAt === null ? shown.data : null
  // What is on the screen has been seen; it stays marked as new until the page is opened again.
  useEffect(() => {
    const newest = fresh?.rows.find(({ unread }) => unread)
    if (!newest) return
    void api.notices.read({ until: newest.at }).then((reply) => {
      if (reply.ok) noteUnread(0)
    })
  }, [fresh])

  if (shown.state === 'waiting') return <Bones />
  if (shown.state === 'refused') return <Trouble code={shown.code} onRetry={retry} />
  return (
    <View>
      <KeptNotice keptAt={shown.keptAt} onRetry={retry} />
      <List key={shown.data.rows[0]?.id ?? ''} first={shown.data} />
    </View>
  )
}

export default function Notices() {
  return <PageShell title="通知">{isStranger() ? <Nothing text={NONE} /> : <Inbox />}</PageShell>
}
