import { Text, View } from '@tarojs/components'
import { tappable } from './aria'
import './switch-row.scss'

export const SwitchRow = ({
  name,
  hint,
  on,
  onTurn,
}: {
  name: string
  hint?: string
  on: boolean
  onTurn: (on: boolean) => void
}) => (
  <View
    className="switch-row"
    {...tappable(() => onTurn(!on), { role: 'switch', checked: on, label: hint ? `${name}，${hint}` : name })}
  >
    <View className="switch-row__words">
      <Text className="switch-row__name">{name}</Text>
      {hint ? <Text className="switch-row__hint">{hint}</Text> : null}
    </View>
    <View className={on ? 'switch-row__track switch-row__track--on' : 'switch-row__track'}>
      <View className="switch-row__knob" />
    </View>
  </View>
)
