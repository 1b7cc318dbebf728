import { Alert, App, Button, Table } from 'antd'
import { useState } from 'react'
import type { UsedBy } from '../../contract/figures'
import { BranchPicker } from '../branches/branch-picker'
import { type Place, useScopes } from '../branches/scopes'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { useTable } from '../cloud/use-table'
import { csvText, download } from '../shell/csv'
import { shownInstant } from '../shell/time'
import { Waiting } from '../shell/waiting'
import {
  branchHeads,
  branchLines,
  branchOrigin,
  monthName,
  type OfBranch,
  shareOf,
  shownPeople,
  toldOf,
  USED,
} from './branch-words'

const Told = ({ figures, period }: { figures: OfBranch; period: string }) => (
  <dl className="totals" aria-label={`${period}${figures.name}`}>
    {toldOf(figures).map(({ key, name, how, count }) => (
      <div className="total" key={key}>
        <dt>{name}</dt>
        <dd className={count === null ? 'soft' : 'total-number figure'}>{shownPeople(count)}</dd>
        <dd className="soft total-how">{how}</dd>
      </div>
    ))}
  </dl>
)

/** One colour and no axis: the words say how many. */
const Months = ({ months }: Pick<OfBranch, 'months'>) => (
  <section className="panel stack stack-tight" aria-label="十二个月">
    <h2>十二个月</h2>
    <table className="people-bars">
      <caption className="soft">{USED.name}，每个月分别数；各月不能相加，同一个人会在几个月里都算到</caption>
      <tbody>
        {months.map(({ month, used }) => (
          <tr key={month}>
            <th scope="row">{monthName(month)}</th>
            <td>
              <span className="people-bar" style={{ width: `${shareOf(used, months)}%` }} aria-hidden />
            </td>
            <td className={used === null ? 'soft' : 'figure'}>{shownPeople(used)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const Below = ({ branch, month, figures }: { branch: Place; month: string; figures: OfBranch }) => {
  const { message } = App.useApp()
  const [saving, setSaving] = useState(false)
  const [own, setOwn] = useState<UsedBy | null>(null)
  const table = useTable<UsedBy, 'BRANCH_NOT_FOUND'>(`people below ${branch.id} ${month}`, async (after) => {
    const reply = await api.figures.branchesBelow({ branchId: branch.id, month, ...(after && { after }) })
    if (reply.ok && reply.data.own) setOwn(reply.data.own)
    return reply
  })
  const parts = (rows: readonly UsedBy[], itself: UsedBy | null) => (rows.length > 0 && itself ? [itself, ...rows] : [])

  /** All of them, also those that were not looked at yet. */
  const save = async () => {
    setSaving(true)
    const rows: UsedBy[] = []
    let itself: UsedBy | null = null
    let after: string | null = null
    do {
      const reply = await api.figures.branchesBelow({ branchId: branch.id, month, ...(after && { after }) })
      if (!reply.ok) {
        message.warning(refusalText(reply))
        setSaving(false)
        return
      }
      rows.push(...reply.data.rows)
      itself ??= reply.data.own
      after = reply.data.next
    } while (after)
    setSaving(false)
    const lines = branchLines([figures, ...parts(rows, itself)])
    download(`心驿-单位-${figures.name}-${month}`, csvText(branchHeads, lines))
  }

  return (
    <section className="panel stack stack-tight" aria-label="下级">
      <div className="row">
        <h2>下级</h2>
        <Button className="push" onClick={save} loading={saving}>
          导出 CSV
        </Button>
      </div>
      <RefusalNote refusal={table.refusal} onRetry={table.next ? table.more : table.reload} />
      <Table<UsedBy>
        rowKey="branchId"
        size="small"
        pagination={false}
        loading={table.loading}
        dataSource={parts(table.rows, own)}
        locale={{ emptyText: '它下面没有组织。' }}
        columns={[
          { title: '组织', dataIndex: 'name' },
          ...toldOf(figures).map(({ key, name }, at) => ({
            title: name,
            key,
            width: 170,
            align: 'right' as const,
            render: (_: unknown, row: UsedBy) => {
              const count = toldOf(row)[at]?.count ?? null
              return <span className={count === null ? 'soft' : 'figure'}>{shownPeople(count)}</span>
            },
          })),
        ]}
      />
      {table.next && (
        <Button onClick={table.more} loading={table.moreBusy}>
          再看一些
        </Button>
      )}
    </section>
  )
}

const Shown = ({ branch, month, period }: { branch: Place; month: string; period: string }) => {
  const read = useRead(`people of ${branch.id} ${month}`, () => api.figures.branch({ branchId: branch.id, month }))
  const { data } = read
  return (
    <>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={8} />}
      {data && (
        <>
          {data.publishedAt ? (
            <>
              <p className="soft">
                {period}（北京时间），{shownInstant(data.publishedAt)} 公布。
              </p>
              <Told figures={data} period={period} />
              <Below branch={branch} month={month} figures={data} />
            </>
          ) : (
            <Alert type="info" showIcon title={`${period}还没有公布：每个月过完以后，次月 2 日数一次。`} />
          )}
          <Months months={data.months} />
          <section className="panel stack stack-tight" aria-label="怎么数的">
            <h2>怎么数的</h2>
            {branchOrigin.map((says) => (
              <p key={says}>{says}</p>
            ))}
          </section>
        </>
      )}
    </>
  )
}

/** How many people of an organisation used counselling in a month: only what passed the gate. */
export const BranchFigures = ({ month, period }: { month: string; period: string }) => {
  const [first] = useScopes('figures.branch')
  const [chosen, setChosen] = useState<Place | null>(null)
  const branch = chosen ?? first
  return (
    <>
      <div className="people-branch">
        <BranchPicker action="figures.branch" label="组织" value={branch ?? null} onChange={setChosen} />
      </div>
      {branch && <Shown key={`${branch.id} ${month}`} branch={branch} month={month} period={period} />}
    </>
  )
}
