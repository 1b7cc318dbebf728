import { View } from '@tarojs/components'
import { useState } from 'react'
import type { OwnQuestion } from '../../../contract/live-questions'
import { hintsAtCrisis } from '../../../domain/chats/crisis-words'
import { MOST_QUESTIONS, MOST_WORDS, type QuestionState } from '../../../domain/live-questions/live-question'
import { api } from '../../cloud/api'
import { Button } from '../../parts/button'
import { LongField } from '../../parts/long-field'
import { useStep } from '../../parts/use-step'
import { go, paths } from '../../parts/ways'
import { newId } from '../../phone/new-id'
import { Buttons, Line, Paper, Quiet, Wrong } from '../../privacy/parts/paper'
import { Told } from '../../privacy/parts/told'
import { useOwn } from '../../privacy/parts/use-own'

const stateNames: Record<QuestionState, string> = { waiting: '等着讲到', taken: '讲到了', left: '这次没来得及讲' }

const Asked = ({
  eventId,
  rows,
  onTake,
}: {
  eventId: string
  rows: readonly OwnQuestion[]
  onTake: (rows: OwnQuestion[]) => void
}) => {
  const { busy, wrong, step } = useStep()
  const [text, setText] = useState('')
  /** Made once, so that what is sent again after a lost answer is the same question. */
  const [questionId, setQuestionId] = useState(newId)
  const [help, setHelp] = useState(false)

  const send = async () => {
    const words = text.trim()
    if (words === '') return
    setHelp(hintsAtCrisis(words))
    const reply = await step(() => api.liveQuestions.ask({ eventId, questionId, text: words }))
    if (!reply?.ok) return
    setText('')
    setQuestionId(newId())
    onTake([reply.data, ...rows.filter(({ id }) => id !== reply.data.id)])
  }
  const takeBack = async (id: string) => {
    const reply = await step(() => api.liveQuestions.takeBack({ questionId: id }))
    if (reply?.ok || reply?.code === 'LIVE_QUESTION_NOT_FOUND') onTake(rows.filter((row) => row.id !== id))
  }

  return (
    <Paper title="想问的">
      <Quiet>加密存放，组织者看得到问题，看不到是谁问的。不一定每个都讲得到。</Quiet>
      {help ? (
        <View>
          <Line>这句话我们看到了。如果现在很难，不用等到直播，这里有人可以马上说说话。</Line>
          <Buttons>
            <Button text="看看现在能找谁" kind="primary" onTap={() => go(paths.help)} />
          </Buttons>
        </View>
      ) : null}
      {rows.map(({ id, text: said, state }) => (
        <View key={id}>
          <Line>{said}</Line>
          <Quiet>{stateNames[state]}</Quiet>
          <Buttons>
            <Button text="收回" kind="quiet" label={`收回：${said}`} disabled={busy} onTap={() => void takeBack(id)} />
          </Buttons>
        </View>
      ))}
      {rows.length < MOST_QUESTIONS ? (
        <View>
          <LongField name="想问什么" value={text} most={MOST_WORDS} placeholder="写下想问的" onWrite={setText} />
          <Buttons>
            <Button text={busy ? '正在送出' : '送出'} disabled={busy || text.trim() === ''} onTap={() => void send()} />
          </Buttons>
        </View>
      ) : null}
      <Wrong text={wrong} />
    </Paper>
  )
}

/** Questions to whoever speaks in a live, one's own only. */
export const LiveQuestions = ({ eventId }: { eventId: string }) => {
  const { own, retry, take } = useOwn<{ rows: OwnQuestion[] }, never>(() => api.liveQuestions.mine({ eventId }), {
    rows: [],
  })
  return (
    <Told own={own} onRetry={retry}>
      {({ rows }) => <Asked eventId={eventId} rows={rows} onTake={(next) => take({ rows: next })} />}
    </Told>
  )
}
