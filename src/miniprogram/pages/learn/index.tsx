import { Image, Text, View } from '@tarojs/components'
import { kindNames, kinds, topicNames, topics } from '../../../domain/pieces/words'
import { aria, tappable } from '../../parts/aria'
import { Icon } from '../../parts/icon'
import { PageShell } from '../../parts/page-shell'
import { Section } from '../../parts/section'
import { pictureOf } from '../../parts/topic-picture'
import { go, wayToList } from '../../parts/ways'
import './index.scss'

const kindHints = {
  article: '几分钟读完的短文',
  video: '有字幕，可以静音看',
  audio: '闭上眼睛也能听',
  exercise: '跟着做，一次几分钟',
} as const

export default function Learn() {
  return (
    <PageShell title="学" tab>
      <Section title="想看哪方面">
        <View className="learn__topics">
          {topics.map((topic) => (
            <View
              key={topic}
              className="learn__topic"
              {...tappable(() => go(wayToList({ topic })), { label: `主题：${topicNames[topic]}` })}
            >
              <Image className="learn__picture" src={pictureOf(topic)} mode="aspectFill" {...aria({ hidden: true })} />
              <Text className="learn__name">{topicNames[topic]}</Text>
            </View>
          ))}
        </View>
      </Section>
      <Section title="想怎么看">
        {kinds.map((kind) => (
          <View key={kind} className="learn__kind" {...tappable(() => go(wayToList({ kind })))}>
            <View className="learn__words">
              <Text className="learn__name">{kindNames[kind]}</Text>
              <Text className="learn__hint">{kindHints[kind]}</Text>
            </View>
            <Icon name="chevron-right" />
          </View>
        ))}
      </Section>
    </PageShell>
  )
}
