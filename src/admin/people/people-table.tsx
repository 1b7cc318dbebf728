import { Button, Tag } from 'antd'
import type { StaffRow } from '../../contract/staff'
import { type Paged, PagedTable } from '../cloud/paged-table'
import { GrantLines } from './grant-lines'
import type { OneTimeLink } from './link-dialog'
import { WaitingNote } from './waiting-note'
import './people.css'

const standing = ({ active, joined, grants }: StaffRow) => {
  if (!active && grants.length === 0) return <Tag className="standing-wait">待确认</Tag>
  if (!active) return <Tag className="standing-off">已离岗</Tag>
  return joined ? <Tag className="standing-on">在岗</Tag> : <Tag className="standing-wait">未加入</Tag>
}

const secondFactor = (row: StaffRow) => {
  if (row.secondFactor === 'set') return <Tag className="standing-on">已设好</Tag>
  if (row.secondFactor === 'awaited') return <Tag className="standing-wait">还没有设</Tag>
  return <span className="soft">不需要</span>
}

type Props = {
  table: Paged<StaffRow>
  onChange: (row: StaffRow) => void
  onRelink: (row: StaffRow) => void
  onSessions: (row: StaffRow) => void
  onLeave: (row: StaffRow) => void
  onLink: (link: OneTimeLink) => void
  onAnswered: () => void
}

export const PeopleTable = ({ table, onChange, onRelink, onSessions, onLeave, onLink, onAnswered }: Props) => (
  <PagedTable<StaffRow>
    table={table}
    rowKey="id"
    empty="还没有同事。点右上角「邀请同事」。"
    columns={[
      {
        title: '姓名',
        dataIndex: 'name',
        width: 130,
        render: (name: string, { login }) => (
          <>
            {name}
            <br />
            <span className="soft">{login}</span>
          </>
        ),
      },
      {
        title: '角色和组织',
        dataIndex: 'grants',
        render: (grants: StaffRow['grants'], row) => (
          <>
            {grants.length > 0 && <GrantLines grants={grants} />}
            <WaitingNote row={row} onLink={onLink} onAnswered={onAnswered} />
          </>
        ),
      },
      { title: '状态', key: 'standing', width: 90, render: (_, row) => standing(row) },
      { title: '第二道验证', key: 'second', width: 110, render: (_, row) => secondFactor(row) },
      {
        title: '现在的登录',
        dataIndex: 'sessions',
        width: 110,
        render: (count: number, row) => (
          <Button
            size="small"
            disabled={count === 0}
            aria-label={`${row.name}的登录：${count} 个`}
            onClick={() => onSessions(row)}
          >
            {count} 个
          </Button>
        ),
      },
      {
        title: '操作',
        key: 'act',
        width: 250,
        render: (_, row) => (
          <span className="row acts">
            <Button size="small" disabled={row.waiting !== null} onClick={() => onChange(row)}>
              {row.active ? '修改' : '请回来'}
            </Button>
            <Button size="small" disabled={!row.active} onClick={() => onRelink(row)}>
              新的链接
            </Button>
            <Button size="small" disabled={!row.active} onClick={() => onLeave(row)}>
              离岗
            </Button>
          </span>
        ),
      },
    ]}
  />
)
