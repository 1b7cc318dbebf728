import { Alert, Button, Tag } from 'antd'
import type { HeldBooking } from '../../contract/bookings'
import type { MyProfile } from '../../contract/counsellors'
import { modeNames } from '../../domain/counsellors/words'
import { dayOf } from '../../domain/time'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { due } from '../duty/turn'
import { useListening } from '../duty/use-listening'
import { dayAfter, dayName, startOfDay } from '../duty/week'
import { shownClock } from '../shell/time'
import { Waiting } from '../shell/waiting'
import { useNow } from '../unsealings/use-now'
import { agendaOf, calledBy, isUnmarked, sessionOf, standingOf } from './agenda'
import { BookingActs } from './booking-acts'
import { useKept } from './use-kept'

/** Somebody may book or call off at any minute. */
const AGAIN_MS = 60_000
const LOOK_BACK_DAYS = 14

type CardProps = { row: HeldBooking; now: number; withDay?: boolean; onChanged: () => void }

const Booking = ({ row, now, withDay = false, onChanged }: CardProps) => (
  <article
    className="panel booking"
    aria-label={`${withDay ? `${dayName(dayOf(row.from))} ` : ''}${shownClock(row.from)} ${calledBy(row)}`}
  >
    <p className="booking-when figure">
      {withDay && <span className="soft">{dayName(dayOf(row.from))}</span>}
      <strong>
        {shownClock(row.from)}–{shownClock(row.until)}
      </strong>
    </p>
    <div className="stack stack-tight">
      <p>
        <strong>{calledBy(row)}</strong>
        <Tag className="standing-on booking-tag">{modeNames[row.mode]}</Tag>
        {row.stationName && <span>{row.stationName}，</span>}
        <span className="soft">
          {sessionOf(row)}，{standingOf(row, now)}
          {row.state === 'confirmed' && now < Date.parse(row.from) && `，${due(row.from, now)}开始`}
        </span>
      </p>
      <BookingActs row={row} now={now} onChanged={onChanged} />
    </div>
  </article>
)

const Certificate = ({ profile }: { profile: MyProfile | null }) =>
  profile?.runningOut &&
  profile.live && (
    <Alert
      type="warning"
      showIcon
      title={
        profile.offered
          ? `您的资质证书 ${profile.live.qualification.until} 到期，请在「我的资料」里填新的有效期并提交核对`
          : `您的资质证书 ${profile.live.qualification.until} 已到期，职工看不到您；约好的照常接待`
      }
    />
  )

/** What is on today, in order, the next one first. */
export const Today = ({ profile, onCalendar }: { profile: MyProfile | null; onCalendar: () => void }) => {
  const now = useNow(15_000)
  const day = dayOf(new Date(now))
  const week = useRead(`week from ${day}`, () => api.bookings.week({ from: startOfDay(day).toISOString() }))
  const before = useRead(`unmarked before ${day}`, () =>
    api.bookings.held({
      ...{ from: dayAfter(day, -LOOK_BACK_DAYS), until: dayAfter(day, -1) },
      ...{ state: 'confirmed', order: 'latest' },
    }),
  )
  const rows = useKept(week.data)?.rows
  const unmarked = (useKept(before.data)?.rows ?? []).filter((row) => isUnmarked(row, now))
  const reload = () => {
    week.reload()
    before.reload()
  }
  const ended = useListening(AGAIN_MS, false, reload)

  if (!rows) return week.refusal ? <RefusalNote refusal={week.refusal} onRetry={reload} /> : <Waiting rows={5} />
  const { next, later, past } = agendaOf(rows, day, now)
  const ahead = rows.filter(({ from, state }) => dayOf(from) > day && state === 'confirmed').length
  const section = (title: string, list: readonly HeldBooking[], withDay = false) =>
    list.length > 0 && (
      <section className="stack stack-tight" aria-label={title}>
        <h2>{title}</h2>
        {list.map((row) => (
          <Booking key={row.id} row={row} now={now} withDay={withDay} onChanged={reload} />
        ))}
      </section>
    )

  return (
    <div className="stack">
      <Certificate profile={profile} />
      <RefusalNote refusal={week.refusal ?? before.refusal} onRetry={reload} />
      {ended && <Alert type="warning" showIcon title="半小时没有动静，已经停止刷新。动一下鼠标或按任意键就会继续。" />}
      {!next && <p className="panel">{past.length > 0 ? '今天的都过了。' : `今天（${dayName(day)}）没有预约。`}</p>}
      {section(next && Date.parse(next.from) <= now ? '正在进行' : '下一个', next ? [next] : [])}
      {section('今天接下来的', later)}
      {section('今天已过的', past)}
      {section('前几天还没有记结果的', unmarked, true)}
      <p className="soft">
        {ahead > 0 ? `明天起六天里还有 ${ahead} 个。` : '明天起六天里还没有预约。'}
        <Button type="link" size="small" onClick={onCalendar}>
          看日历
        </Button>
        只有您看得到这些；这里只有代号，没有姓名和单位。北京时间。
      </p>
    </div>
  )
}
