import { View } from '@tarojs/components'
import { lines } from '../help/lines'
import { Section } from '../parts/section'
import { DialButton } from './dial-button'
import './hotlines.scss'

/** The same numbers as on the page of help, in the same order; small, so that what comes beneath is seen as well. */
export const OnTop = () => (
  <Section title="随时可以打">
    <View className="hotline-top">
      {lines.map(({ number, name, counted }) => (
        <DialButton key={number} number={number} name={name} use={`help.dialled.${counted}`} under={name} />
      ))}
    </View>
  </Section>
)
