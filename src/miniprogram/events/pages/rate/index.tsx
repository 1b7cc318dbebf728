import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { messages } from '../../../../contract/messages.zh-CN'
import type { OwnSignup } from '../../../../contract/signups'
import { FEWEST_RATINGS } from '../../../../domain/ratings/words'
import { api } from '../../../cloud/api'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { go, goInstead, paths, wayToCertificate } from '../../../parts/ways'
import { weekdayMinuteOf } from '../../../phone/times'
import { Buttons, Line, Notice, Paper } from '../../../privacy/parts/paper'
import { Told } from '../../../privacy/parts/told'
import { useOwn } from '../../../privacy/parts/use-own'
import { RateForm } from '../../parts/rate-form'
import { rateStandOf } from '../../parts/rate-stand'

const isOver = ({ times }: OwnSignup, now: Date) => now >= new Date(times.at(-1)?.until ?? now)

const Thanks = ({ signup, just }: { signup: OwnSignup; just: boolean }) => (
  <Paper title="谢谢您">
    {just ? <Notice text="收到了，没有记下是谁评的。" /> : null}
    <Line>
      {signup.title}：您已经评过了。满 {FEWEST_RATINGS} 个人评过，平均分才会公布。
    </Line>
    <Line>还有话想说，可以直接告诉活动组织者。</Line>
    <Buttons>
      {signup.hours > 0 && isOver(signup, new Date()) ? (
        <Button text="看学时证明" onTap={() => go(wayToCertificate(signup.eventId))} />
      ) : null}
      <Button text="回到我的活动" onTap={() => goInstead(paths.myEvents)} />
    </Buttons>
  </Paper>
)

const Later = ({ text }: { text: string }) => (
  <Nothing text={text} action="看我的活动" onTap={() => goInstead(paths.myEvents)} />
)

const Shown = ({ signup, onGiven }: { signup: OwnSignup; onGiven: () => void }) => {
  const [just, setJust] = useState(false)
  const stand = rateStandOf(signup, new Date())
  if (stand.state === 'rated') return <Thanks signup={signup} just={just} />
  if (stand.state === 'soon') return <Later text={`${weekdayMinuteOf(stand.from)} 以后可以评价，不急。`} />
  if (stand.state === 'over') return <Later text="评价的时间过去了，没有关系。有话想说，可以告诉活动组织者。" />
  if (stand.state === 'not-there') return <Later text={`${messages.NOT_TO_BE_RATED}。`} />
  const given = () => {
    setJust(true)
    onGiven()
  }
  return <RateForm signup={signup} until={stand.until} onGiven={given} />
}

const gone = <Later text={`${messages.SIGNUP_NOT_FOUND}。`} />

const Asked = ({ id }: { id: string }) => {
  const { own, retry, take } = useOwn<OwnSignup | null, 'SIGNUP_NOT_FOUND'>(
    () => api.signups.open({ eventId: id }),
    null,
  )
  if (own.state === 'refused' && own.code === 'SIGNUP_NOT_FOUND') return gone
  return (
    <Told own={own} onRetry={retry}>
      {(signup) =>
        signup === null ? gone : <Shown signup={signup} onGiven={() => take({ ...signup, rated: true })} />
      }
    </Told>
  )
}

export default function RatePage() {
  const { id } = useRouter().params
  return (
    <PageShell title="课后评价" hide>
      <View>{id ? <Asked id={id} /> : gone}</View>
    </PageShell>
  )
}
