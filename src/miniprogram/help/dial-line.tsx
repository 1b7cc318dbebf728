import { Text, View } from '@tarojs/components'
import { countUse } from '../counting/count-use'
import { aria, tappable } from '../parts/aria'
import { dial } from '../parts/dial'
import { Icon } from '../parts/icon'
import type { Line } from './lines'
import './help.scss'

/** Dials first and counts the tap afterwards: nothing stands between a person and the call. */
const call = ({ number, counted }: Line) => {
  dial(number)
  countUse(`help.dialled.${counted}`)
}

export const Dial = ({ line }: { line: Line }) => (
  <View className="help__call" {...tappable(() => call(line), { label: `拨打 ${line.number}，${line.name}` })}>
    <Icon name="phone" />
    <Text>拨打 {line.number}</Text>
  </View>
)

export const DialLine = ({ line }: { line: Line }) => (
  <View className="help__card">
    <Text className="help__name" {...aria({ role: 'heading', level: 2 })}>
      {line.name}
    </Text>
    <Text className="help__when">{line.when}</Text>
    <Dial line={line} />
  </View>
)
