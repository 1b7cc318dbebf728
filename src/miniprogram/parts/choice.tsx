import { Text, View } from '@tarojs/components'
import { aria, tappable } from './aria'
import './choice.scss'

/** One of a few, all in sight. */
export const Choice = <T extends string | number>({
  name,
  options,
  chosen,
  disabled = false,
  onChoose,
}: {
  name: string
  options: readonly { value: T; text: string }[]
  chosen: T
  disabled?: boolean
  onChoose: (value: T) => void
}) => (
  <View className={disabled ? 'choice choice--off' : 'choice'} {...aria({ role: 'radiogroup', label: name })}>
    {options.map(({ value, text }) => (
      <View
        key={value}
        className={value === chosen ? 'choice__one choice__one--on' : 'choice__one'}
        {...tappable(disabled ? undefined : () => onChoose(value), { role: 'radio', checked: value === chosen })}
      >
        <Text>{text}</Text>
      </View>
    ))}
  </View>
)
