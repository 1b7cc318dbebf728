import { Text, View } from '@tarojs/components'
import { tappable } from '../../parts/aria'
import { Icon } from '../../parts/icon'
import './tick-row.scss'

/** One of several that may all be chosen. */
export const TickRow = ({
  name,
  hint,
  on,
  onTurn,
}: {
  name: string
  hint: string
  on: boolean
  onTurn: (on: boolean) => void
}) => (
  <View
    className="tick-row"
    {...tappable(() => onTurn(!on), { role: 'checkbox', checked: on, label: `${name}，${hint}` })}
  >
    <View className={on ? 'tick-row__box tick-row__box--on' : 'tick-row__box'}>{on ? <Icon name="tick" /> : null}</View>
    <View className="tick-row__words">
      <Text className="tick-row__name">{name}</Text>
      <Text className="tick-row__hint">{hint}</Text>
    </View>
  </View>
)
