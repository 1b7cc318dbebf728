import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { aria } from '../parts/aria'
import { Choice } from '../parts/choice'
import { Dial } from './dial-line'
import { lines } from './lines'
import './help.scss'

type Answer = 'safe' | 'unsafe'

const answers: readonly { value: Answer; text: string }[] = [
  { value: 'safe', text: '现在安全' },
  { value: 'unsafe', text: '不太安全' },
]

const next: Record<Answer, string> = {
  safe: '先不急着做别的。可以打 12356 和人说说话，也可以先跟着圆圈慢慢呼吸。要是后来更难受了，每一页右上角的「需要帮助」都能回到这里。',
  unsafe:
    '请现在就打 120 或 110，告诉对方您在哪里、您需要帮助。先离可能伤到自己的东西远一点，到有人的地方去。说不出话的话，请身边的人帮您打。',
}

const atOnce = lines.filter(({ number }) => number === '120' || number === '110')

/** Asked so that the next step can be said plainly. The answer lives as long as this page and goes nowhere. */
export const SafeNow = () => {
  const [answer, setAnswer] = useState<Answer | ''>('')
  return (
    <View className="help__card">
      <Text className="help__name help__question" {...aria({ role: 'heading', level: 2 })}>
        您现在安全吗？
      </Text>
      <Choice<Answer | ''> name="您现在安全吗？" options={answers} chosen={answer} onChoose={setAnswer} />
      {answer === '' ? null : (
        <Text className="help__when" {...aria({ role: 'status' })}>
          {next[answer]}
        </Text>
      )}
      {answer === 'unsafe' ? (
        <View className="help__at-once">
          {atOnce.map((line) => (
            <Dial key={line.number} line={line} />
          ))}
        </View>
      ) : null}
      <Text className="help__quiet help__beneath">怎么选都可以，不会记下来，也不会告诉别人。</Text>
    </View>
  )
}
