import { App, Button, Empty, InputNumber, Progress, Select, Table } from 'antd'
import { useState } from 'react'
import type { Output } from '../../contract'
import { covers } from '../../domain/branches/scope'
import { WELL_ATTENDED } from '../../domain/events/words'
import { inShanghai } from '../../domain/time'
import { useScopes } from '../branches/scopes'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { useRead } from '../cloud/use-read'
import { useKept } from '../counselling/use-kept'
import { Waiting } from '../shell/waiting'

type Row = Output<'programme', 'lectures'>['rows'][number]

const yearsAround = (now: Date) => {
  const year = inShanghai(now).year()
  return [year - 1, year, year + 1].map(String)
}

/** How many a district is to have; a manager sets it, everybody else reads it. */
const Quota = ({ row, year, onSet }: { row: Row; year: string; onSet: () => void }) => {
  const { message } = App.useApp()
  const [quota, setQuota] = useState(row.quota)
  const set = useAction(api.programme.setQuota)
  const save = async () => {
    const reply = await set.run({ branchId: row.branchId, year, quota })
    if (!reply.ok) return
    message.success('已保存')
    onSet()
  }
  return (
    <>
      <span className="row">
        <InputNumber
          aria-label={`${row.branchName}计划几场`}
          min={0}
          max={200}
          precision={0}
          value={quota}
          onChange={(typed) => setQuota(typed ?? 0)}
        />
        {quota !== row.quota && (
          <Button size="small" loading={set.busy} onClick={save}>
            保存
          </Button>
        )}
      </span>
      <RefusalNote refusal={set.refusal} />
    </>
  )
}

/** 巡讲 by district, a year at a time. */
export const Lectures = () => {
  const [years] = useState(() => yearsAround(new Date()))
  const [year, setYear] = useState(years[1] ?? '')
  const read = useRead(`lectures ${year}`, () => api.programme.lectures({ year }))
  const kept = useKept(read.data)
  const rows = (read.data ?? (read.refusal ? kept : null))?.rows ?? null
  const scopes = useScopes('programme.setQuota')
  const maySet = ({ branchId }: Row) => scopes.some(({ id }) => covers(id, branchId))
  return (
    <div className="stack">
      <div className="row">
        <Select
          aria-label="哪一年"
          style={{ width: 120 }}
          value={year}
          options={years.map((value) => ({ value, label: `${value} 年` }))}
          onChange={setYear}
        />
        <span className="soft">来的人到 {WELL_ATTENDED} 位算「来得多」。「还差」是计划减去已发布和办过的。</span>
      </div>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {!rows && read.loading && <Waiting rows={4} />}
      {rows && (
        <Table<Row>
          rowKey={(row) => `${year}.${row.branchId}.${row.quota}`}
          size="middle"
          pagination={false}
          dataSource={rows}
          locale={{
            emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="您管的组织里没有区，也没有办巡讲" />,
          }}
          columns={[
            { title: '区', dataIndex: 'branchName' },
            {
              title: '计划',
              key: 'quota',
              width: 200,
              render: (_, row) =>
                maySet(row) ? <Quota row={row} year={year} onSet={read.reload} /> : `${row.quota} 场`,
            },
            { title: '已发布', dataIndex: 'announced', width: 100, className: 'figure' },
            { title: '办过', dataIndex: 'held', width: 100, className: 'figure' },
            { title: '来得多', dataIndex: 'wellAttended', width: 100, className: 'figure' },
            {
              title: '进度',
              key: 'progress',
              width: 160,
              render: (_, { branchName, quota, held }) =>
                quota > 0 ? (
                  <Progress
                    aria-label={`${branchName}办过的占计划`}
                    size="small"
                    percent={Math.min(100, Math.floor((held / quota) * 100))}
                  />
                ) : (
                  '还没有计划'
                ),
            },
            {
              title: '还差',
              key: 'left',
              width: 100,
              className: 'figure',
              render: (_, { quota, announced, held }) => Math.max(0, quota - announced - held),
            },
          ]}
        />
      )}
    </div>
  )
}
