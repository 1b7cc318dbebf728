import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { aria } from '../parts/aria'
import { ask } from '../parts/ask'
import { Button } from '../parts/button'
import { Field } from '../parts/field'
import { minuteOf } from '../phone/times'
import { dutyWords, waitingWords } from './duty-words'
import { said, useCallBack } from './use-call-back'
import { type Standing, useStanding } from './use-standing'
import './help.scss'

/** What a person must know before leaving a number; it must be true of `calls` and of what the consent says. */
const before: readonly { about: string; answer: string }[] = [
  { about: '谁打来', answer: '值守的督导，用电话打给您。第二天和一周左右，会再各问候您一次。' },
  { about: '存什么', answer: '只有这个号码，不问姓名，加密存放，最后一次问候后清除。' },
  { about: '谁知道', answer: '只有值守的督导。不会告诉单位和其他任何人；每看一次号码，都记在「谁看过我」里。' },
  { about: '改主意了', answer: '随时可以回到这一页撤回，号码马上清除。' },
]

const Wrong = ({ text }: { text: string | null }) =>
  text === null ? null : (
    <Text className="help__wrong" {...aria({ role: 'alert' })}>
      {text}
    </Text>
  )

const Card = ({ title, children }: { title: string; children: ReactNode }) => (
  <View className="help__card">
    <Text className="help__name" {...aria({ role: 'heading', level: 2 })}>
      {title}
    </Text>
    {children}
  </View>
)

const Said = ({ children }: { children: ReactNode }) => (
  <Text className="help__when" {...aria({ role: 'status' })}>
    {children}
  </Text>
)

const Waiting = ({
  standing,
  children,
  onWithdraw,
  busy,
}: {
  standing: NonNullable<Standing>
  children: ReactNode
  onWithdraw: () => void
  busy: boolean
}) => {
  const accepted = standing.state === 'accepted'
  const withdraw = async () => {
    const content = `撤回后号码马上清除。${accepted ? '如果同事已经在拨号，可能还会接到这一通。' : ''}以后想留，随时可以再留。`
    if (await ask({ title: '撤回这个请求吗', content, confirmText: '撤回', cancelText: '先不撤回' })) onWithdraw()
  }
  return (
    <Card title={accepted ? '同事已经接下' : '正在等同事接下'}>
      <Text className="help__quiet">{minuteOf(standing.openedAt)} 发出</Text>
      {children}
      <Text className="help__when">来电可能是您不认识的号码。着急的话不用等，上面的电话都可以直接打。</Text>
      <Button text="撤回" label="撤回回电请求" kind="quiet" disabled={busy} onTap={withdraw} />
    </Card>
  )
}

/** Asking to be called back: what is true about duty now, the one number, and how far it has come. */
export const CallBack = () => {
  const { duty, standing, ended, ...acts } = useStanding()
  const { typed, write, busy, wrong, notice, ask: askForCall, withdraw } = useCallBack(acts)
  const [open, setOpen] = useState(false)
  const now = new Date()

  if (standing)
    return (
      <Waiting standing={standing} busy={busy} onWithdraw={() => withdraw(standing.id)}>
        <Said>
          {standing.state === 'accepted'
            ? '会有同事给您打电话，第二天和一周左右，会再各问候您一次。不想再接，可以随时撤回。'
            : waitingWords(duty, now)}
        </Said>
        <Wrong text={wrong} />
      </Waiting>
    )

  return (
    <Card title="请同事给您回电">
      {notice === null && !ended ? null : <Said>{notice ?? said.over}</Said>}
      <Said>{dutyWords(duty, now)}</Said>
      {open ? (
        <View>
          {before.map(({ about, answer }) => (
            <View key={about} className="help__said">
              <Text className="help__quiet">{about}</Text>
              <Text className="help__answer">{answer}</Text>
            </View>
          ))}
          <Text className="help__label">您的电话号码</Text>
          <Field name="您的电话号码" value={typed} keys="number" most={20} onWrite={write} />
          <Wrong text={wrong} />
          <View className="help__send">
            <Button
              text={busy ? '正在发出' : '请给我回电'}
              kind="primary"
              disabled={busy || typed.trim() === ''}
              onTap={askForCall}
            />
          </View>
        </View>
      ) : (
        <Button text="留一个号码" label="留一个号码，请同事给您回电" onTap={() => setOpen(true)} />
      )}
    </Card>
  )
}
