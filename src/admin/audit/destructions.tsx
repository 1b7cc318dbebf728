import { Button, Empty, Table } from 'antd'
import { useState } from 'react'
import { monthOf } from '../../domain/time'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { csvText, download } from '../shell/csv'
import { MonthField } from '../shell/month-field'
import { Waiting } from '../shell/waiting'
import { type Destroyed, destroyedBy, totalOf } from './destroyed'

const number = new Intl.NumberFormat('zh-CN')

export const Destructions = () => {
  const [thisMonth] = useState(() => monthOf(new Date()))
  const [month, setMonth] = useState(thisMonth)
  const read = useRead(`destructions ${month}`, () => api.audit.destructions({ month }))
  const rows = read.data?.rows ?? []
  const total = totalOf(rows)

  return (
    <section className="stack" aria-label="销毁记录">
      <div className="row">
        <MonthField month={month} thisMonth={thisMonth} onGo={setMonth} />
        <Button
          className="push"
          disabled={rows.length === 0}
          onClick={() =>
            download(
              `心驿-销毁记录-${month}`,
              csvText(
                ['日期（北京时间）', '种类', '为什么', '条数'],
                rows.map(({ day, title, by, count }) => [day, title, destroyedBy[by], count]),
              ),
            )
          }
        >
          导出这个月
        </Button>
      </div>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting />}
      {read.data && (
        <Table<Destroyed>
          rowKey={({ day, title, by }) => `${day} ${title} ${by}`}
          size="small"
          className="figure"
          dataSource={rows}
          pagination={false}
          locale={{
            emptyText: (
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                description="这个月没有销毁过资料。到期清除或本人删除后，会按天记在这里；也可以换一个月份看。"
              />
            ),
          }}
          columns={[
            { title: '日期', dataIndex: 'day', width: 140 },
            { title: '种类', dataIndex: 'title' },
            { title: '为什么', dataIndex: 'by', width: 200, render: (by: Destroyed['by']) => destroyedBy[by] },
            { title: '条数', dataIndex: 'count', width: 120, align: 'right', render: number.format },
          ]}
          summary={() =>
            rows.length > 0 && (
              <Table.Summary.Row>
                <Table.Summary.Cell index={0} colSpan={3}>
                  <strong>这个月合计</strong>
                  <span className="soft">
                    {`：${destroyedBy.retention} ${number.format(total.retention)} 条，${destroyedBy.person} ${number.format(total.person)} 条`}
                  </span>
                </Table.Summary.Cell>
                <Table.Summary.Cell index={3} align="right">
                  <strong>{number.format(total.all)}</strong>
                </Table.Summary.Cell>
              </Table.Summary.Row>
            )
          }
        />
      )}
      <p className="soft">只有条数，没有是谁的，也没有内容。</p>
    </section>
  )
}
