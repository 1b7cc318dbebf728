import { Button, Tag } from 'antd'
import type { BranchRow } from '../../contract/branches'
import { type BranchKind, branchKindNames } from '../../domain/branches/words'
import { type Paged, PagedTable } from '../cloud/paged-table'

type Props = {
  table: Paged<BranchRow>
  empty: string
  onEnter: (row: BranchRow) => void
  onRename: (row: BranchRow) => void
  onCodes: (row: BranchRow) => void
  onClosing: (row: BranchRow) => void
}

export const BranchesTable = ({ table, empty, onEnter, onRename, onCodes, onClosing }: Props) => (
  <PagedTable<BranchRow>
    table={table}
    rowKey="id"
    empty={empty}
    columns={[
      {
        title: '名称',
        dataIndex: 'name',
        render: (name: string, row) =>
          row.kind === 'station' ? (
            name
          ) : (
            <Button type="link" className="branch-name" onClick={() => onEnter(row)}>
              {name}
            </Button>
          ),
      },
      { title: '类别', dataIndex: 'kind', width: 110, render: (kind: BranchKind) => branchKindNames[kind] },
      { title: '组织编码', dataIndex: 'code', width: 150 },
      {
        title: '状态',
        dataIndex: 'closed',
        width: 90,
        render: (closed: boolean) =>
          closed ? <Tag className="standing-off">已停用</Tag> : <Tag className="standing-on">在用</Tag>,
      },
      {
        title: '操作',
        key: 'act',
        width: 230,
        render: (_, row) => (
          <span className="row acts">
            <Button size="small" onClick={() => onRename(row)}>
              修改
            </Button>
            <Button size="small" onClick={() => onCodes(row)}>
              邀请码
            </Button>
            <Button size="small" onClick={() => onClosing(row)}>
              {row.closed ? '恢复' : '停用'}
            </Button>
          </span>
        ),
      },
    ]}
  />
)
