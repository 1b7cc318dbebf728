import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../../parts/aria'
import { Button } from '../../parts/button'
import { go, paths } from '../../parts/ways'
import type { Own } from './said'
import { waitingWords } from './standing-words'

const Card = ({ title, live = false, children }: { title: string; live?: boolean; children: ReactNode }) => (
  <View className="talk__card" {...(live ? aria({ role: 'status' }) : {})}>
    <Text className="talk__title" {...aria({ role: 'heading', level: 2 })}>
      {title}
    </Text>
    {children}
  </View>
)

/** Until somebody is there: what is known, and what can be done meanwhile. */
export const WaitingCard = ({ chat }: { chat: Own }) => (
  <Card title={chat.state === 'left' ? '现在先留言' : '正在请咨询师'} live>
    {waitingWords(chat, new Date()).map((line) => (
      <Text key={line} className="talk__line">
        {line}
      </Text>
    ))}
    <View className="talk__buttons">
      <Button text="等不及的话，看看可以打的电话" kind="quiet" onTap={() => go(paths.counselling)} />
    </View>
  </Card>
)

export const TransferCard = ({
  transfer: { toName, past },
  busy,
  onAnswer,
}: {
  transfer: NonNullable<Own['transfer']>
  busy: boolean
  onAnswer: (agreed: boolean) => void
}) => (
  <Card title={`想请${toName}接着和您聊`} live>
    <Text className="talk__line">
      {past
        ? `您同意的话，${toName}能看到前面说过的话，不用从头再讲。`
        : `您同意的话，${toName}从下一句开始，看不到前面说过的话。`}
    </Text>
    <Text className="talk__line">不同意也没关系，现在这位会接着和您聊。</Text>
    <View className="talk__buttons talk__buttons--side">
      <Button text="同意" disabled={busy} onTap={() => onAnswer(true)} />
      <Button text="不同意" disabled={busy} onTap={() => onAnswer(false)} />
    </View>
  </Card>
)

export const EndedCard = ({
  busy,
  onSave,
  onDestroy,
}: {
  busy: boolean
  onSave: () => void
  onDestroy: () => void
}) => (
  <Card title="这段对话结束了">
    <Text className="talk__line">谢谢您愿意说出来。说过的话只有您自己还能看，随时可以回来读，也可以删掉。</Text>
    <Text className="talk__line">之后几天如果又难受起来，不用等，可以再来聊，也可以直接打电话。</Text>
    <View className="talk__buttons">
      <Button text="再聊一段，或约个时间" kind="primary" onTap={() => go(paths.counselling)} />
      <Button text="跟着圆圈慢慢呼吸" onTap={() => go(paths.breathing)} />
      <Button text="把这段对话存成文字" disabled={busy} onTap={onSave} />
      <Button text="删除这段对话" kind="quiet" disabled={busy} onTap={onDestroy} />
    </View>
  </Card>
)
