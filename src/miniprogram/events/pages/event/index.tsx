import { Text, View } from '@tarojs/components'
import { useDidShow, useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../../contract'
import type { OwnSignup as Own } from '../../../../contract/signups'
import { kindNames, type Share, shareNames, shares } from '../../../../domain/events/words'
import { ASKED_DAYS_BEFORE } from '../../../../domain/live-questions/live-question'
import { daysLater } from '../../../../domain/time'
import { api } from '../../../cloud/api'
import { useReply } from '../../../cloud/use-reply'
import { countUse } from '../../../counting/count-use'
import { ReminderButton } from '../../../notices/reminder-button'
import { aria } from '../../../parts/aria'
import { Bones } from '../../../parts/bones'
import { Button } from '../../../parts/button'
import { KeptNotice } from '../../../parts/kept-notice'
import { PageShell } from '../../../parts/page-shell'
import { Nothing, Trouble } from '../../../parts/trouble'
import { useNow } from '../../../parts/use-now'
import { go, goInstead, paths, wayToDraw, wayToEvent } from '../../../parts/ways'
import { minuteOf, spanOf, weekdayMinuteOf } from '../../../phone/times'
import { Buttons, Line, Paper, Quiet, Said } from '../../../privacy/parts/paper'
import { isOver, standSaid } from '../../parts/event-words'
import { LiveLink } from '../../parts/live-link'
import { LiveQuestions } from '../../parts/live-questions'
import { OwnSignup } from '../../parts/own-signup'
import { RememberEvent } from '../../parts/remember-event'
import { SignUpForm } from '../../parts/sign-up-form'
import './index.scss'

type Opened = Output<'events', 'open'>

const A_MINUTE_MS = 60_000
const KINDS = ['event-tomorrow', 'event-soon', 'event-changed', 'event-cancelled', 'seat-offered', 'drawn'] as const

const shareOf = (share: Share, { shares: kept }: Opened) =>
  kept[share] > 0 ? `${shareNames[share]} ${kept[share]} 个` : ''

const seatsOf = (event: Opened): string => {
  if (event.capacity === 0) return '不限'
  const kept = shares.map((share) => shareOf(share, event)).filter((said) => said !== '')
  if (kept.length === 0) return `${event.capacity} 个`
  return `${event.capacity} 个，其中留给${kept.join('、')}；${weekdayMinuteOf(event.sharesUntil)} 起没用完的大家都可以用`
}

const Facts = ({ event }: { event: Opened }) => {
  const { times, where, kind, teacher, branchName, audience, opensAt, closesAt, hours, relatives } = event
  return (
    <Paper>
      <Said about={times.length > 1 ? `时间，共 ${times.length} 次` : '时间'}>{times.map(spanOf).join('\n')}</Said>
      {kind === 'live' ? null : <Said about="地点">{where}</Said>}
      <Said about="谁来办">{branchName}</Said>
      {teacher === null ? null : (
        <Said about="老师">
          {`${teacher.name}。${teacher.about}`}
          {teacher.rating === null
            ? ''
            : `\n听过的 ${teacher.rating.count} 位打了分，平均 ${teacher.rating.mean.toFixed(1)}（满分 5）`}
        </Said>
      )}
      <Said about="名额">{seatsOf(event)}</Said>
      <Said about="谁可以来">
        {audience === 'members' ? '会员' : '都可以来'}
        {relatives > 0 ? `，可以带 ${relatives} 位家人` : ''}
      </Said>
      <Said about="报名">{`${minuteOf(opensAt)} 到 ${minuteOf(closesAt)}`}</Said>
      {hours > 0 ? <Said about="学时">{`${hours} 学时，来过的可以领证明`}</Said> : null}
    </Paper>
  )
}

const Shown = ({
  event,
  fresh,
  onTake,
  onChanged,
}: {
  event: Opened
  fresh: boolean
  onTake: (mine: Own) => void
  onChanged: () => void
}) => {
  const now = useNow(A_MINUTE_MS)
  const { kind, mine, stand, said, way, times, link } = event
  const last = times[times.length - 1]
  const first = times[0]
  const mayAsk =
    kind === 'live' &&
    stand !== 'cancelled' &&
    first !== undefined &&
    last !== undefined &&
    now >= daysLater(new Date(first.from), -ASKED_DAYS_BEFORE) &&
    now < new Date(last.until)
  const stands = mine !== null && !isOver(mine)
  return (
    <View>
      <Text className="event__kind">{[kindNames[kind], event.theme].filter(Boolean).join(' · ')}</Text>
      <Text className="event__title" {...aria({ role: 'heading', level: 2 })}>
        {event.title}
      </Text>
      {fresh ? <Text className="event__stand">{standSaid(event)}</Text> : null}
      {said === '' ? null : (
        <Paper title={stand === 'cancelled' ? '取消了' : '有变化'}>
          <Line>{said}</Line>
        </Paper>
      )}
      {mine !== null ? <OwnSignup signup={mine} onChange={onTake} /> : null}
      {link === '' || stand === 'cancelled' || stand === 'held' ? null : <LiveLink link={link} />}
      <Text className="event__about">{event.about}</Text>
      <Facts event={event} />
      {fresh && !stands && (stand === 'open' || stand === 'full') ? (
        <SignUpForm event={event} onSigned={onTake} onChanged={onChanged} />
      ) : null}
      {stands && first !== undefined && now < new Date(first.from) && stand !== 'cancelled' ? (
        <View className="event__remember">
          <RememberEvent event={event} />
          <ReminderButton kinds={KINDS} text="有消息在微信里告诉我" />
        </View>
      ) : null}
      {fresh && mayAsk ? <LiveQuestions eventId={event.id} /> : null}
      {way === 'draw' ? (
        <Buttons>
          <Button text="抽签是怎么抽的" onTap={() => go(wayToDraw(event.id))} />
        </Buttons>
      ) : null}
      {stand === 'held' || stand === 'cancelled' ? (
        <Buttons>
          <Button text="看看别的活动" onTap={() => go(paths.events)} />
        </Buttons>
      ) : null}
      <Quiet>报名用代号，不用说真名。签到的名单在活动结束 30 天后清除。</Quiet>
    </View>
  )
}

const gone = (
  <Nothing text="没有找到这场活动，它可能已经撤下了。" action="看看别的活动" onTap={() => goInstead(paths.events)} />
)

const Asked = ({ id }: { id: string }) => {
  // One's own stays out of what is kept on the phone, and in sight when looking again fails.
  const [mine, setMine] = useState<Own | null>(null)
  const turn = useRef(0)
  const { shown, retry } = useReply(`event.${id}`, async () => {
    const asked = ++turn.current
    const reply = await api.events.open({ eventId: id })
    if (!reply.ok) return reply
    if (asked === turn.current) setMine(reply.data.mine)
    return { ...reply, data: { ...reply.data, mine: null } }
  })
  const first = useRef(true)
  useDidShow(() => {
    if (!first.current) void retry()
    first.current = false
  })
  const kind = shown.state === 'shown' ? shown.data.kind : null
  useEffect(() => {
    if (kind !== null) countUse(`events.opened.${kind}`)
  }, [kind])
  if (shown.state === 'waiting') return <Bones rows={3} />
  if (shown.state === 'refused')
    return shown.code === 'EVENT_NOT_FOUND' ? gone : <Trouble code={shown.code} onRetry={() => void retry()} />
  const take = (next: Own) => {
    setMine(next)
    void retry()
  }
  return (
    <View>
      <KeptNotice keptAt={shown.keptAt} onRetry={() => void retry()} />
      <Shown
        event={{ ...shown.data, mine }}
        fresh={shown.settled && shown.keptAt === null}
        onTake={take}
        onChanged={() => void retry()}
      />
    </View>
  )
}

export default function EventPage() {
  const { id } = useRouter().params
  useShareAppMessage(() => ({ title: '心驿活动', path: id ? wayToEvent(id) : paths.events }))
  return <PageShell title="活动">{id ? <Asked id={id} /> : gone}</PageShell>
}
