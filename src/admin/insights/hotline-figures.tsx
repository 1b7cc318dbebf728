import { Alert, Button, Table } from 'antd'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { csvText, download } from '../shell/csv'
import { Waiting } from '../shell/waiting'
import { CountedAt } from './counted-at'
import {
  APART,
  about,
  countWays,
  type HotlineRow,
  hotlineHeads,
  hotlineLines,
  nameOf,
  shownAnswered,
  shownBilled,
  shownBusiest,
  shownTaps,
} from './hotline-counts'

/** Each line with its three counts side by side. */
export const HotlineFigures = ({ month, period }: { month: string; period: string }) => {
  const read = useRead(`hotlines ${month}`, () => api.figures.hotlines({ month }))
  const { data } = read
  return (
    <>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={10} />}
      {data && (
        <>
          <Alert type="info" showIcon title={APART} />
          <section className="panel stack stack-tight" aria-label="每条热线">
            <div className="row">
              <h2>每条热线</h2>
              <span className="soft">
                {period}，拨打次数
                <CountedAt instant={data.tapsCountedAt} />
              </span>
              <Button
                className="push"
                onClick={() => download(`心驿-热线-${month}`, csvText(hotlineHeads, hotlineLines(data.rows)))}
              >
                导出 CSV
              </Button>
            </div>
            <dl className="totals" aria-label="怎么数的">
              {countWays.map(({ name, how }) => (
                <div className="total" key={name}>
                  <dt>{name}</dt>
                  <dd className="soft total-how">{how}</dd>
                </div>
              ))}
            </dl>
            <Table<HotlineRow>
              rowKey="lineId"
              size="small"
              pagination={false}
              dataSource={data.rows}
              columns={[
                { title: '热线', key: 'name', render: (_, row) => nameOf(row) },
                { title: '机构', dataIndex: 'institutionName' },
                {
                  title: '点了拨打',
                  key: 'taps',
                  width: 110,
                  align: 'right',
                  className: 'figure',
                  render: (_, row) => shownTaps(row),
                },
                {
                  title: '接听记录',
                  key: 'answered',
                  width: 170,
                  align: 'right',
                  className: 'figure',
                  render: (_, row) => shownAnswered(row),
                },
                {
                  title: '话单',
                  key: 'billed',
                  width: 170,
                  align: 'right',
                  className: 'figure',
                  render: (_, row) => shownBilled(row),
                },
                {
                  title: '话单最忙的钟点',
                  key: 'busiest',
                  width: 130,
                  align: 'right',
                  className: 'figure',
                  render: (_, row) => shownBusiest(row),
                },
              ]}
            />
          </section>
          {about(data).map(({ title, rows }) => (
            <section className="panel stack stack-tight" aria-label={title} key={title}>
              <h2>{title}</h2>
              <Table
                rowKey="name"
                size="small"
                pagination={false}
                dataSource={rows}
                locale={{ emptyText: '这个月没有接听记录' }}
                columns={[
                  { title: '', dataIndex: 'name' },
                  { title: '通', dataIndex: 'calls', width: 120, align: 'right', className: 'figure' },
                ]}
              />
            </section>
          ))}
        </>
      )}
    </>
  )
}
