import { Alert } from 'antd'
import type { ProgrammedEvent } from '../../contract/events'
import { mayDo } from '../../contract/permissions'
import './events.css'
import { PlanEditor } from './plan-editor'
import { PlanMoves } from './plan-moves'
import { PlanView } from './plan-view'
import { useMyRoles } from './use-my-roles'

const Counts = ({ event: { counts, way, state } }: { event: ProgrammedEvent }) =>
  counts &&
  state !== 'draft' &&
  state !== 'in-review' && (
    <dl className="counts panel">
      <div>
        <dt>有名额</dt>
        <dd>{counts.seated}</dd>
      </div>
      <div>
        <dt>{way === 'draw' ? '等抽签' : '候补'}</dt>
        <dd>{way === 'draw' && counts.entered > 0 ? counts.entered : counts.waiting}</dd>
      </div>
      <div>
        <dt>来过</dt>
        <dd>{counts.came}</dd>
      </div>
    </dl>
  )

/** What is planned. A draft is written here; what was handed in or announced is only read, and moved on. */
export const PlanTab = ({ event, onChanged }: { event: ProgrammedEvent; onChanged: () => void }) => {
  const roles = useMyRoles()
  const isWritten = event.state === 'draft' && mayDo('programme.save', roles)
  return (
    <div className="stack">
      {event.said !== '' && (
        <Alert
          type={event.state === 'draft' ? 'warning' : 'info'}
          showIcon
          title={event.state === 'draft' ? `退回时说：${event.said}` : `告诉大家的话：${event.said}`}
        />
      )}
      <Counts event={event} />
      {isWritten ? (
        <PlanEditor key={event.id} event={event} onChanged={onChanged} />
      ) : (
        <>
          <PlanMoves event={event} onChanged={onChanged} />
          <PlanView event={event} />
        </>
      )}
    </div>
  )
}
