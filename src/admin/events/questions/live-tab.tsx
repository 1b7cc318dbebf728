import { Button, Empty, Radio, Tag } from 'antd'
import { useEffect, useState } from 'react'
import type { ProgrammedEvent } from '../../../contract/events'
import { type QuestionState, questionStates } from '../../../domain/live-questions/live-question'
import { api } from '../../cloud/api'
import { RefusalNote } from '../../cloud/refusal-note'
import { useAction } from '../../cloud/use-action'
import { useTable } from '../../cloud/use-table'
import { shownInstant } from '../../shell/time'

const stateNames: Record<QuestionState, string> = { waiting: '还没讲', taken: '讲到了', left: '没来得及' }

const EVERY_MS = 10_000
const A_READING = 20

type Row = { id: string; askedAt: string; state: QuestionState }

/** Questions to a live. What they say is read on purpose, a few at a time: each reading stands in somebody's ledger. */
export const LiveTab = ({ event: { id: eventId } }: { event: ProgrammedEvent }) => {
  const [words, setWords] = useState<ReadonlyMap<string, string>>(new Map())
  const table = useTable<Row, string>(`live questions ${eventId}`, (after) =>
    api.liveQuestions.list({ eventId, ...(after && { after }) }),
  )
  const read = useAction(api.liveQuestions.read)
  const settle = useAction(api.liveQuestions.settle)
  const { reload, rows } = table
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') reload()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [reload])

  const unread = rows.filter(({ id }) => !words.has(id))
  const readOn = async () => {
    const reply = await read.run({ eventId, questionIds: unread.slice(0, A_READING).map(({ id }) => id) })
    if (!reply.ok) return
    setWords((before) => new Map([...before, ...reply.data.rows.map(({ id, text }) => [id, text] as const)]))
    reload()
  }
  const mark = async (questionId: string, state: QuestionState) => {
    const reply = await settle.run({ eventId, questionId, state })
    if (reply.ok || reply.code === 'LIVE_QUESTION_NOT_FOUND') reload()
  }

  return (
    <section className="panel stack stack-tight" aria-label="直播提问">
      <h2>直播提问</h2>
      <p className="soft">看不到是谁问的。每看一个，都会记在问的人的「谁看过我」里。</p>
      <RefusalNote refusal={table.refusal ?? read.refusal ?? settle.refusal} onRetry={reload} />
      <div className="row">
        <Button type="primary" disabled={unread.length === 0} loading={read.busy} onClick={readOn}>
          {unread.length === 0 ? '没有新的提问' : `看 ${Math.min(unread.length, A_READING)} 个新的提问`}
        </Button>
        <span className="soft" role="status">
          一共 {rows.length} 个{table.next ? '以上' : ''}
        </span>
      </div>
      {rows.length === 0 && !table.loading && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有人提问" />}
      {rows
        .filter(({ id }) => words.has(id))
        .map(({ id, askedAt, state }) => (
          <div key={id} className="live-question">
            <p>{words.get(id)}</p>
            <div className="row">
              <span className="soft figure">{shownInstant(askedAt)}</span>
              {state !== 'waiting' && <Tag className="standing-on">{stateNames[state]}</Tag>}
              <Radio.Group
                className="push"
                size="small"
                aria-label="标记"
                optionType="button"
                value={state}
                options={questionStates.map((value) => ({ value, label: stateNames[value] }))}
                onChange={({ target }) => mark(id, target.value)}
              />
            </div>
          </div>
        ))}
      {table.next && (
        <div className="row">
          <Button loading={table.moreBusy} onClick={table.more}>
            再看一些
          </Button>
        </div>
      )}
    </section>
  )
}
