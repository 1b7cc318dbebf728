import { Text, View } from '@tarojs/components'
import type { Use } from '../../domain/figures/uses'
import { countUse } from '../counting/count-use'
import { tappable } from '../parts/aria'
import { dial } from '../parts/dial'
import { Icon } from '../parts/icon'
import './hotlines.scss'

/** `under`: whose number it is, where nothing beside the button says so. */
type Props = { number: string; name: string; use: Use; under?: string }

/** Dials first and counts the tap afterwards: nothing stands between a person and the call. */
const call = (number: string, use: Use) => {
  dial(number)
  countUse(use)
}

export const DialButton = ({ number, name, use, under }: Props) => (
  <View
    className={under ? 'hotline__dial hotline__dial--of-two' : 'hotline__dial'}
    {...tappable(() => call(number, use), { label: `拨打 ${number}，${name}` })}
  >
    <View className="hotline__number">
      <Icon name="phone" />
      <Text>拨打 {number}</Text>
    </View>
    {under ? <Text className="hotline__under">{under}</Text> : null}
  </View>
)

/** In the place of the button, for a number under which nobody can be reached. */
export const NoDial = () => (
  <View className="hotline__dial hotline__dial--off" {...tappable(undefined)}>
    <Text>示例号码，不能拨打</Text>
  </View>
)
