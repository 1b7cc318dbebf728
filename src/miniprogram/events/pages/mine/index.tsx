import { View } from '@tarojs/components'
import type { OwnSignup as Own } from '../../../../contract/signups'
import { api } from '../../../cloud/api'
import { ReminderButton } from '../../../notices/reminder-button'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Row, Rows } from '../../../parts/row'
import { Section } from '../../../parts/section'
import { Nothing } from '../../../parts/trouble'
import { useNow } from '../../../parts/use-now'
import { go, paths, wayToCertificate, wayToEvent, wayToRate, wayToTicket } from '../../../parts/ways'
import { Buttons, Line, Quiet } from '../../../privacy/parts/paper'
import { Told } from '../../../privacy/parts/told'
import { useOwn } from '../../../privacy/parts/use-own'
import { ownSaid, whenSaid } from '../../parts/event-words'
import { mineOutline } from '../../parts/mine-outline'
import { OwnSignup } from '../../parts/own-signup'
import { rateStandOf } from '../../parts/rate-stand'
import './index.scss'

type Mine = { rows: Own[] }

const A_MINUTE_MS = 60_000
const KINDS = ['event-tomorrow', 'event-soon', 'event-changed', 'event-cancelled', 'seat-offered', 'drawn'] as const

const One = ({ own, now }: { own: Own; now: Date }) => (
  <Row
    name={own.title}
    hint={[whenSaid(own.times, now), own.kind === 'live' ? '' : own.where].filter(Boolean).join(' · ')}
    state={[ownSaid(own), own.said].filter(Boolean).join('。')}
    onTap={() => go(wayToEvent(own.eventId))}
  />
)

const Everything = ({ rows, onTake }: { rows: readonly Own[]; onTake: (rows: Own[]) => void }) => {
  const now = useNow(A_MINUTE_MS)
  const { offered, coming, past } = mineOutline(rows, now)
  const change = (next: Own) => onTake(rows.map((row) => (row.eventId === next.eventId ? next : row)))
  const tickets = coming.filter(({ state, kind }) => (state === 'seated' || state === 'came') && kind !== 'live')
  const toRate = past.concat(coming).filter((own) => rateStandOf(own, now).state === 'open')
  const certified = past.filter(({ state, hours, calledOff }) => state === 'came' && hours > 0 && !calledOff)
  if (rows.length === 0)
    return (
      <Nothing
        text="还没有报名的活动。开放日、讲座、团体，看看哪一场想去。"
        action="看看活动"
        onTap={() => go(paths.events)}
      />
    )
  return (
    <View>
      {offered.length > 0 ? (
        <Section title="留给您的名额">
          {offered.map((own) => (
            <View key={own.eventId}>
              <Line>
                {own.title}，{whenSaid(own.times, now)}
              </Line>
              <OwnSignup signup={own} onChange={change} />
            </View>
          ))}
        </Section>
      ) : null}
      {coming.length > 0 ? (
        <Section title="接下来">
          <Rows>
            {coming.map((own) => (
              <One key={own.eventId} own={own} now={now} />
            ))}
          </Rows>
          <View className="my-events__acts">
            <Buttons>
              {tickets.map(({ eventId, title }) => (
                <Button key={eventId} text={`出示票：${title}`} onTap={() => go(wayToTicket(eventId))} />
              ))}
            </Buttons>
          </View>
          <ReminderButton kinds={KINDS} text="有消息在微信里告诉我" />
        </Section>
      ) : null}
      {toRate.length + certified.length > 0 ? (
        <Section title="来过以后">
          <Buttons>
            {toRate.map(({ eventId, title }) => (
              <Button key={`rate.${eventId}`} text={`评一评：${title}`} onTap={() => go(wayToRate(eventId))} />
            ))}
            {certified.map(({ eventId, title }) => (
              <Button
                key={`hours.${eventId}`}
                text={`学时证明：${title}`}
                onTap={() => go(wayToCertificate(eventId))}
              />
            ))}
          </Buttons>
        </Section>
      ) : null}
      {past.length > 0 ? (
        <Section title="以前的">
          <Rows>
            {past.map((own) => (
              <One key={own.eventId} own={own} now={now} />
            ))}
          </Rows>
          <Quiet>活动结束 30 天后清除，随时可以在「我的 → 隐私中心」里看和删。</Quiet>
        </Section>
      ) : null}
      <Buttons>
        <Button text="看看别的活动" kind="quiet" onTap={() => go(paths.events)} />
      </Buttons>
    </View>
  )
}

export default function MyEventsPage() {
  const { own, retry, take } = useOwn<Mine, never>(() => api.signups.mine({}), { rows: [] })
  return (
    <PageShell title="我的活动" hide>
      <Told own={own} onRetry={retry}>
        {({ rows }) => <Everything rows={rows} onTake={(next) => take({ rows: next })} />}
      </Told>
      <View className="my-events__door">
        <Button text="帮忙签到，输入签到口令" kind="quiet" onTap={() => go(paths.door)} />
      </View>
    </PageShell>
  )
}
