import { Button, Empty, Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import { Waiting } from '../shell/waiting'
import type { Refused } from './refusal'
import { RefusalNote } from './refusal-note'

export type Paged<Row> = {
  rows: Row[]
  next: string | null
  loading: boolean
  refusal: Refused | null
  reload: () => void
  more: () => void
  moreBusy: boolean
}

type Props<Row> = Omit<TableProps<Row>, 'dataSource' | 'loading' | 'locale'> & {
  table: Paged<Row>
  /** Where not all that was read is shown. */
  rows?: readonly Row[]
  empty: string
  waitingRows?: number
  /** Where what comes later can be known not to belong here. */
  goesOn?: boolean
  /** Beside the way on, instead of how many were read. */
  note?: ReactNode
}

/** What `useTable` read: why it could not, that it is being read, the rows or that there are none, and the way on. */
export const PagedTable = <Row extends object>({
  table,
  rows = table.rows,
  empty,
  waitingRows = 6,
  goesOn = table.next !== null,
  note = goesOn && `已显示 ${table.rows.length} 条`,
  ...looks
}: Props<Row>) => (
  <div className="stack">
    <RefusalNote refusal={table.refusal} onRetry={table.next ? table.more : table.reload} />
    {table.loading && <Waiting rows={waitingRows} />}
    {!table.loading && !(table.refusal && table.rows.length === 0) && (
      <Table<Row>
        size="middle"
        pagination={false}
        {...looks}
        dataSource={rows}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
      />
    )}
    {(goesOn || note) && (
      <div className="row">
        {goesOn && (
          <Button onClick={table.more} loading={table.moreBusy}>
            再看一些
          </Button>
        )}
        <span className="soft" role="status">
          {note}
        </span>
      </div>
    )}
  </div>
)
