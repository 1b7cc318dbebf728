import { Text, View } from '@tarojs/components'
import { lines } from '../help/lines'
import { aria } from '../parts/aria'
import { Section } from '../parts/section'
import { DialButton } from './dial-button'
import './hotlines.scss'

/** The same numbers as on the page of help, in the same order. */
export const OnTop = () => (
  <Section title="随时可以打">
    <View className="hotline hotline--top">
      {lines.map(({ number, name, when, counted }) => (
        <View key={number} className="hotline__one">
          <View className="hotline__words">
            <Text className="hotline__name" {...aria({ role: 'heading', level: 3 })}>
              {name}
            </Text>
            <Text className="hotline__fact">{when}</Text>
          </View>
          <DialButton number={number} name={name} use={`help.dialled.${counted}`} />
        </View>
      ))}
    </View>
  </Section>
)
