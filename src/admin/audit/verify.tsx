import { Alert, Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { api } from '../cloud/api'
import type { Refused } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { shownInstant } from '../shell/time'
import { countWords, notBegun, type Progress, putBackWords, verdict, verifyFrom } from './verifying'

type State = 'idle' | 'running' | 'stopped' | 'refused' | 'done'

const Verdict = ({ progress: { checked } }: { progress: Progress }) =>
  checked.broken === 0 ? (
    <Alert type="success" showIcon role="status" title={verdict(checked)} />
  ) : (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={verdict(checked)}
      description="有记录缺失或被改过。请不要动数据库；请技术人员在服务器上运行 npm run verify-ledger 找出是哪几处，并马上告诉负责人。"
    />
  )

export const Verify = () => {
  const [state, setState] = useState<State>('idle')
  const [progress, setProgress] = useState<Progress>(notBegun)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async (from: Progress) => {
    const stop = new AbortController()
    running.current = stop
    setState('running')
    setRefusal(null)
    setProgress(from)
    const call = (after: string | undefined) => api.audit.verify(after ? { after } : {})
    const end = await verifyFrom(from, call, { signal: stop.signal, told: setProgress })
    if (running.current !== stop) return
    setState(end.how)
    setRefusal(end.refusal)
  }
  const stopNow = () => {
    running.current?.abort()
    running.current = null
    setState('stopped')
  }
  const begun = state === 'stopped' || state === 'refused'

  return (
    <section className="panel stack" aria-label="核对账本">
      <div className="stack stack-tight">
        <h2>核对账本</h2>
        <p>
          每个人都有一本「谁看过我」的账本，每条记录都和前一条扣在一起，改一条、少一条都会对不上。这里把所有账本从头核对一遍，不会打开内容，也不显示是谁的。本数和条数只报到十，免得从前后的差看出一次团体测评有几个人答。
        </p>
      </div>
      <div className="row">
        {state === 'running' ? (
          <Button onClick={stopNow}>停止</Button>
        ) : (
          <Button type="primary" onClick={() => run(begun ? progress : notBegun)}>
            {begun ? '接着核对' : state === 'done' ? '再核对一遍' : '开始核对'}
          </Button>
        )}
        {begun && <Button onClick={() => run(notBegun)}>从头核对</Button>}
        <span className="soft figure" role="status">
          {state === 'running' && `正在核对，已核对 ${countWords(progress.checked)}`}
          {begun && `停在这里，已核对 ${countWords(progress.checked)}，还没有核对完`}
        </span>
      </div>
      <RefusalNote refusal={refusal} />
      {(state === 'done' || progress.checked.broken > 0) && <Verdict progress={progress} />}
      {progress.checked.putBack.length > 0 && (
        <Alert type="warning" showIcon role="status" title={putBackWords(progress.checked, shownInstant)} />
      )}
    </section>
  )
}
