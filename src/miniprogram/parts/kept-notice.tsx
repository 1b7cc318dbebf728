import { Text, View } from '@tarojs/components'
import { minuteOf } from '../phone/times'
import { aria, tappable } from './aria'
import './kept-notice.scss'

export const KeptNotice = ({ keptAt, onRetry }: { keptAt: string | null; onRetry: () => void }) =>
  keptAt === null ? null : (
    <View className="kept-notice" {...aria({ role: 'status' })}>
      <Text className="kept-notice__text">离线内容，更新于 {minuteOf(keptAt)}</Text>
      <View className="kept-notice__retry" {...tappable(onRetry)}>
        <Text>重新连接</Text>
      </View>
    </View>
  )
