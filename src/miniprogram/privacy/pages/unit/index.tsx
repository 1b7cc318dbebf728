import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AnyRefusal, Output } from '../../../../contract'
import { messages } from '../../../../contract/messages.zh-CN'
import { api } from '../../../cloud/api'
import { ask } from '../../../parts/ask'
import { Button } from '../../../parts/button'
import { Choice } from '../../../parts/choice'
import { Field } from '../../../parts/field'
import { PageShell } from '../../../parts/page-shell'
import { Section } from '../../../parts/section'
import { tellRefusal } from '../../../parts/tell-refusal'
import { go, paths } from '../../../parts/ways'
import { dateOf } from '../../../phone/times'
import { keepUnit } from '../../../phone/unit'
import { Buttons, Line, Paper, Quiet, Said, Wrong } from '../../parts/paper'
import { looksRight, type Proof, proofOptions, proofs } from '../../parts/proofs'
import { Told } from '../../parts/told'
import { useOwn } from '../../parts/use-own'
import './index.scss'

type Standing = Output<'membership', 'show'>
type Member = NonNullable<Standing['member']>

const noteUnit = ({ member }: Standing) => keepUnit(member?.path.at(-1)?.name ?? null)

const show = async () => {
  const reply = await api.membership.show({})
  if (reply.ok) noteUnit(reply.data)
  return reply
}

const Mine = ({ member, onLeft }: { member: Member; onLeft: () => void }) => {
  const leave = async () => {
    const sure = await ask({
      title: '退出单位',
      content: '退出以后，云端不再知道您是哪个单位的。收藏和别的内容都不变，以后还可以再核对。',
      confirmText: '退出',
      cancelText: '先不退出',
    })
    if (!sure) return
    const reply = await api.membership.leave({})
    if (!reply.ok) {
      await tellRefusal('没有退出', reply)
      return
    }
    keepUnit(null)
    onLeft()
  }
  return (
    <Paper title="核对过了">
      <Said about="您的单位">{member.path.map(({ name }) => name).join(' · ')}</Said>
      <Said about="核对的日子">{dateOf(member.since)}</Said>
      <Buttons>
        <Button text="退出单位" kind="quiet" onTap={leave} />
      </Buttons>
    </Paper>
  )
}

const Prove = ({ onProved }: { onProved: (standing: Standing) => void }) => {
  const [proof, setProof] = useState<Proof>('code')
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const { name, keys, most, notLikeIt } = proofs[proof]

  const choose = (chosen: Proof) => {
    setProof(chosen)
    setText('')
    setWrong(null)
  }
  const send = async () => {
    if (!looksRight(proof, text)) {
      setWrong(notLikeIt)
      return
    }
    setBusy(true)
    setWrong(null)
    const reply =
      proof === 'code'
        ? await api.membership.proveByCode({ code: text })
        : await api.membership.proveByNumber({ kind: proof, number: text })
    setText('')
    setBusy(false)
    if (reply.ok) onProved(reply.data)
    else setWrong(messages[reply.code as AnyRefusal])
  }

  return (
    <Section title="核对一次">
      <Paper>
        <View className="unit__ways">
          <Choice name="用什么核对" options={proofOptions} chosen={proof} disabled={busy} onChoose={choose} />
        </View>
        <View className="unit__field">
          <Field
            key={proof}
            name={name}
            value={text}
            keys={keys}
            most={most}
            placeholder={`填写${name}`}
            onWrite={setText}
          />
        </View>
        <Quiet>
          {proof === 'code'
            ? '邀请码由单位工会发给大家，同一个单位的人用的是同一个。'
            : '只用来核对这一次。填的号码不存在这部手机上，也不存在云端。'}
        </Quiet>
        <Wrong text={wrong} />
        <Buttons>
          <Button text={busy ? '正在核对' : '核对'} kind="primary" disabled={busy || text.trim() === ''} onTap={send} />
          {wrong === null ? null : <Button text="想找人说说，看求助电话" kind="quiet" onTap={() => go(paths.help)} />}
        </Buttons>
      </Paper>
    </Section>
  )
}

export default function Unit() {
  const { own, retry, take } = useOwn<Standing, never>(show, { member: null })
  const proved = (standing: Standing) => {
    noteUnit(standing)
    take(standing)
  }
  return (
    <PageShell title="我的单位">
      <Paper>
        <Line>核对过单位，以后只给本单位职工的活动和名额，您就能参加。</Line>
        <Line>不核对也没关系：文章、练习、求助电话，这些都照样能用。</Line>
        <Quiet>单位看不到您是谁，也看不到您在这里做什么。</Quiet>
      </Paper>
      <Told own={own} onRetry={retry}>
        {({ member }) =>
          member ? <Mine member={member} onLeft={() => take({ member: null })} /> : <Prove onProved={proved} />
        }
      </Told>
    </PageShell>
  )
}
