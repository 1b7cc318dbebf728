import { Table } from 'antd'
import { newest } from '../../domain/instruments/all'
import type { InstrumentUsed } from './used'

type Props = { instruments: readonly InstrumentUsed[]; period: string }

const numbers = ['started', 'finished', 'left'] as const
const names = { started: '开始', finished: '做完', left: '中途离开' } as const

export const InstrumentsUsed = ({ instruments, period }: Props) => (
  <section className="panel stack stack-tight" aria-label="每个测评">
    <h2>每个测评</h2>
    <p className="soft">
      {period}
      。「开始」是看到第一题，「做完」是答完送出；「中途离开」是说了先不做，或者一个小时没有回来。跨月做完的算在做完的那个月，所以占比偶尔会超过
      100%。
    </p>
    <Table<InstrumentUsed>
      rowKey="id"
      size="small"
      className="figure"
      pagination={false}
      dataSource={instruments}
      columns={[
        {
          title: '测评',
          key: 'title',
          render: (_, { title, name }) => (
            <>
              {title} <span className="soft">{name}</span>
            </>
          ),
        },
        ...numbers.map((key) => ({
          title: `${names[key]}（次）`,
          dataIndex: key,
          width: 120,
          align: 'right' as const,
        })),
        {
          title: '做完占比',
          dataIndex: 'share',
          width: 100,
          align: 'right',
          render: (share: number | null) => (share === null ? '—' : `${share}%`),
        },
      ]}
    />
    {instruments
      .filter(({ left }) => left > 0)
      .map((used) => (
        <LeftAt key={used.id} used={used} />
      ))}
  </section>
)

/** A real table: every number can be read and heard; the bar only repeats it. */
const LeftAt = ({ used: { id, title, leftAt } }: { used: InstrumentUsed }) => {
  const most = Math.max(...leftAt)
  const { items } = newest(id)
  return (
    <table className="left-at figure">
      <caption>{title}：在第几题离开（次）</caption>
      <thead>
        <tr>
          <th scope="col">题</th>
          {items.map(({ n, text }) => (
            <th scope="col" key={n} title={text}>
              {n}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">次</th>
          {leftAt.map((times, index) => (
            <td key={items[index]?.n}>
              <span className="left-bar" style={{ height: Math.round((times / most) * 40) }} aria-hidden />
              {times}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
