import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AnyRefusal, Output } from '../../../../contract'
import { messages } from '../../../../contract/messages.zh-CN'
import { isFitNickname } from '../../../../domain/profiles/nickname'
import { api } from '../../../cloud/api'
import { Button } from '../../../parts/button'
import { Field } from '../../../parts/field'
import { PageShell } from '../../../parts/page-shell'
import { Buttons, Line, Notice, Paper, Quiet, Wrong } from '../../parts/paper'
import { Told } from '../../parts/told'
import { useOwn } from '../../parts/use-own'
import './index.scss'

type Shown = Output<'profile', 'show'>

const MOST = 12

const Change = ({ shown, onChanged }: { shown: Shown; onChanged: (shown: Shown) => void }) => {
  const [text, setText] = useState(shown.nickname ?? '')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const [done, setDone] = useState<string | null>(null)

  const rename = async (nickname: string | null, said: string) => {
    setDone(null)
    if (nickname !== null && !isFitNickname(nickname)) {
      setWrong(messages.NICKNAME_NOT_FIT)
      return
    }
    setBusy(true)
    setWrong(null)
    const reply = await api.profile.rename({ nickname })
    setBusy(false)
    if (!reply.ok) {
      setWrong(messages[reply.code as AnyRefusal])
      return
    }
    setText(reply.data.nickname ?? '')
    setDone(said)
    onChanged(reply.data)
  }

  return (
    <View>
      <Paper title="代号">
        <Line>{shown.pseudonym ?? '现在还没有。第一次需要时，系统会给您起一个。'}</Line>
        <Quiet>代号用来代替姓名，是随机起的，看不出您是谁。</Quiet>
      </Paper>
      <Paper title="昵称">
        <Field name="昵称" value={text} most={40} placeholder="想怎么称呼自己都行" onWrite={setText} />
        <View className="nickname__note">
          <Quiet>最多 {MOST} 个字，加密存放，平时只有您能看到。为了保护您，请不要放电话、证件号或网址。</Quiet>
        </View>
        <Wrong text={wrong} />
        <Notice text={done} />
        <Buttons>
          <Button
            text="存下昵称"
            kind="primary"
            disabled={busy || text.trim() === '' || text.trim() === shown.nickname}
            onTap={() => rename(text.trim(), '存好了。')}
          />
          {shown.nickname === null ? null : (
            <Button text="去掉昵称" kind="quiet" disabled={busy} onTap={() => rename(null, '去掉了。')} />
          )}
        </Buttons>
      </Paper>
    </View>
  )
}

export default function Nickname() {
  const { own, retry, take } = useOwn<Shown, never>(() => api.profile.show({}), { pseudonym: null, nickname: null })
  return (
    <PageShell title="昵称与代号">
      <Told own={own} onRetry={retry}>
        {(shown) => <Change shown={shown} onChanged={take} />}
      </Told>
    </PageShell>
  )
}
