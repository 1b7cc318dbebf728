import { Text, View } from '@tarojs/components'
import { aria } from '../../parts/aria'
import './draw-print.scss'

/** SHA-256 of something, whole, so that it can be written down. Heard by its ends: nobody listens to 64 signs. */
export const Print = ({ about, hash }: { about: string; hash: string }) => (
  <View className="print">
    <Text className="print__about">{about}</Text>
    <Text
      userSelect
      className="print__hash"
      {...aria({ role: 'text', label: `${about}：64 位，开头 ${hash.slice(0, 6)}，末尾 ${hash.slice(-6)}` })}
    >
      {hash}
    </Text>
  </View>
)
