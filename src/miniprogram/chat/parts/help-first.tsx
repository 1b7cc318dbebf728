import { Text, View } from '@tarojs/components'
import { Dial } from '../../help/dial-line'
import { lines } from '../../help/lines'
import { aria } from '../../parts/aria'
import { Button } from '../../parts/button'
import { go, paths } from '../../parts/ways'

const MARK = '和您说话的人觉得，现在可能用得上这些电话。没有告诉任何人。'

/** In place of the conversation, for as long as help is open above it, or if it could not be opened. */
export const HelpFirst = ({ onGoOn }: { onGoOn: () => void }) => (
  <View>
    <View className="talk__card">
      <Text className="talk__title" {...aria({ role: 'heading', level: 2 })}>
        先看看求助电话
      </Text>
      <Text className="talk__line">{MARK}</Text>
      <View className="talk__buttons">
        <Button text="打开求助电话" onTap={() => go(paths.help)} />
        <Button text="看过了，接着聊" kind="quiet" onTap={onGoOn} />
      </View>
    </View>
    {lines.map((line) => (
      <View key={line.number} className="talk__dial">
        <Dial line={line} />
      </View>
    ))}
  </View>
)

/** Stays in the conversation afterwards. */
export const HelpCard = () => (
  <View className="talk__card">
    <Text className="talk__line">{MARK}</Text>
    <View className="talk__buttons">
      <Button text="看求助电话" onTap={() => go(paths.help)} />
    </View>
  </View>
)
