import { Text, View } from '@tarojs/components'
import type { Edition } from '../../../contract/pieces'
import { aria, tappable } from '../../parts/aria'
import { dateOf } from '../../phone/times'
import { follow } from './blocks'
import './credits.scss'

/** Who wrote it, who checked it and when, and what it rests on. */
export const Credits = ({ edition }: { edition: Edition }) => (
  <View className="credits">
    <Text className="credits__line">撰写：{edition.author}</Text>
    <Text className="credits__line">
      审核：{edition.reviewer}，{dateOf(edition.reviewedAt)}
    </Text>
    {edition.sources.length > 0 ? (
      <View>
        <Text className="credits__head" {...aria({ role: 'heading', level: 2 })}>
          参考来源
        </Text>
        {edition.sources.map(({ title, publisher, year, url }) =>
          url ? (
            <View key={title} className="credits__link" {...tappable(() => follow(url), { role: 'link' })}>
              <Text>
                {title}，{publisher}，{year}
              </Text>
            </View>
          ) : (
            <Text key={title} className="credits__line">
              {title}，{publisher}，{year}
            </Text>
          ),
        )}
      </View>
    ) : null}
  </View>
)
