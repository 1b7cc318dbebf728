import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria, tappable } from './aria'
import './section.scss'

export const Section = ({
  title,
  more,
  onMore,
  children,
}: {
  title: string
  more?: string
  onMore?: () => void
  children: ReactNode
}) => (
  <View className="section">
    <View className="section__head">
      <Text className="section__title" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </Text>
      {more && onMore ? (
        <View className="section__more" {...tappable(onMore, { label: `${more}，${title}` })}>
          <Text>{more}</Text>
        </View>
      ) : null}
    </View>
    {children}
  </View>
)
