import { Text, View } from '@tarojs/components'
import type { Use } from '../../domain/figures/uses'
import { countUse } from '../counting/count-use'
import { tappable } from '../parts/aria'
import { dial } from '../parts/dial'
import { Icon } from '../parts/icon'
import './hotlines.scss'

/** Dials first and counts the tap afterwards: nothing stands between a person and the call. */
const call = (number: string, use: Use) => {
  dial(number)
  countUse(use)
}

export const DialButton = ({ number, name, use }: { number: string; name: string; use: Use }) => (
  <View className="hotline__dial" {...tappable(() => call(number, use), { label: `拨打 ${number}，${name}` })}>
    <Icon name="phone" />
    <Text>拨打 {number}</Text>
  </View>
)

/** In the place of the button, for a number under which nobody can be reached. */
export const NoDial = () => (
  <View className="hotline__dial hotline__dial--off" {...tappable(undefined)}>
    <Text>示例号码，不能拨打</Text>
  </View>
)
