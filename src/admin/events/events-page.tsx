import { PlusOutlined } from '@ant-design/icons'
import { Button, Select, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { ProgrammedEvent } from '../../contract/events'
import { mayDo } from '../../contract/permissions'
import { type Kind, kindNames, kinds } from '../../domain/events/words'
import { api } from '../cloud/api'
import { PagedTable } from '../cloud/paged-table'
import { useTable } from '../cloud/use-table'
import { Heading } from '../shell/heading'
import { seatsSaid, standingLook, standingSaid, timesSaid } from './event-words'
import { Lectures } from './lectures'
import { NewEventDialog } from './new-event-dialog'
import { useMyRoles } from './use-my-roles'

const lists = [
  { which: 'own', label: '我写的', empty: '还没有。点右上角「新活动」写一场，写好了送给同事审核。' },
  { which: 'review', label: '等审核', empty: '没有等审核的活动。' },
  { which: 'ahead', label: '接下来', empty: '还没有发布过接下来的活动。' },
  { which: 'past', label: '办过的', empty: '还没有办过的活动。' },
] as const
type Which = (typeof lists)[number]['which']

const kindOptions = [
  { value: '', label: '所有种类' },
  ...kinds.map((kind) => ({ value: kind, label: kindNames[kind] })),
]

const EventsList = ({ which, empty }: { which: Which; empty: string }) => {
  const [kind, setKind] = useState<Kind | ''>('')
  const table = useTable<ProgrammedEvent>(`events ${which} ${kind}`, (after) =>
    api.programme.list({ which, ...(kind && { kind }), ...(after && { after }) }),
  )
  return (
    <div className="stack">
      <div className="row">
        <Select<Kind | ''>
          aria-label="种类"
          style={{ width: 140 }}
          value={kind}
          options={kindOptions}
          onChange={setKind}
        />
      </div>
      <PagedTable<ProgrammedEvent>
        table={table}
        rowKey="id"
        empty={empty}
        columns={[
          {
            title: '活动',
            key: 'title',
            render: (_, { id, title, kind: of }) => (
              <Link to={`/events/${id}`}>{title || `没有名称的${kindNames[of]}`}</Link>
            ),
          },
          { title: '种类', key: 'kind', width: 80, render: (_, { kind: of }) => kindNames[of] },
          { title: '时间', key: 'times', className: 'figure', width: 260, render: (_, { times }) => timesSaid(times) },
          { title: '组织', dataIndex: 'branchName', width: 160 },
          { title: '名额', key: 'seats', width: 150, render: (_, row) => seatsSaid(row) },
          { title: '谁写的', dataIndex: 'hostName', width: 90 },
          {
            title: '现在',
            key: 'stand',
            width: 130,
            render: (_, row) => <Tag className={standingLook(row)}>{standingSaid(row)}</Tag>,
          },
        ]}
      />
    </div>
  )
}

/** 活动: what is planned, waits for a second person, is ahead, and was held. Nothing here says who comes. */
export const EventsPage = () => {
  const roles = useMyRoles()
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const [creating, setCreating] = useState(false)
  const mayPlan = mayDo('programme.save', roles)
  const first = mayPlan ? 'own' : 'review'
  const shown = search.get('show') ?? first
  const own = lists.filter(({ which }) => mayPlan || which !== 'own')
  return (
    <>
      <Heading title="活动" hint="一个人写，另一个人审核后发布。这里只有人数，看不到谁报了名。">
        {mayPlan && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            新活动
          </Button>
        )}
      </Heading>
      <Tabs
        activeKey={shown}
        destroyOnHidden
        onChange={(key) => setSearch(key === first ? {} : { show: key }, { replace: true })}
        items={[
          ...own.map(({ which, label, empty }) => ({
            key: which,
            label,
            children: <EventsList which={which} empty={empty} />,
          })),
          { key: 'lectures', label: '巡讲', children: <Lectures /> },
        ]}
      />
      {creating && (
        <NewEventDialog onClose={() => setCreating(false)} onCreated={({ id }) => navigate(`/events/${id}`)} />
      )}
    </>
  )
}
