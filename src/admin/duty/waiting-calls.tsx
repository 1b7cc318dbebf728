import { App, Button, Table, Tag } from 'antd'
import { useState } from 'react'
import type { CallRow } from '../../contract/calls'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { shownInstant } from '../shell/time'
import { useNow } from '../unsealings/use-now'
import { byWaiting, passes, turnOf, waited } from './turn'

/** Nobody sees here who asks: only how long, and whose turn it is. */
export const WaitingCalls = ({ rows, onChanged }: { rows: CallRow[]; onChanged: () => void }) => {
  const { message } = App.useApp()
  const now = useNow(1000)
  const [accepting, setAccepting] = useState<string | null>(null)

  const accept = async (call: CallRow) => {
    setAccepting(call.id)
    const reply = await api.calls.accept({ callId: call.id }).finally(() => setAccepting(null))
    if (reply.ok) message.success('您接下了，请看下面「我接下的」')
    else message.info(refusalText(reply))
    onChanged()
  }

  return (
    <section className="stack stack-tight" aria-label="等待接听">
      <h2>等待接听（{rows.length}）</h2>
      {rows.length === 0 && <p className="panel">现在没有人在等回电。有人请求时，几秒内会出现在这里。</p>}
      {rows.length > 0 && (
        <Table<CallRow>
          rowKey="id"
          size="middle"
          dataSource={byWaiting(rows)}
          pagination={false}
          rowClassName={({ yours }) => (yours ? 'mine-now' : '')}
          columns={[
            { title: '请求时间', dataIndex: 'openedAt', width: 160, className: 'figure', render: shownInstant },
            {
              title: '已等',
              key: 'waited',
              width: 140,
              className: 'figure',
              render: (_, row) => waited(row.openedAt, now),
            },
            {
              title: '轮到谁',
              key: 'turn',
              render: (_, row) => (
                <>
                  {turnOf(row)}
                  {row.referredByName && <Tag className="standing-on duty-tag">咨询师转介</Tag>}
                  {row.withHead && <Tag className="standing-wait duty-tag">已超时，请尽快接下</Tag>}
                </>
              ),
            },
            { title: '倒计时', key: 'left', width: 210, className: 'figure', render: (_, row) => passes(row, now) },
            {
              title: '操作',
              key: 'act',
              width: 100,
              render: (_, row) => (
                <Button
                  size="small"
                  type="primary"
                  loading={accepting === row.id}
                  aria-label={`接下 ${shownInstant(row.openedAt)} 的请求`}
                  onClick={() => accept(row)}
                >
                  接下
                </Button>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}
