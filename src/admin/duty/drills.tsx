import { Alert, App, Button, Empty, Table } from 'antd'
import { useState } from 'react'
import type { DrillShown } from '../../contract/cases'
import { monthOf } from '../../domain/time'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { csvText, download } from '../shell/csv'
import { MonthField } from '../shell/month-field'
import { shownClock, shownInstant } from '../shell/time'
import { Waiting } from '../shell/waiting'
import { useWhileLookedAt } from '../unsealings/use-while-looked-at'
import { ofMonth, outcomeOf, reportHeads, reportRow } from './drill-report'

const AGAIN_MS = 5_000

/** All of them: there is about one a month. */
const everyDrill = async () => {
  const rows: DrillShown[] = []
  let thisMonth = false
  let after: string | undefined
  do {
    const reply = await api.drills.list(after ? { after } : {})
    if (!reply.ok) return reply
    rows.push(...reply.data.rows)
    thisMonth = reply.data.thisMonth
    after = reply.data.next ?? undefined
  } while (after)
  return { ok: true as const, data: { rows, thisMonth } }
}

const inWords = (month: string) => `${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`

export const Drills = () => {
  const { message, modal } = App.useApp()
  const [thisMonth] = useState(() => monthOf(new Date()))
  const [month, setMonth] = useState(thisMonth)
  const read = useRead('drills', everyDrill)
  useWhileLookedAt(AGAIN_MS, read.reload)
  const rows = ofMonth(read.data?.rows ?? [], month)
  const running = read.data?.rows.find(({ state }) => state === 'waiting')

  const start = () =>
    modal.confirm({
      title: '现在开始一次演练吗',
      content:
        '会像真的有人请求回电一样，按值守表依次叫值守的同事。接下的人才知道这是演练。不影响真实的请求，真实的请求照样排在里面。',
      okText: '开始演练',
      cancelText: '先不',
      onOk: async () => {
        const reply = await api.drills.start({})
        if (reply.ok) message.success('演练开始了')
        else message.warning(refusalText(reply))
        read.reload()
      },
    })

  const stop = async (drillId: string) => {
    const reply = await api.drills.stop({ drillId })
    if (reply.ok) message.success('演练已停止')
    else message.warning(refusalText(reply))
    read.reload()
  }

  return (
    <div className="stack">
      {read.data && !read.data.thisMonth && (
        <Alert type="warning" showIcon title="这个月还没有做过演练。请在月底前做一次，看看 5 分钟内有没有人接。" />
      )}
      <div className="row row-wrap duty-not-printed">
        <MonthField month={month} thisMonth={thisMonth} onGo={setMonth} />
        <Button
          className="push"
          disabled={rows.length === 0}
          onClick={() => download(`心驿-演练报告-${month}`, csvText(reportHeads, rows.map(reportRow)))}
        >
          导出
        </Button>
        <Button disabled={rows.length === 0} onClick={() => window.print()}>
          打印
        </Button>
        {running ? (
          <Button onClick={() => stop(running.id)}>停止演练</Button>
        ) : (
          <Button type="primary" disabled={!read.data} onClick={start}>
            开始演练
          </Button>
        )}
      </div>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={3} />}
      {read.data && (
        <section className="stack stack-tight drill-report" aria-label="演练报告">
          <h2>
            {inWords(month)}的演练（{rows.length} 次）
          </h2>
          <Table<DrillShown>
            rowKey="id"
            size="middle"
            dataSource={rows}
            pagination={false}
            locale={{
              emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="这个月没有演练过。" />,
            }}
            columns={[
              { title: '开始时间', dataIndex: 'startedAt', width: 160, className: 'figure', render: shownInstant },
              { title: '谁发起', dataIndex: 'startedByName', width: 120 },
              {
                title: '依次叫到谁',
                key: 'asked',
                render: (_, { asked, withHead }) => (
                  <ol className="duty-log">
                    {asked.map(({ name, at }, index) => (
                      <li key={at}>
                        <span className="figure">{shownClock(at)}</span> {name || '没有可以叫的人'}
                        {withHead && index === asked.length - 1 ? '（值守负责人）' : ''}
                      </li>
                    ))}
                  </ol>
                ),
              },
              { title: '结果', key: 'outcome', render: (_, drill) => outcomeOf(drill) },
            ]}
          />
        </section>
      )}
    </div>
  )
}
