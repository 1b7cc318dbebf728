import { Button } from 'antd'
import type { Progress } from '../../../contract/imports'
import { type Paged, PagedTable } from '../../cloud/paged-table'
import { shownInstant } from '../../shell/time'

const state = ({ endedAt, seen, lines }: Progress) =>
  endedAt
    ? `${shownInstant(endedAt)} 完成`
    : `停在 ${seen.toLocaleString('zh-CN')} / ${lines.toLocaleString('zh-CN')} 行`

export const ImportsTable = ({
  table,
  onReport,
}: {
  table: Paged<Progress>
  onReport: (progress: Progress) => void
}) => (
  <PagedTable<Progress>
    table={table}
    rowKey="id"
    empty="还没有导入过名单。"
    columns={[
      {
        title: '文件',
        dataIndex: 'fileName',
        render: (name: string, row) => (
          <Button type="link" className="branch-name" onClick={() => onReport(row)}>
            {name}
          </Button>
        ),
      },
      { title: '组织', dataIndex: 'branchName', width: 160 },
      {
        title: '做什么',
        dataIndex: 'mode',
        width: 80,
        render: (mode: Progress['mode']) => (mode === 'add' ? '加入' : '移出'),
      },
      {
        title: '处理成',
        key: 'done',
        width: 100,
        align: 'right',
        className: 'figure',
        render: (_, row) => (row.added + row.moved + row.already + row.removed).toLocaleString('zh-CN'),
      },
      {
        title: '没有处理成',
        dataIndex: 'refused',
        width: 110,
        align: 'right',
        className: 'figure',
        render: (count: number) => count.toLocaleString('zh-CN'),
      },
      { title: '谁', dataIndex: 'byName', width: 90 },
      { title: '开始', dataIndex: 'startedAt', width: 150, className: 'figure', render: shownInstant },
      { title: '状态', key: 'state', width: 190, className: 'figure', render: (_, row) => state(row) },
    ]}
  />
)
