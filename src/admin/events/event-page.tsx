import { Button, Tabs, Tag } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import type { ProgrammedEvent } from '../../contract/events'
import { mayDo } from '../../contract/permissions'
import { kindNames } from '../../domain/events/words'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { useKept } from '../counselling/use-kept'
import { Heading } from '../shell/heading'
import { Waiting } from '../shell/waiting'
import { DoorTab } from './door/door-tab'
import { ReportTab } from './door/report-tab'
import { standingLook, standingSaid } from './event-words'
import { PlanTab } from './plan-tab'
import { LiveTab } from './questions/live-tab'
import { useMyRoles } from './use-my-roles'

const SHOWN: readonly ProgrammedEvent['state'][] = ['announced', 'held', 'reported']

/** One event: its plan, and once it is announced its door and what came of it. */
export const EventPage = () => {
  const { eventId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  const roles = useMyRoles()
  const read = useRead(`event ${eventId}`, () => api.programme.open({ eventId }))
  const kept = useKept(read.data)
  const event = kept?.id === eventId ? kept : null
  const isShown = event !== null && SHOWN.includes(event.state)
  const isHost = mayDo('doors.pass', roles)
  return (
    <>
      <Heading
        title={event ? event.title || `没有名称的${kindNames[event.kind]}` : '活动'}
        hint={event ? `${kindNames[event.kind]}，${event.branchName}，${event.hostName} 写` : ''}
      >
        {event && <Tag className={standingLook(event)}>{standingSaid(event)}</Tag>}
        <Link to="/events">
          <Button tabIndex={-1}>回到列表</Button>
        </Link>
      </Heading>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {!event && read.loading && <Waiting rows={6} />}
      {event && (
        <Tabs
          activeKey={search.get('show') ?? 'plan'}
          destroyOnHidden
          onChange={(key) => setSearch(key === 'plan' ? {} : { show: key }, { replace: true })}
          items={[
            { key: 'plan', label: '安排', children: <PlanTab event={event} onChanged={read.reload} /> },
            ...(isShown && isHost && event.kind === 'live'
              ? [{ key: 'questions', label: '提问', children: <LiveTab event={event} /> }]
              : []),
            ...(isShown && isHost && event.kind !== 'live'
              ? [{ key: 'door', label: '签到', children: <DoorTab event={event} /> }]
              : []),
            ...(isShown
              ? [{ key: 'report', label: '报告', children: <ReportTab event={event} onChanged={read.reload} /> }]
              : []),
          ]}
        />
      )}
    </>
  )
}
