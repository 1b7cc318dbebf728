import { useEffect } from 'react'
import type { ProgrammedEvent } from '../../../contract/events'
import { api } from '../../cloud/api'
import { RefusalNote } from '../../cloud/refusal-note'
import { useRead } from '../../cloud/use-read'
import { useKept } from '../../counselling/use-kept'
import { timeSaid } from '../event-words'

const EVERY_MS = 10_000

/** How many are there by now, looked at again while the page is in sight. */
export const DoorCount = ({ event, turn }: { event: ProgrammedEvent; turn: number }) => {
  const read = useRead(`door count ${event.id} ${turn}`, () => api.doors.count({ eventId: event.id }))
  const count = useKept(read.data)
  const { reload } = read
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [reload])
  return (
    <section className="panel stack stack-tight" aria-label="到了多少">
      <RefusalNote refusal={read.refusal} onRetry={reload} />
      {count && (
        <dl className="counts">
          <div>
            <dt>有名额</dt>
            <dd>{count.expected}</dd>
          </div>
          {count.came.map((came, at) => (
            <div key={event.times[at]?.from ?? at}>
              <dt>{event.times[at] && event.times.length > 1 ? `${timeSaid(event.times[at])} 到了` : '到了'}</dt>
              <dd>{came}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
