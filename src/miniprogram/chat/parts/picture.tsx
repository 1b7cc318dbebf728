import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { AnyRefusal } from '../../../contract'
import { messages } from '../../../contract/messages.zh-CN'
import { api } from '../../cloud/api'
import { aria, tappable } from '../../parts/aria'
import { addressOf } from './image-fit'
import type { Message } from './said'

type Shown =
  | { state: 'closed' }
  | { state: 'coming'; piece: number }
  | { state: 'open'; address: string }
  | { state: 'wrong'; text: string }

/** Fetched piece by piece when it is asked for; nothing of it stays on the phone. */
export const Picture = ({
  chatId,
  messageId,
  image: { pieces, width, height },
}: {
  chatId: string
  messageId: string
  image: NonNullable<Message['image']>
}) => {
  const [shown, setShown] = useState<Shown>({ state: 'closed' })

  const open = async () => {
    let base64 = ''
    for (let piece = 0; piece < pieces; piece++) {
      setShown({ state: 'coming', piece })
      const reply = await api.chats.imagePiece({ chatId, messageId, piece })
      if (!reply.ok) return setShown({ state: 'wrong', text: messages[reply.code as AnyRefusal] })
      base64 += reply.data.data
    }
    const address = addressOf(base64)
    setShown(address ? { state: 'open', address } : { state: 'wrong', text: '这张图片打不开了' })
  }

  if (shown.state === 'open')
    return (
      <Image
        className="picture__image"
        src={shown.address}
        mode="widthFix"
        style={{ width: `${width}px`, aspectRatio: `${width} / ${height}` }}
        {...aria({ role: 'img', label: '图片' })}
      />
    )
  if (shown.state === 'coming')
    return (
      <View className="picture__open" {...aria({ role: 'status' })}>
        <Text>
          正在打开图片，{shown.piece + 1} / {pieces}
        </Text>
      </View>
    )
  return (
    <View>
      {shown.state === 'wrong' ? <Text className="said__mark">{shown.text}</Text> : null}
      <View className="picture__open" {...tappable(() => void open())}>
        <Text>一张图片，点开看</Text>
      </View>
    </View>
  )
}
