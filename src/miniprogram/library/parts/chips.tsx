import { ScrollView, Text, View } from '@tarojs/components'
import { aria, tappable } from '../../parts/aria'
import './chips.scss'

/** One of many, in a row that scrolls sideways. */
export const Chips = <T extends string | undefined>({
  name,
  options,
  chosen,
  onChoose,
}: {
  name: string
  options: readonly { value: T; text: string }[]
  chosen: T
  onChoose: (value: T) => void
}) => (
  <ScrollView scrollX enhanced showScrollbar={false} className="chips">
    <View className="chips__row" {...aria({ role: 'radiogroup', label: name })}>
      {options.map(({ value, text }) => (
        <View
          key={text}
          className="chips__tap"
          {...tappable(() => onChoose(value), { role: 'radio', checked: value === chosen })}
        >
          <Text className={value === chosen ? 'chips__one chips__one--on' : 'chips__one'}>{text}</Text>
        </View>
      ))}
    </View>
  </ScrollView>
)
