import { App, Button, Drawer, Empty, Table } from 'antd'
import { useState } from 'react'
import type { Output } from '../../contract'
import type { StaffRow } from '../../contract/staff'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { shownInstant } from '../shell/time'
import { Waiting } from '../shell/waiting'

type Row = Output<'staff', 'sessions'>['sessions'][number]
type Props = { row: StaffRow; onChanged: () => void; onClose: () => void }

/** Where a colleague is signed in now, and the way to end it. */
export const SessionsDrawer = ({ row, onChanged, onClose }: Props) => {
  const { message, modal } = App.useApp()
  const open = useRead(`sessions of ${row.id}`, () => api.staff.sessions({ staffId: row.id }))
  const [ending, setEnding] = useState<string | null>(null)

  const endOne = async (sessionId: string) => {
    setEnding(sessionId)
    const reply = await api.staff.endSession({ staffId: row.id, sessionId }).finally(() => setEnding(null))
    if (reply.ok) message.success('那次登录已经结束')
    else message.warning(refusalText(reply))
    open.reload()
    onChanged()
  }

  const endAll = () =>
    modal.confirm({
      title: `结束${row.name}的所有登录吗`,
      content: '所有设备马上退出，密码不变，本人可以重新登录。',
      okText: '结束所有登录',
      cancelText: '先不',
      onOk: async () => {
        const reply = await api.staff.signOutEverywhere({ staffId: row.id })
        if (reply.ok) message.success(`已结束${row.name}的所有登录`)
        else message.warning(refusalText(reply))
        open.reload()
        onChanged()
      },
    })

  return (
    <Drawer
      open
      size={640}
      title={`${row.name}的登录`}
      closable={{ 'aria-label': '关闭' }}
      onClose={onClose}
      extra={
        <Button size="small" disabled={!open.data?.sessions.length} onClick={endAll}>
          结束所有登录
        </Button>
      }
    >
      <RefusalNote refusal={open.refusal} onRetry={open.reload} />
      {open.loading && <Waiting rows={3} />}
      {open.data && (
        <Table<Row>
          rowKey="id"
          size="small"
          dataSource={open.data.sessions}
          pagination={false}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="现在没有登录。" /> }}
          columns={[
            { title: '在哪里', dataIndex: 'client', render: (client: string) => client || '没有说明的浏览器' },
            { title: '登录时间', dataIndex: 'createdAt', width: 140, className: 'figure', render: shownInstant },
            { title: '最近使用', dataIndex: 'seenAt', width: 140, className: 'figure', render: shownInstant },
            {
              title: '操作',
              key: 'act',
              width: 80,
              render: (_, one) => (
                <Button size="small" loading={ending === one.id} onClick={() => endOne(one.id)}>
                  结束
                </Button>
              ),
            },
          ]}
        />
      )}
    </Drawer>
  )
}
