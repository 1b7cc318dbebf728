import { Alert, App } from 'antd'
import { useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import type { CallRow } from '../../contract/calls'
import { outcomeNames, outcomes } from '../../domain/duty/call'
import { api } from '../cloud/api'
import type { Refused } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { shownClock } from '../shell/time'
import { Waiting } from '../shell/waiting'
import { BeginCaseDialog } from './begin-case-dialog'
import { ChoiceDialog } from './choice-dialog'
import { ColleaguesCalls } from './colleagues-calls'
import { attemptNames } from './duty-words'
import { HandOverDialog } from './hand-over-dialog'
import { type CallAct, MyCall, MyDrill } from './my-call'
import { NumberDialog } from './number-dialog'
import type { Crew } from './use-crew'
import { WaitingCalls } from './waiting-calls'

const optionsOf = <Choice extends string>(names: Record<Choice, string>, order: readonly Choice[]) =>
  order.map((value) => ({ value, label: names[value] }))

const followUps = [
  { value: 'reached', label: '联系上了' },
  { value: 'not-reached', label: '没有联系上' },
] as const

type Props = {
  queue: { rows: CallRow[] | null; at: string | null; refusal: Refused | null; reload: () => void }
  crew: Crew | null
}

export const Calls = ({ queue, crew }: Props) => {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [doing, setDoing] = useState<{ act: CallAct; call: CallRow } | null>(null)
  const close = useCallback(() => setDoing(null), [])
  const done = (words: string) => {
    message.success(words)
    close()
    queue.reload()
  }

  if (!queue.rows)
    return queue.refusal ? <RefusalNote refusal={queue.refusal} onRetry={queue.reload} /> : <Waiting rows={5} />
  const accepted = queue.rows.filter(({ state }) => state === 'accepted')
  const mine = accepted.filter(({ yours }) => yours)
  const call = doing?.call
  const callId = call?.id ?? ''

  return (
    <div className="stack">
      {queue.refusal && (
        <>
          <RefusalNote refusal={queue.refusal} onRetry={queue.reload} />
          {queue.at && (
            <Alert
              type="info"
              title={`现在连不上，下面是 ${shownClock(queue.at)} 读到的，可能已经变了。着急时请直接联系同事。`}
            />
          )}
        </>
      )}
      <WaitingCalls rows={queue.rows.filter(({ state }) => state === 'waiting')} onChanged={queue.reload} />
      <section className="stack stack-tight" aria-label="我接下的">
        <h2>我接下的（{mine.filter(({ drill }) => !drill).length}）</h2>
        {mine.length === 0 && <p className="panel">您手里没有请求。接下后，联系和回访都在这里做。</p>}
        {mine.map((one) =>
          one.drill ? (
            <MyDrill key={one.id} call={one} />
          ) : (
            <MyCall key={one.id} call={one} onAct={(act) => setDoing({ act, call: one })} />
          ),
        )}
      </section>
      <ColleaguesCalls rows={accepted.filter(({ yours }) => !yours)} />
      {doing?.act === 'number' && <NumberDialog call={doing.call} onClose={close} />}
      {doing?.act === 'log' && (
        <ChoiceDialog
          title="记一次联系"
          label="结果"
          okText="记下"
          options={optionsOf(attemptNames, ['reached', 'no-answer', 'busy', 'asked-later'])}
          choose={(what) => api.calls.log({ callId, what })}
          onChosen={() => done('记下了')}
          onClose={close}
        >
          <p className="soft">只记有没有联系上，不写谈了什么。</p>
        </ChoiceDialog>
      )}
      {doing?.act === 'follow-up' && (
        <ChoiceDialog
          title="记回访"
          label="结果"
          okText="记下"
          options={followUps}
          choose={(note) => api.calls.followUp({ callId, note })}
          onChosen={() => done('回访记下了')}
          onClose={close}
        >
          <p className="soft">接下后 24 小时和 7 天各回访一次，做完一次记一次。</p>
        </ChoiceDialog>
      )}
      {doing?.act === 'hand-over' && (
        <HandOverDialog
          title="把这个请求交给同事"
          crew={crew}
          handOver={(staffId) => api.calls.handOver({ callId, staffId })}
          onHandedOver={(name) => done(`已交给${name}`)}
          onClose={close}
        />
      )}
      {doing?.act === 'close' && (
        <ChoiceDialog
          title="结束这个请求"
          label="结果"
          okText="结束并清除号码"
          options={optionsOf(outcomeNames, outcomes)}
          choose={(outcome) => api.calls.close({ callId, outcome })}
          onChosen={() => done('已结束，号码清除了')}
          onClose={close}
        >
          <p className="soft">结束后号码马上清除，找不回来，只留下不带身份的次数。</p>
        </ChoiceDialog>
      )}
      {doing?.act === 'case' && (
        <BeginCaseDialog call={doing.call} onClose={close} onBegun={() => navigate('/duty?tab=cases')} />
      )}
    </div>
  )
}
