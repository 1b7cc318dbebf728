import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Empty, Table, Tag } from 'antd'
import { useState } from 'react'
import type { StaffRow } from '../../contract/staff'
import { roleNames } from '../../domain/staff/words'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useTable } from '../cloud/use-table'
import { Heading } from '../shell/heading'
import { Waiting } from '../shell/waiting'
import { ChangeDialog } from './change-dialog'
import { InviteDialog } from './invite-dialog'
import { LinkDialog, type OneTimeLink } from './link-dialog'
import './people.css'

const standing = (row: StaffRow) => {
  if (!row.active) return <Tag className="standing-off">已停用</Tag>
  return row.joined ? <Tag className="standing-on">在用</Tag> : <Tag className="standing-wait">还没有设密码</Tag>
}

export const PeoplePage = () => {
  const { message, modal } = App.useApp()
  const table = useTable<StaffRow>('staff', (after) => api.staff.list(after ? { after } : {}))
  const [inviting, setInviting] = useState(false)
  const [changing, setChanging] = useState<StaffRow | null>(null)
  const [link, setLink] = useState<OneTimeLink | null>(null)

  const relink = (row: StaffRow) =>
    modal.confirm({
      title: `给${row.name}一个新的链接吗`,
      content: row.joined
        ? '现在的密码和所有登录会马上失效，本人用新的链接重新设密码。'
        : '以前的链接会马上失效，本人用新的链接设密码。',
      okText: '生成新的链接',
      cancelText: '先不',
      onOk: async () => {
        const reply = await api.staff.relink({ staffId: row.id })
        if (reply.ok) setLink({ name: row.name, code: reply.data.code, expiresAt: reply.data.expiresAt })
        else message.warning(refusalText(reply))
        table.reload()
      },
    })

  const signOut = (row: StaffRow) =>
    modal.confirm({
      title: `结束${row.name}的所有登录吗`,
      content: '所有设备马上退出，密码不变，本人可以重新登录。',
      okText: '结束所有登录',
      cancelText: '先不',
      onOk: async () => {
        const reply = await api.staff.signOutEverywhere({ staffId: row.id })
        if (reply.ok) message.success(`已结束${row.name}的所有登录`)
        else message.warning(refusalText(reply))
        table.reload()
      },
    })

  return (
    <>
      <Heading title="人员" hint="谁可以进入工作台，各自能做什么。">
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setInviting(true)}>
          邀请同事
        </Button>
      </Heading>
      <RefusalNote refusal={table.refusal} onRetry={table.next ? table.more : table.reload} />
      {table.loading && <Waiting />}
      {!table.loading && !(table.refusal && table.rows.length === 0) && (
        <Table<StaffRow>
          rowKey="id"
          dataSource={table.rows}
          pagination={false}
          locale={{
            emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有同事。点右上角「邀请同事」。" />,
          }}
          columns={[
            { title: '姓名', dataIndex: 'name', width: 140 },
            { title: '账号', dataIndex: 'login', width: 160 },
            {
              title: '角色',
              dataIndex: 'roles',
              render: (held: StaffRow['roles']) => held.map((one) => roleNames[one]).join('、'),
            },
            { title: '状态', key: 'standing', width: 140, render: (_, row) => standing(row) },
            {
              title: '现在的登录',
              dataIndex: 'sessions',
              width: 110,
              align: 'right',
              className: 'figure',
              render: (count: number) => `${count} 个`,
            },
            {
              title: '操作',
              key: 'act',
              width: 300,
              render: (_, row) => (
                <span className="row acts">
                  <Button size="small" onClick={() => setChanging(row)}>
                    修改
                  </Button>
                  <Button size="small" disabled={!row.active} onClick={() => relink(row)}>
                    新的链接
                  </Button>
                  <Button size="small" disabled={row.sessions === 0} onClick={() => signOut(row)}>
                    结束所有登录
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      {table.next && (
        <Button className="more" onClick={table.more} loading={table.moreBusy}>
          加载更多
        </Button>
      )}
      {inviting && (
        <InviteDialog
          onClose={() => setInviting(false)}
          onInvited={(invited) => {
            setInviting(false)
            setLink(invited)
            table.reload()
          }}
        />
      )}
      {changing && (
        <ChangeDialog
          row={changing}
          onClose={() => setChanging(null)}
          onChanged={() => {
            message.success(`已修改 ${changing.name}`)
            setChanging(null)
            table.reload()
          }}
        />
      )}
      {link && <LinkDialog link={link} onClose={() => setLink(null)} />}
    </>
  )
}
