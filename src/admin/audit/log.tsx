import { Button, DatePicker, Select, type TableProps } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { Reply } from '../../contract'
import { PagedTable } from '../cloud/paged-table'
import { useTable } from '../cloud/use-table'
import { csvText, download } from '../shell/csv'
import { shownInstant } from '../shell/time'
import { chosen, mayBeMore, namesIn, type Period } from './period'

type Line = { at: string; byName: string }
type Props<Row> = {
  title: string
  load: (after: string | undefined) => Promise<Reply<{ rows: Row[]; next: string | null }, never>>
  columns: NonNullable<TableProps<Row>['columns']>
  /** The same as the columns show, for the file. */
  heads: readonly string[]
  cells: (row: Row) => readonly string[]
  empty: string
}

/** Records, newest first, page by page; chosen from and taken away as far as they were read. */
export const Log = <Row extends Line>({ title, load, columns, heads, cells, empty }: Props<Row>) => {
  const table = useTable<Row>(title, load)
  const [period, setPeriod] = useState<Period>(null)
  const [byName, setByName] = useState<string | null>(null)
  // Records have no id here: one cannot be asked for alone.
  const places = new Map(table.rows.map((row, place) => [row, place]))
  const shown = chosen(table.rows, period, byName)
  const unread = mayBeMore(table.rows, table.next, period)
  const oldest = table.rows.at(-1)

  return (
    <section className="stack" aria-label={title}>
      <div className="row">
        <DatePicker.RangePicker
          aria-label="日期"
          format="YYYY-MM-DD"
          placeholder={['从哪一天', '到哪一天']}
          value={period && [dayjs(period[0]), dayjs(period[1])]}
          onChange={(_, [from, to]) => setPeriod(from && to ? [from, to] : null)}
        />
        <Select<string>
          aria-label="哪位同事"
          className="audit-who"
          allowClear
          showSearch
          placeholder="所有同事"
          value={byName}
          onChange={(name) => setByName(name ?? null)}
          options={namesIn(table.rows).map((name) => ({ value: name, label: name }))}
        />
        <Button
          className="push"
          disabled={shown.length === 0}
          onClick={() =>
            download(
              `心驿-${title}-${dayjs().format('YYYY-MM-DD')}`,
              csvText(
                ['时间（北京时间）', ...heads],
                shown.map((row) => [shownInstant(row.at), ...cells(row)]),
              ),
            )
          }
        >
          导出这 {shown.length} 条
        </Button>
      </div>
      <PagedTable<Row>
        table={table}
        rows={shown}
        rowKey={(row) => places.get(row) ?? ''}
        size="small"
        empty={
          table.rows.length > 0 || table.next
            ? '已读取的记录里没有符合条件的。可以再看一些，或换一个日期或同事。'
            : empty
        }
        goesOn={unread}
        note={
          unread
            ? `${oldest ? `已读取到 ${shownInstant(oldest.at)}，` : ''}共 ${table.rows.length} 条；筛选和导出只针对已读取的。`
            : oldest && `${period ? '这段时间的' : '全部'}记录都已读取。`
        }
        columns={[
          { title: '时间', dataIndex: 'at', width: 150, className: 'figure', render: shownInstant },
          ...columns,
        ]}
      />
    </section>
  )
}
