import { Button, Empty, Table, Tag } from 'antd'
import type { Output } from '../../contract'
import { readingReasonNames } from '../../domain/readings/words'
import { shownInstant } from '../shell/time'
import { timeLeft } from './time-left'
import { useNow } from './use-now'

export type Request = Output<'unsealings', 'list'>['rows'][number]

type Acts = {
  /** The request that is being opened now. */
  opening: string | null
  onOpen: (row: Request) => void
  onApprove: (row: Request) => void
  onDecline: (row: Request) => void
}

/** The same ending has a name of its own for whoever asked, before an agreement and after it. */
export const endWords = ({ own, state }: Request) => (own ? '撤回' : state === 'asked' ? '不同意' : '收回同意')

const Standing = ({ row, left }: { row: Request; left: string | null }) => {
  if (!left) return <Tag className="unsealing-over">已过期</Tag>
  if (row.state === 'approved') return <Tag className="unsealing-agreed">已同意</Tag>
  return <Tag className="unsealing-waits">{row.own ? '等另一位督导同意' : '等您决定'}</Tag>
}

const Buttons = ({ row, opening, onOpen, onApprove, onDecline }: { row: Request } & Acts) => (
  <span className="row unsealing-acts">
    {row.own && row.state === 'approved' && (
      <Button size="small" type="primary" loading={opening === row.id} onClick={() => onOpen(row)}>
        查看
      </Button>
    )}
    {!row.own && row.state === 'asked' && (
      <Button size="small" type="primary" onClick={() => onApprove(row)}>
        同意
      </Button>
    )}
    <Button size="small" onClick={() => onDecline(row)}>
      {endWords(row)}
    </Button>
  </span>
)

export const RequestsTable = ({ rows, ...acts }: { rows: Request[] } & Acts) => {
  const now = useNow(5_000)
  return (
    <Table<Request>
      rowKey="id"
      size="middle"
      dataSource={rows}
      pagination={false}
      locale={{
        emptyText: (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="现在没有申请。确有需要时，点右上角「申请查看」。" />
        ),
      }}
      columns={[
        { title: '代号', dataIndex: 'pseudonym', width: 130 },
        { title: '原因', key: 'reason', render: (_, row) => readingReasonNames[row.reason] },
        {
          title: '谁申请',
          dataIndex: 'byName',
          width: 110,
          render: (name: string, row) => (row.own ? `${name}（您）` : name),
        },
        { title: '申请时间', dataIndex: 'askedAt', width: 150, className: 'figure', render: shownInstant },
        {
          title: '状态',
          key: 'state',
          width: 140,
          render: (_, row) => <Standing row={row} left={timeLeft(row.expiresAt, now)} />,
        },
        {
          title: '有效',
          key: 'left',
          width: 110,
          className: 'figure',
          render: (_, row) => timeLeft(row.expiresAt, now) ?? '已过期',
        },
        {
          title: '操作',
          key: 'act',
          width: 140,
          render: (_, row) => timeLeft(row.expiresAt, now) && <Buttons row={row} {...acts} />,
        },
      ]}
    />
  )
}
