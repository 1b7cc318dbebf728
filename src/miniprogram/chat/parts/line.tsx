import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import type { AnyRefusal } from '../../../contract'
import { messages } from '../../../contract/messages.zh-CN'
import type { Outgoing } from '../../../domain/chats/thread'
import { aria, tappable } from '../../parts/aria'
import type { Unsent } from '../../phone/talks'
import { Picture } from './picture'
import type { Message } from './said'
import { timeOf } from './standing-words'

export const lineId = (number: number) => `said-${number}`

/** One thing that was said. `mark`: what has become of it, under the newest of mine. */
export const Line = memo(
  ({
    chatId,
    message: { id, number, side, at, text, image },
    withName,
    timed,
    mark,
  }: {
    chatId: string
    message: Message
    withName: string
    timed: boolean
    mark: string
  }) => {
    const mine = side === 'person'
    const time = timeOf(at, new Date())
    return (
      <View id={lineId(number)} className={mine ? 'said said--mine' : 'said'}>
        {timed ? <Text className="said__time">{time}</Text> : null}
        <View className="said__bubble" {...aria({ role: 'group', label: `${mine ? '我' : withName}，${time}` })}>
          {image ? (
            <Picture chatId={chatId} messageId={id} image={image} />
          ) : (
            <Text className="said__text">{text}</Text>
          )}
        </View>
        {mark === '' ? null : <Text className="said__mark">{mark}</Text>}
      </View>
    )
  },
)

/** Said here and not there yet. */
export const UnsentLine = ({
  one: { id, body, refused },
  failed,
  onRetry,
  onGiveUp,
}: {
  one: Outgoing<Unsent>
  /** It was tried several times. */
  failed: boolean
  onRetry: (id: string, refused: string) => void
  onGiveUp: (id: string) => void
}) => (
  <View className="said said--mine said--unsent">
    <View className="said__bubble" {...aria({ role: 'group', label: '我' })}>
      <Text className="said__text">{body.image ? '一张图片' : body.text}</Text>
    </View>
    {refused === '' && !failed ? (
      <Text className="said__mark">正在发送</Text>
    ) : (
      <View className="said__failed">
        {refused === '' ? null : <Text className="said__mark">{messages[refused as AnyRefusal]}</Text>}
        <View className="said__again" {...tappable(() => onRetry(id, refused))}>
          <Text>没发出去，点一下再试</Text>
        </View>
        <View className="said__again" {...tappable(() => onGiveUp(id))}>
          <Text>不发了</Text>
        </View>
      </View>
    )}
  </View>
)
