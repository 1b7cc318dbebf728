import { App, Button, Table, Tag } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Output } from '../../contract'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { Heading } from '../shell/heading'
import { shownInstant } from '../shell/time'
import { Waiting } from '../shell/waiting'

type Row = Output<'sessions', 'list'>['sessions'][number]

export const MySessionsPage = () => {
  const { message, modal } = App.useApp()
  const navigate = useNavigate()
  const mine = useRead('my-sessions', () => api.sessions.list({}))
  const [ending, setEnding] = useState<string | null>(null)

  const revoke = async (row: Row) => {
    if (row.current) return navigate('/sign-out')
    setEnding(row.id)
    const reply = await api.sessions.revoke({ sessionId: row.id }).finally(() => setEnding(null))
    if (reply.ok) message.success('那次登录已经结束')
    else message.warning(refusalText(reply))
    mine.reload()
  }

  const ask = (row: Row) =>
    modal.confirm({
      title: row.current ? '要退出现在的登录吗' : '要结束这次登录吗',
      content: row.current ? '退出后需要重新输入密码。' : '那台设备会马上退出，需要重新输入密码。',
      okText: row.current ? '退出' : '结束这次登录',
      cancelText: '先不',
      onOk: () => {
        void revoke(row)
      },
    })

  return (
    <>
      <Heading title="我的登录" hint="看到不认识的登录，请结束它，并请管理员为您发一个新的链接来换密码。" />
      <RefusalNote refusal={mine.refusal} onRetry={mine.reload} />
      {mine.loading && <Waiting rows={4} />}
      {mine.data && (
        <Table<Row>
          rowKey="id"
          dataSource={mine.data.sessions}
          pagination={false}
          columns={[
            {
              title: '在哪里',
              dataIndex: 'client',
              render: (client: string, row) => (
                <span className="row">
                  {client || '没有说明的浏览器'} {row.current && <Tag className="mine-now">就是现在这次</Tag>}
                </span>
              ),
            },
            { title: '登录时间', dataIndex: 'createdAt', width: 170, render: shownInstant },
            { title: '最近使用', dataIndex: 'seenAt', width: 170, render: shownInstant },
            { title: '最晚到期', dataIndex: 'expiresAt', width: 170, render: shownInstant },
            {
              title: '操作',
              key: 'act',
              width: 140,
              render: (_, row) => (
                <Button size="small" loading={ending === row.id} onClick={() => ask(row)}>
                  {row.current ? '退出' : '结束这次登录'}
                </Button>
              ),
            },
          ]}
        />
      )}
    </>
  )
}
