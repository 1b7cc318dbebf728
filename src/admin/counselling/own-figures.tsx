import { Button, Table } from 'antd'
import { useState } from 'react'
import { monthOf } from '../../domain/time'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { CountedAt } from '../insights/counted-at'
import { csvText, download } from '../shell/csv'
import { Waiting } from '../shell/waiting'
import { type OwnMonth, ownColumns, ownHeads, ownLines, ownOrigin } from './own-work'

/** A counsellor's own work of a year, month by month: hours, sessions, waiting, never a person. */
export const OwnFigures = () => {
  const [thisMonth] = useState(() => monthOf(new Date()))
  const read = useRead(`own ${thisMonth}`, () => api.figures.ownCounselling({ month: thisMonth }))
  const { data } = read
  return (
    <>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={10} />}
      {data && (
        <section className="panel stack stack-tight" aria-label="我的数字">
          <div className="row">
            <h2>我的数字</h2>
            <span className="soft">
              最近十二个月（北京时间），
              <CountedAt instant={data.countedAt} />
            </span>
            <Button
              className="push"
              onClick={() => download(`心驿-我的数字-${thisMonth}`, csvText(ownHeads, ownLines(data.rows)))}
            >
              导出 CSV
            </Button>
          </div>
          <p className="soft">{ownOrigin}</p>
          <Table<OwnMonth>
            rowKey="month"
            size="small"
            pagination={false}
            className="figure"
            dataSource={data.rows}
            columns={[
              { title: '月份', dataIndex: 'month', width: 100 },
              ...ownColumns.map(({ name, of }) => ({
                title: name,
                key: name,
                align: 'right' as const,
                render: (_: unknown, month: OwnMonth) => of(month),
              })),
            ]}
          />
          <dl className="totals" aria-label="怎么数的">
            {ownColumns.map(({ name, how }) => (
              <div className="total" key={name}>
                <dt>{name}</dt>
                <dd className="soft total-how">{how}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}
