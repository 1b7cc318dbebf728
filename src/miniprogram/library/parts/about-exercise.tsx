import { Text, View } from '@tarojs/components'
import { messages } from '../../../contract/messages.zh-CN'
import { aria } from '../../parts/aria'
import { Bones } from '../../parts/bones'
import { Button } from '../../parts/button'
import { KeptNotice } from '../../parts/kept-notice'
import { Trouble } from '../../parts/trouble'
import { Blocks } from './blocks'
import { Credits } from './credits'
import { useEdition } from './use-edition'
import { useSight } from './use-sight'
import './about-exercise.scss'

const END = 'about-end'

export const About = ({ pieceId, onEnd }: { pieceId: string; onEnd: () => void }) => {
  const { shown, retry, keep, refusal } = useEdition(pieceId)
  useSight(`#${END}`, shown.state === 'shown', onEnd)

  if (shown.state === 'waiting') return <Bones rows={2} />
  if (shown.state === 'refused') return <Trouble code={shown.code} purpose={shown.purpose} onRetry={retry} />
  const edition = shown.data
  return (
    <View className="about-exercise">
      <KeptNotice keptAt={shown.keptAt} onRetry={retry} />
      <View className="about-exercise__title" {...aria({ role: 'heading', level: 2 })}>
        <Text userSelect>{edition.title}</Text>
      </View>
      <Blocks body={edition.body} />
      <View id={END} className="about-exercise__end" />
      <Credits edition={edition} />
      <Button
        text={edition.kept ? '已收藏' : '收藏'}
        icon={edition.kept ? 'heart-filled' : 'heart'}
        label={edition.kept ? '已收藏，点一下取消收藏' : '收藏'}
        onTap={() => keep(edition)}
      />
      {refusal ? (
        <Text className="about-exercise__refusal" {...aria({ role: 'alert' })}>
          {messages[refusal]}
        </Text>
      ) : null}
    </View>
  )
}
