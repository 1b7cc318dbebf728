import { Table, Tag } from 'antd'
import type { CallRow } from '../../contract/calls'
import { shownInstant } from '../shell/time'
import { useNow } from '../unsealings/use-now'
import { Ends } from './my-call'
import { due } from './turn'

/** In whose hands the others are, so that none is in nobody's. */
export const ColleaguesCalls = ({ rows }: { rows: CallRow[] }) => {
  const now = useNow(30_000)
  if (rows.length === 0) return null
  return (
    <section className="stack stack-tight" aria-label="同事接下的">
      <h2>同事接下的（{rows.length}）</h2>
      <Table<CallRow>
        rowKey="id"
        size="small"
        dataSource={rows}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: '请求时间', dataIndex: 'openedAt', width: 160, className: 'figure', render: shownInstant },
          { title: '在谁手里', dataIndex: 'acceptedByName', width: 140 },
          { title: '联系过', key: 'log', width: 100, render: (_, row) => `${row.log.length} 次` },
          {
            title: '下次回访',
            key: 'follow',
            className: 'figure',
            render: (_, row) => {
              const { nextFollowUpAt, overdue, drill } = row
              return drill ? (
                '演练，不用回访'
              ) : nextFollowUpAt === null ? (
                <>
                  都做完了
                  {overdue && <Tag className="standing-wait duty-tag">还没有结束</Tag>}
                  <Ends call={row} />
                </>
              ) : (
                <>
                  {shownInstant(nextFollowUpAt)}，{due(nextFollowUpAt, now)}
                  {overdue && <Tag className="standing-wait duty-tag">过期未回访</Tag>}
                  <Ends call={row} />
                </>
              )
            },
          },
        ]}
      />
    </section>
  )
}
