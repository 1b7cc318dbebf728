import { View } from '@tarojs/components'
import type { Output } from '../../../contract'
import { fieldNames, modeNames } from '../../../domain/counsellors/words'
import { timeOfDayNames } from '../../../domain/wishes/words'
import { api } from '../../cloud/api'
import { ReminderButton } from '../../notices/reminder-button'
import { ask } from '../../parts/ask'
import { Button } from '../../parts/button'
import { Row, Rows } from '../../parts/row'
import { useStep } from '../../parts/use-step'
import { go, paths } from '../../parts/ways'
import { dateOf, spanOf, weekdayMinuteOf } from '../../phone/times'
import { Buttons, Line, Paper, Quiet, Said, Wrong } from '../../privacy/parts/paper'
import { useHold } from './use-hold'

export type Wish = Output<'wishes', 'mine'>['rows'][number]

const whatFits = ({ times, mode, field }: Wish) =>
  [times.map((time) => timeOfDayNames[time]).join('、'), mode && modeNames[mode], field && fieldNames[field]]
    .filter(Boolean)
    .join(' · ')

const Asked = ({ wish }: { wish: Wish }) => (
  <View>
    <Said about="您说方便的">{whatFits(wish)}</Said>
    {wish.words === '' ? null : <Said about="您还说">{wish.words}</Said>}
  </View>
)

/** Gone for good: what was written goes with it. */
const TakeBack = ({ wish, onGone }: { wish: Wish; onGone: () => void }) => {
  const { busy, wrong, step } = useStep()
  const isOpen = wish.answeredAt === null
  const takeBack = async () => {
    const sure = await ask({
      title: isOpen ? '收回吗' : '删掉这一条吗',
      content: isOpen
        ? '您写的会一起删掉，我们就不再找了。以后想找，可以再告诉我们。'
        : '您写的和我们的答复会一起删掉。',
      confirmText: isOpen ? '收回' : '删掉',
      cancelText: '先留着',
    })
    if (!sure) return
    const reply = await step(() => api.wishes.takeBack({ wishId: wish.id }))
    if (reply?.ok || reply?.code === 'WISH_NOT_FOUND') onGone()
  }
  return (
    <View>
      <Wrong text={wrong} />
      <Buttons>
        <Button
          text={busy ? '请稍等' : isOpen ? '不找了，收回' : '删掉这一条'}
          kind="quiet"
          disabled={busy}
          onTap={() => void takeBack()}
        />
      </Buttons>
    </View>
  )
}

export const WishWaiting = ({ wish, onGone }: { wish: Wish; onGone: () => void }) => (
  <Paper title="正在为您找时间">
    <Line>
      {wish.overdue
        ? '已经过了我们说好的时间，还没有答复您，很抱歉。我们还在找；急着说说，可以打 12356。'
        : `我们会在 ${weekdayMinuteOf(wish.promisedAt)} 前答复您，在「通知」里告诉您。`}
    </Line>
    <Asked wish={wish} />
    <Buttons>
      <ReminderButton kinds={['wish-answered']} text="有答复了，在微信里告诉我" />
    </Buttons>
    <TakeBack wish={wish} onGone={onGone} />
  </Paper>
)

/** What was found. One tap holds a time, and leads to where it is confirmed. */
export const WishAnswered = ({ wish, now, onGone }: { wish: Wish; now: Date; onGone: () => void }) => {
  const { busy, wrong, hold } = useHold(() => undefined)
  const ahead = wish.proposals.filter(({ from }) => new Date(from) > now)
  return (
    <Paper title={ahead.length > 0 ? '为您找到了这些时间' : `${dateOf(wish.answeredAt ?? wish.askedAt)} 的答复`}>
      {wish.proposals.length === 0 ? (
        <Line>
          这几天没有找到合适的时间，很抱歉。可以换一换方便的时间再告诉我们，或者排个候补，急着说说可以打 12356。
        </Line>
      ) : ahead.length === 0 ? (
        <Line>当时找到的时间已经过去了。还想约的话，可以再告诉我们一次。</Line>
      ) : (
        <Rows>
          {ahead.map(({ staffId, counsellorName, from, until, mode }) => (
            <Row
              key={`${staffId}.${from}`}
              name={spanOf({ from, until })}
              hint={`${counsellorName} · ${modeNames[mode]}`}
              state={busy ? '正在为您留' : '约这个'}
              onTap={() => void hold({ staffId, from, mode, sessions: 1 })}
            />
          ))}
        </Rows>
      )}
      {ahead.length > 0 ? <Quiet>还没有替您占下，别人也可能约走；点一下就为您留 10 分钟。</Quiet> : null}
      <Wrong text={wrong} />
      <Asked wish={wish} />
      {ahead.length === 0 ? (
        <Buttons>
          <Button text="看看咨询师" onTap={() => go(paths.counsellors)} />
        </Buttons>
      ) : null}
      <TakeBack wish={wish} onGone={onGone} />
    </Paper>
  )
}
