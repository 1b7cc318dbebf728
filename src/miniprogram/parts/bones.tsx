import { View } from '@tarojs/components'
import { aria } from './aria'
import './bones.scss'

/** The outline of what is coming. */
export const Bones = ({ rows = 4 }: { rows?: number }) => (
  <View className="bones" {...aria({ role: 'status', label: '正在打开' })}>
    {Array.from({ length: rows }, (_, row) => (
      <View
        // biome-ignore lint/suspicious/noArrayIndexKey: all rows are alike
        key={row}
        className="bones__row"
      >
        <View className="bones__line" />
        <View className="bones__line bones__line--short" />
      </View>
    ))}
  </View>
)
