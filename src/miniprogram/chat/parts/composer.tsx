import { Text, View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { isSendable, lengthOf, MOST_TEXT } from '../../../domain/chats/message'
import { aria, tappable } from '../../parts/aria'
import { changeTalk, talkOf } from '../../phone/talks'
import { WritingPlace } from './writing-place'

const KEEP_AFTER_MS = 400
const NEAR = MOST_TEXT - 100

/** What is being written is kept on this phone, and is there again when the app was closed meanwhile. */
export const Composer = ({
  chatId,
  onWrite,
  onSay,
  onPicture,
}: {
  chatId: string
  onWrite: () => void
  onSay: (text: string) => void
  onPicture: () => void
}) => {
  const [text, setText] = useState(() => talkOf(chatId)?.draft ?? '')
  const latest = useRef(text)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const length = lengthOf(text.trim())

  const keep = () => {
    clearTimeout(timer.current)
    if ((talkOf(chatId)?.draft ?? '') !== latest.current) changeTalk(chatId, { draft: latest.current }, new Date())
  }
  const write = (now: string) => {
    latest.current = now
    setText(now)
    clearTimeout(timer.current)
    timer.current = setTimeout(keep, KEEP_AFTER_MS)
    if (now !== '') onWrite()
  }
  const say = () => {
    if (!isSendable(latest.current)) return
    onSay(latest.current.trim())
    latest.current = ''
    setText('')
    keep()
  }
  const keepAtEnd = useRef(keep)
  keepAtEnd.current = keep
  useEffect(
    () => () => {
      // A conversation that was destroyed meanwhile is not begun again by what was being written in it.
      if (talkOf(chatId)) keepAtEnd.current()
    },
    [chatId],
  )

  return (
    <View className="composer">
      {length > NEAR ? (
        <Text className="composer__left" {...aria({ role: 'status' })}>
          {length > MOST_TEXT ? `多了 ${length - MOST_TEXT} 个字，可以分两次发` : `还能写 ${MOST_TEXT - length} 个字`}
        </Text>
      ) : null}
      <View className="composer__row">
        <View className="composer__picture" {...tappable(onPicture, { label: '发一张图片' })}>
          <Text>图片</Text>
        </View>
        <WritingPlace value={text} onWrite={write} onSend={say} />
        <View
          className={`composer__send${isSendable(text) ? '' : ' composer__send--off'}`}
          {...tappable(isSendable(text) ? say : undefined)}
        >
          <Text>发送</Text>
        </View>
      </View>
    </View>
  )
}
