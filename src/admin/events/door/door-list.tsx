import { Button, Empty, Input, Table } from 'antd'
import { nanoid } from 'nanoid'
import { useState } from 'react'
import type { DoorList as List } from '../../../contract/doors'
import { api } from '../../cloud/api'
import { RefusalNote } from '../../cloud/refusal-note'
import { useAction } from '../../cloud/use-action'
import { shownClock } from '../../shell/time'
import { timeSaid } from '../event-words'
import { inOrder, nameOf, standSaid, timeAtDoor, verdictSaid } from './door-words'

type Ticket = List['tickets'][number]

/** Of this tab: tells the scans of two computers apart. */
const device = `console${nanoid(10).replace(/[^A-Za-z0-9]/g, 'x')}`

/** Names are what others may call them by. Here one is checked in by name; phones scan. */
export const DoorList = ({ list, onChanged }: { list: List; onChanged: () => void }) => {
  const [search, setSearch] = useState('')
  const [said, setSaid] = useState<ReadonlyMap<string, string>>(new Map())
  const [under, setUnder] = useState<string | null>(null)
  const merge = useAction(api.doors.merge)
  const at = timeAtDoor(list.times, new Date())
  const time = list.times[at]
  const rows = inOrder(list.tickets, at).filter((ticket) => nameOf(ticket).includes(search.trim()))

  const here = async ({ ticketId }: Ticket) => {
    const scan = {
      ...{ scanId: `s${nanoid(20)}`, ticketId, code: '', at: new Date().toISOString() },
      ...{ by: 'hand' as const, device },
    }
    setUnder(ticketId)
    const reply = await merge.run({ eventId: list.eventId, scans: [scan] })
    setUnder(null)
    if (!reply.ok) return
    const [found] = reply.data.verdicts
    if (found) setSaid((before) => new Map(before).set(ticketId, verdictSaid[found.verdict]))
    onChanged()
  }

  return (
    <section className="panel stack stack-tight" aria-label="签到名单">
      <h2>签到名单{time ? `：${timeSaid(time)}` : ''}</h2>
      <p className="soft">名单只在签到时看，活动结束 30 天后清除，请不要抄下来或截图。</p>
      <Input
        allowClear
        aria-label="按名字找"
        placeholder="按名字找"
        style={{ maxWidth: 240 }}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <RefusalNote refusal={merge.refusal} />
      <Table<Ticket>
        rowKey="ticketId"
        size="small"
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        dataSource={rows}
        locale={{
          emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有这样的名字，或还没有人有名额" />,
        }}
        columns={[
          { title: '怎么称呼', key: 'name', render: (_, ticket) => nameOf(ticket) },
          { title: '几位', dataIndex: 'places', width: 80, className: 'figure' },
          { title: '状态', key: 'state', width: 120, render: (_, ticket) => standSaid(ticket) },
          {
            title: '到了',
            key: 'came',
            width: 320,
            render: (_, ticket) => {
              const since = ticket.came[at] ?? null
              return (
                <span className="row">
                  {since !== null ? (
                    <span className="figure">{shownClock(since)} 到</span>
                  ) : (
                    <Button
                      size="small"
                      aria-label={`${nameOf(ticket)}到了`}
                      loading={under === ticket.ticketId}
                      disabled={under !== null}
                      onClick={() => here(ticket)}
                    >
                      到了
                    </Button>
                  )}
                  <span className="soft" role="status">
                    {since === null ? (said.get(ticket.ticketId) ?? '') : ''}
                  </span>
                </span>
              )
            },
          },
        ]}
      />
    </section>
  )
}
