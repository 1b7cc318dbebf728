import { Text, View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import type { Output } from '../../../../contract'
import { type Kind, kindNames, kinds } from '../../../../domain/events/words'
import { dayOf, monthOf } from '../../../../domain/time'
import { api } from '../../../cloud/api'
import { useReply } from '../../../cloud/use-reply'
import { aria, tappable } from '../../../parts/aria'
import { Bones } from '../../../parts/bones'
import { Button } from '../../../parts/button'
import { Choice } from '../../../parts/choice'
import { Icon } from '../../../parts/icon'
import { KeptNotice } from '../../../parts/kept-notice'
import { PageShell } from '../../../parts/page-shell'
import { Nothing, Trouble } from '../../../parts/trouble'
import { go, paths } from '../../../parts/ways'
import { EventCard } from '../../parts/event-card'
import { isOnDay } from '../../parts/event-words'
import { MonthGrid } from '../../parts/month-grid'
import { dayName, monthAfter, monthBefore, monthName } from '../../parts/months'
import './index.scss'

type Rows = Output<'events', 'month'>['rows']

const kindOptions = [{ value: '' as const, text: '全部' }, ...kinds.map((value) => ({ value, text: kindNames[value] }))]

const amountsIn = (rows: Rows) => {
  const amounts = new Map<string, number>()
  for (const { times } of rows)
    for (const day of new Set(times.map(({ from }) => dayOf(from)))) amounts.set(day, (amounts.get(day) ?? 0) + 1)
  return amounts
}

const Found = ({ month, kind, onNext }: { month: string; kind: Kind | ''; onNext: () => void }) => {
  const { shown, retry } = useReply(`events.${month}`, () => api.events.month({ month }))
  const [day, setDay] = useState<string | null>(null)
  const now = new Date()
  const rows = shown.state === 'shown' ? shown.data.rows : []
  const ofKind = useMemo(() => rows.filter((row) => kind === '' || row.kind === kind), [rows, kind])
  if (shown.state === 'waiting') return <Bones rows={3} />
  if (shown.state === 'refused') return <Trouble code={shown.code} onRetry={() => void retry()} />
  const amounts = amountsIn(ofKind)
  // A day without anything of this kind has no mark to tap again: it is all of the month then.
  const chosen = day !== null && amounts.has(day) ? day : null
  const found = ofKind.filter((row) => chosen === null || isOnDay(row, chosen))
  // What is over by now stands behind what can still be gone to.
  const ahead = found.filter(({ stand }) => stand !== 'held' && stand !== 'cancelled')
  const past = found.filter(({ stand }) => stand === 'held' || stand === 'cancelled')
  const fresh = shown.settled && shown.keptAt === null
  return (
    <View>
      <KeptNotice keptAt={shown.keptAt} onRetry={() => void retry()} />
      <MonthGrid month={month} today={dayOf(now)} amounts={amounts} chosen={chosen} onChoose={setDay} />
      {chosen === null ? null : (
        <Text className="calendar__day" {...aria({ role: 'status' })}>
          {dayName(chosen)}的活动，再点一次日期看整月
        </Text>
      )}
      {chosen === null && ahead.length === 0 && shown.settled ? (
        <Nothing
          text={
            found.length === 0
              ? `${monthName(month)}还没有${kind === '' ? '活动' : kindNames[kind]}，看看下个月，也可以先听一段音频歇一歇。`
              : '这个月的活动都办过了，看看下个月。'
          }
          action="看下个月"
          onTap={onNext}
        />
      ) : null}
      {[...ahead, ...past].map((card) => (
        <EventCard key={card.id} card={card} fresh={fresh} now={now} />
      ))}
    </View>
  )
}

export default function CalendarPage() {
  const [month, setMonth] = useState(() => monthOf(new Date()))
  const [kind, setKind] = useState<Kind | ''>('')
  return (
    <PageShell title="活动">
      <Text className="calendar__lead">开放日、团体、讲座和直播。想来就来，不用说真名。</Text>
      <View className="calendar__months">
        <View className="calendar__turn" {...tappable(() => setMonth(monthBefore(month)), { label: '上个月' })}>
          <Icon name="back" />
        </View>
        <Text className="calendar__month" {...aria({ role: 'heading', level: 2 })}>
          {monthName(month)}
        </Text>
        <View className="calendar__turn" {...tappable(() => setMonth(monthAfter(month)), { label: '下个月' })}>
          <Icon name="chevron-right" />
        </View>
      </View>
      <View className="calendar__kinds">
        <Choice name="哪一种" options={kindOptions} chosen={kind} onChoose={setKind} />
      </View>
      <Found key={month} month={month} kind={kind} onNext={() => setMonth(monthAfter(month))} />
      <Button text="我的活动" onTap={() => go(paths.myEvents)} />
    </PageShell>
  )
}
