import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { ProgrammedEvent } from '../../../contract/events'
import { mayDo } from '../../../contract/permissions'
import { K } from '../../../domain/aggregates/k'
import { FEWEST_RATINGS } from '../../../domain/ratings/words'
import { tradeNames } from '../../../domain/signups/words'
import { dayOf } from '../../../domain/time'
import { api } from '../../cloud/api'
import { RefusalNote } from '../../cloud/refusal-note'
import { useAction } from '../../cloud/use-action'
import { useRead } from '../../cloud/use-read'
import { csvText, download } from '../../shell/csv'
import { shownInstant } from '../../shell/time'
import { Waiting } from '../../shell/waiting'
import { timeSaid } from '../event-words'
import { useMyRoles } from '../use-my-roles'
import { itemNames, type Report, reportLines, shownMissed, shownPeople } from './report-words'

const Amount = ({ name, amount }: { name: string; amount: number | string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{amount}</dd>
  </div>
)

const Shown = ({ report, event }: { report: Report; event: ProgrammedEvent }) => {
  const untilOf = (from: string) => event.times.find((time) => time.from === from)?.until ?? from
  return (
    <>
      <section className="panel stack stack-tight" aria-label="人数">
        <dl className="counts">
          <Amount name="报名" amount={report.signedUp} />
          <Amount name="候补过" amount={report.waited} />
          <Amount name="有名额（含家人）" amount={report.seatedPlaces} />
          <Amount name="来过" amount={report.came} />
          <Amount name="没有来" amount={shownMissed(report)} />
        </dl>
        {report.times.length > 1 && (
          <ul>
            {report.times.map(({ from, came }) => (
              <li key={from} className="figure">
                {timeSaid({ from, until: untilOf(from) })}：{came} 位
              </li>
            ))}
          </ul>
        )}
        <p className="soft">没有来的只算个数：有事来不了很平常，系统不会因此限制谁再报名。</p>
      </section>
      <section className="panel stack stack-tight" aria-label="来自哪些岗位">
        <h2>来自哪些岗位</h2>
        {report.trades === null ? (
          <p>报名截止后公布一次，之后不再改动。</p>
        ) : (
          <dl className="counts">
            {report.trades.cells.map(({ trade, people }) => (
              <Amount key={trade} name={tradeNames[trade]} amount={shownPeople(people)} />
            ))}
          </dl>
        )}
        <p className="soft">
          不到 {K} 人的不显示；为了不能用减法算出来，旁边的一个数有时也不显示。没有人和不足 {K} 人，看起来一样。
        </p>
      </section>
      <section className="panel stack stack-tight" aria-label="评价">
        <h2>评价</h2>
        {report.ratings === null ? (
          <p>满 {FEWEST_RATINGS} 份才显示。</p>
        ) : (
          <dl className="counts">
            {report.ratings.map(({ item, count, mean }) => (
              <Amount key={item} name={`${itemNames[item]}（${count} 份）`} amount={mean.toFixed(1)} />
            ))}
          </dl>
        )}
        <p className="soft">不记名，1 到 5 分，显示平均。</p>
      </section>
    </>
  )
}

/** Whether a number is one of this event's; never whose. */
const CheckCertificate = ({ eventId }: { eventId: string }) => {
  const [said, setSaid] = useState<string | null>(null)
  const check = useAction(api.reports.checkCertificate)
  const submit = async ({ number }: { number: string }) => {
    setSaid(null)
    const reply = await check.run({ eventId, number: number.trim() })
    if (!reply.ok) return
    const { hours } = reply.data
    setSaid(hours === null ? '不是这场活动发的编号，请再核对一下。' : `是这场活动发的，${hours} 学时。`)
  }
  return (
    <section className="panel stack stack-tight" aria-label="核对学时证明">
      <h2>核对学时证明</h2>
      <Form layout="inline" onFinish={submit}>
        <Form.Item name="number" rules={[{ required: true, whitespace: true, message: '请写编号' }]}>
          <Input aria-label="证明上的编号" maxLength={40} placeholder="证明上的编号" />
        </Form.Item>
        <Button htmlType="submit" loading={check.busy}>
          核对
        </Button>
      </Form>
      <RefusalNote refusal={check.refusal} />
      {said && <p role="status">{said}</p>}
      <p className="soft">只说编号对不对、多少学时，不说是谁的。</p>
    </section>
  )
}

/** 报告: what came of it, never who. */
export const ReportTab = ({ event, onChanged }: { event: ProgrammedEvent; onChanged: () => void }) => {
  const { message, modal } = App.useApp()
  const roles = useMyRoles()
  const { id: eventId } = event
  const read = useRead(`report ${eventId}`, () => api.reports.open({ eventId }))
  const close = useAction(api.reports.close)
  const report = read.data
  const isOver = event.times.every(({ until }) => new Date(until) <= new Date())

  const end = () =>
    modal.confirm({
      title: '结束签到吗',
      content: '没有签到的会记作「没有来」，手机上没有交上来的签到不能再补。请先确认各部手机都交好了。',
      okText: '结束签到',
      cancelText: '先不',
      onOk: async () => {
        const reply = await close.run({ eventId })
        if (!reply.ok) return
        message.success('签到结束了')
        read.reload()
        onChanged()
      },
    })
  const save = (shown: Report) =>
    download(
      `心驿-活动报告-${event.title}-${dayOf(event.times[0]?.from ?? new Date())}`,
      csvText(['项目', '单位', '数'], reportLines(shown)),
    )

  return (
    <div className="stack">
      <div className="row row-wrap">
        {report && <Button onClick={() => save(report)}>导出表格</Button>}
        {isOver && event.state !== 'reported' && mayDo('reports.close', roles) && (
          <Button loading={close.busy} onClick={end}>
            结束签到
          </Button>
        )}
        {report?.closedAt && <span className="soft">{shownInstant(report.closedAt)} 结束签到</span>}
      </div>
      <RefusalNote refusal={close.refusal} />
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && !report && <Waiting rows={5} />}
      {report && <Shown report={report} event={event} />}
      {event.hours > 0 && <CheckCertificate eventId={eventId} />}
    </div>
  )
}
