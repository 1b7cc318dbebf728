import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { AnyRefusal, Output } from '../../../contract'
import type { OwnSignup } from '../../../contract/signups'
import { type Share, shareNames, shares } from '../../../domain/events/words'
import { MOST_ANSWER } from '../../../domain/signups/joining'
import { type Trade, tradeNames, trades } from '../../../domain/signups/words'
import { api } from '../../cloud/api'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { LongField } from '../../parts/long-field'
import { SwitchRow } from '../../parts/switch-row'
import { useStep } from '../../parts/use-step'
import { go, paths } from '../../parts/ways'
import { keepTrade, knownTrade } from '../../phone/trade'
import { Buttons, Paper, Quiet, Wrong } from '../../privacy/parts/paper'
import './sign-up-form.scss'

type Opened = Output<'events', 'open'>

const tradeOptions = trades.map((value) => ({ value, text: tradeNames[value] }))

const shareHints: Record<Share, string> = {
  shift: '倒班、夜班，或在一线干活',
  newcomer: '以前没有来过我们的活动',
}

/** After these the event is another one than is shown. */
const changed: readonly AnyRefusal[] = ['ALREADY_SIGNED_UP', 'SIGN_UP_CLOSED', 'QUESTION_CHANGED', 'TOO_MANY_RELATIVES']

/** How many come together, said in people. */
const peopleOptions = (relatives: number) =>
  Array.from({ length: relatives + 1 }, (_, more) => ({
    value: more + 1,
    text: more === 0 ? '就我自己' : `带 ${more} 位家人`,
  }))

/**
 * One tap where nothing else is asked: the trade is known from the last time, and what the host asks is the only field that
 * may have to be filled.
 */
export const SignUpForm = ({
  event,
  onSigned,
  onChanged,
}: {
  event: Opened
  onSigned: (signup: OwnSignup) => void
  /** It is not any more as it is shown. */
  onChanged: () => void
}) => {
  const { busy, wrong, setWrong, step } = useStep()
  const [trade, setTrade] = useState<Trade | null>(knownTrade)
  const [choosing, setChoosing] = useState(trade === null)
  const [places, setPlaces] = useState(1)
  const [own, setOwn] = useState<readonly Share[]>([])
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const [forMembers, setForMembers] = useState(false)
  const kept = shares.filter((share) => event.shares[share] > 0)

  const sign = async () => {
    if (trade === null) {
      setWrong('请先选一下您的岗位，老师会按来的人备课')
      return
    }
    const given = event.questions
      .map(({ id }) => ({ questionId: id, text: (answers[id] ?? '').trim() }))
      .filter(({ text }) => text !== '')
    const missing = event.questions.find(({ id, needed }) => needed && (answers[id] ?? '').trim() === '')
    if (missing) {
      setWrong(`请先写一下：${missing.text}`)
      return
    }
    const reply = await step(() =>
      api.signups.join({ eventId: event.id, places, shares: [...own], trade, answers: given }),
    )
    if (!reply) return
    setForMembers(!reply.ok && reply.code === 'EVENT_FOR_MEMBERS')
    if (!reply.ok && changed.includes(reply.code)) onChanged()
    if (!reply.ok) return
    keepTrade(trade)
    onSigned(reply.data)
  }

  return (
    <Paper title={event.stand === 'full' ? '排候补' : '报名'}>
      {choosing ? (
        <View className="sign-up__part">
          <Text className="sign-up__name">您的岗位</Text>
          <Choice
            name="您的岗位"
            options={tradeOptions}
            chosen={trade ?? ('' as Trade)}
            disabled={busy}
            onChoose={(chosen) => {
              setTrade(chosen)
              setWrong(null)
            }}
          />
          <Quiet>只用来算来的人里各行各业有多少，人少了不显示，不会和您连在一起。</Quiet>
        </View>
      ) : (
        <View className="sign-up__part">
          <Quiet>岗位：{trade === null ? '' : tradeNames[trade]}</Quiet>
          <Buttons>
            <Button text="换一个岗位" kind="quiet" disabled={busy} onTap={() => setChoosing(true)} />
          </Buttons>
        </View>
      )}
      {event.relatives > 0 ? (
        <View className="sign-up__part">
          <Text className="sign-up__name">几个人来</Text>
          <Choice
            name="几个人来"
            options={peopleOptions(event.relatives)}
            chosen={places}
            disabled={busy}
            onChoose={setPlaces}
          />
        </View>
      ) : null}
      {kept.length > 0 ? (
        <View className="sign-up__part">
          <Text className="sign-up__name">有预留的名额，您是吗</Text>
          {kept.map((share) => (
            <SwitchRow
              key={share}
              name={shareNames[share]}
              hint={`${shareHints[share]}，留了 ${event.shares[share]} 个`}
              on={own.includes(share)}
              onTurn={(on) => setOwn(on ? [...own, share] : own.filter((one) => one !== share))}
            />
          ))}
        </View>
      ) : null}
      {event.questions.map(({ id, text, needed }) => (
        <View key={id} className="sign-up__part">
          <Text className="sign-up__name">{needed ? text : `${text}（可以不写）`}</Text>
          <LongField
            name={text}
            value={answers[id] ?? ''}
            most={MOST_ANSWER}
            onWrite={(written) => setAnswers((before) => ({ ...before, [id]: written }))}
          />
        </View>
      ))}
      {event.questions.length > 0 ? (
        <Quiet>您写的加密存放，只有组织者看得到，看不到是谁写的，每看一次都会记在「谁看过我」里。</Quiet>
      ) : null}
      <Wrong text={wrong} />
      <Buttons>
        <Button
          text={busy ? '正在报名' : event.stand === 'full' ? '排候补' : '报名'}
          kind="primary"
          disabled={busy}
          onTap={() => void sign()}
        />
        {forMembers ? <Button text="去核对单位" onTap={() => go(paths.unit)} /> : null}
      </Buttons>
    </Paper>
  )
}
