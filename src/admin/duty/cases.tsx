import { App, Button, Segmented, Tag } from 'antd'
import { useCallback, useState } from 'react'
import type { CaseRow } from '../../contract/cases'
import { api } from '../cloud/api'
import { PagedTable } from '../cloud/paged-table'
import { useTable } from '../cloud/use-table'
import { shownInstant } from '../shell/time'
import { useNow } from '../unsealings/use-now'
import { CaseDrawer } from './case-drawer'
import { due } from './turn'
import type { Crew } from './use-crew'

/** Neither colour nor whose it is: a list says when something is due and who sees to it. */
export const Cases = ({ crew }: { crew: Crew | null }) => {
  const { message } = App.useApp()
  const [mine, setMine] = useState(true)
  const table = useTable<CaseRow>(`cases ${mine}`, (after) => api.cases.list(after ? { mine, after } : { mine }))
  const [opened, setOpened] = useState<CaseRow | null>(null)
  const now = useNow(30_000)
  const close = useCallback(() => setOpened(null), [])

  return (
    <div className="stack">
      <div className="row">
        <Segmented<boolean>
          aria-label="看哪些"
          value={mine}
          onChange={setMine}
          options={[
            { value: true, label: '我负责的' },
            { value: false, label: '全部' },
          ]}
        />
        <span className="soft">先到期的在前。列表里没有颜色，也没有是谁。</span>
      </div>
      <PagedTable<CaseRow>
        table={table}
        waitingRows={4}
        rowKey="id"
        empty={mine ? '您没有负责的记录。在「回电」里接下请求后可以建。' : '现在没有没结束的记录。'}
        columns={[
          {
            title: '到期',
            dataIndex: 'dueAt',
            className: 'figure',
            render: (dueAt: string, { overdue }) => (
              <>
                {shownInstant(dueAt)}，{due(dueAt, now)}
                {overdue && <Tag className="standing-wait duty-tag">过期未看</Tag>}
              </>
            ),
          },
          {
            title: '谁负责',
            dataIndex: 'ownerName',
            width: 180,
            render: (name: string, { yours }) => (yours ? `${name}（您）` : name),
          },
          { title: '建立时间', dataIndex: 'openedAt', width: 170, className: 'figure', render: shownInstant },
          {
            title: '操作',
            key: 'act',
            width: 100,
            render: (_, row) => (
              <Button
                size="small"
                aria-label={`打开 ${shownInstant(row.openedAt)} 建立的记录`}
                onClick={() => setOpened(row)}
              >
                打开
              </Button>
            ),
          },
        ]}
      />
      {opened && (
        <CaseDrawer
          key={opened.id}
          row={opened}
          crew={crew}
          onChanged={table.reload}
          onGone={(words) => {
            message.success(words)
            close()
            table.reload()
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
