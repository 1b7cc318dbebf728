import { Button, Tag } from 'antd'
import type { CallRow } from '../../contract/calls'
import { shownClock, shownInstant } from '../shell/time'
import { useNow } from '../unsealings/use-now'
import { attemptNames } from './duty-words'
import { lookName } from './look-words'
import { due } from './turn'

export type CallAct = 'number' | 'log' | 'follow-up' | 'hand-over' | 'close' | 'case'

/** From the last follow-up on it counts the days until the number goes by itself. */
export const Ends = ({ call: { endsAt, overdue } }: { call: CallRow }) =>
  overdue && <span className="soft">最迟 {shownInstant(endsAt)} 自动结束并清除号码。</span>

const FollowUp = ({ call }: { call: CallRow }) => {
  const { nextFollowUpAt: at, overdue } = call
  const now = useNow(30_000)
  if (at === null)
    return (
      <p>
        两次回访都做完了，可以结束。
        {overdue && <Tag className="standing-wait duty-tag">该结束了</Tag>}
        <Ends call={call} />
      </p>
    )
  return (
    <p>
      下次回访 <span className="figure">{shownInstant(at)}</span>，{due(at, now)}
      {overdue && <Tag className="standing-wait duty-tag">过期未回访</Tag>}
      <Ends call={call} />
    </p>
  )
}

export const CallLog = ({ log }: { log: CallRow['log'] }) =>
  log.length === 0 ? (
    <p className="soft">还没有联系记录。</p>
  ) : (
    <ol className="duty-log" aria-label="联系记录">
      {log.map(({ at, byName, what }) => (
        <li key={at}>
          <span className="figure">{shownInstant(at)}</span> {byName}：{attemptNames[what]}
        </li>
      ))}
    </ol>
  )

const Referred = ({ call: { hasNumber, referredByName } }: { call: CallRow }) =>
  referredByName && (
    <p>
      <Tag className="standing-on">咨询师转介</Tag>由{referredByName}转来
      {hasNumber ? '' : '，没有留号码，请和转来的咨询师一起想怎么联系'}。
    </p>
  )

const acts: readonly { act: CallAct; name: string }[] = [
  { act: 'log', name: '记一次联系' },
  { act: 'follow-up', name: '记回访' },
  { act: 'case', name: '建三色记录' },
  { act: 'hand-over', name: '交给同事' },
  { act: 'close', name: '结束' },
]

/** Whoever accepts learns only now that nobody waits for a call. */
export const MyDrill = ({ call }: { call: CallRow }) => (
  <article className="panel" aria-label={`${shownInstant(call.openedAt)} 的演练`}>
    <p>
      <Tag className="standing-on">演练</Tag>
      {shownClock(call.openedAt)} 的这一个是演练，没有人在等，不用打电话。谢谢您接下，结果已记进「演练」。
    </p>
  </article>
)

/** One that I answer for: what was done, what comes next. */
export const MyCall = ({ call, onAct }: { call: CallRow; onAct: (act: CallAct) => void }) => (
  <article className="panel duty-call" aria-label={`${shownInstant(call.openedAt)} 的请求`}>
    <div className="stack stack-tight">
      <h3>{shownClock(call.openedAt)} 的请求</h3>
      <p className="soft figure">{shownInstant(call.openedAt)} 请求</p>
      <Referred call={call} />
      <FollowUp call={call} />
    </div>
    <CallLog log={call.log} />
    <div className="duty-acts">
      <Button type="primary" onClick={() => onAct('number')}>
        {lookName(call)}
      </Button>
      {acts
        .filter(({ act }) => act !== 'follow-up' || call.nextFollowUpAt !== null)
        .map(({ act, name }) => (
          <Button key={act} onClick={() => onAct(act)}>
            {name}
          </Button>
        ))}
    </div>
  </article>
)
