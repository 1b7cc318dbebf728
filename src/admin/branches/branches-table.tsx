import { Button, Empty, Table, Tag } from 'antd'
import type { BranchRow } from '../../contract/branches'
import { type BranchKind, branchKindNames } from '../../domain/branches/words'

type Props = {
  rows: BranchRow[]
  empty: string
  onEnter: (row: BranchRow) => void
  onRename: (row: BranchRow) => void
  onCodes: (row: BranchRow) => void
  onClosing: (row: BranchRow) => void
}

export const BranchesTable = ({ rows, empty, onEnter, onRename, onCodes, onClosing }: Props) => (
  <Table<BranchRow>
    rowKey="id"
    size="middle"
    dataSource={rows}
    pagination={false}
    locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
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
              改名
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
