import { Alert, App, Button, Segmented, Tag } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { CounsellorRow } from '../../contract/counsellors'
import { api } from '../cloud/api'
import { PagedTable } from '../cloud/paged-table'
import { useRead } from '../cloud/use-read'
import { useTable } from '../cloud/use-table'
import { Heading } from '../shell/heading'
import { CheckDrawer } from './check-drawer'
import { sayModes } from './hours'
import './counselling.css'

const kinds = [
  { value: 'all', label: '全部' },
  { value: 'waiting', label: '等核对' },
  { value: 'running-out', label: '资质快到期' },
] as const
type Which = (typeof kinds)[number]['value']

export const standingOf = ({ left, submittedAt, live, paused, offered, runningOut }: CounsellorRow) =>
  left
    ? '已离岗'
    : submittedAt
      ? '等核对'
      : !live
        ? '草稿'
        : paused
          ? '已暂停'
          : !offered
            ? '资质到期'
            : runningOut
              ? '快到期'
              : '公开中'

/** A month is enough for a colleague to have a certificate renewed, if somebody says so. */
const RunningOut = ({ onShow }: { onShow: () => void }) => {
  const read = useRead('running out', () => api.counsellors.all({ which: 'running-out' }))
  const amount = read.data?.rows.length ?? 0
  return (
    amount > 0 && (
      <Alert
        type="warning"
        showIcon
        title={`有 ${amount}${read.data?.next ? ' 位以上' : ' 位'}咨询师的资质一个月内到期或已到期，请提醒对方换新的有效期并提交`}
        action={
          <Button size="small" onClick={onShow}>
            看是哪几位
          </Button>
        }
      />
    )
  )
}

/** For managers: who is let out, who waits, whose certificate ends. No booking and no person is seen here. */
export const CounsellorsPage = () => {
  const { message } = App.useApp()
  const [search, setSearch] = useSearchParams()
  const which: Which = kinds.find(({ value }) => value === search.get('show'))?.value ?? 'all'
  const table = useTable(`counsellors ${which}`, (after) => api.counsellors.all({ which, ...(after && { after }) }))
  const [open, setOpen] = useState<CounsellorRow | null>(null)

  return (
    <>
      <Heading title="咨询师" hint="核对资料和证书后，职工才能看到。这里看不到谁约了谁。">
        <Segmented
          aria-label="看哪些"
          value={which}
          options={[...kinds]}
          onChange={(value) => setSearch(value === 'all' ? {} : { show: value }, { replace: true })}
        />
      </Heading>
      {which !== 'running-out' && <RunningOut onShow={() => setSearch({ show: 'running-out' })} />}
      <PagedTable<CounsellorRow>
        table={table}
        rowKey="id"
        empty={which === 'all' ? '还没有咨询师写资料' : '没有'}
        columns={[
          {
            title: '姓名',
            width: 120,
            render: (_, { staffName, live, draft }) => staffName || (live ?? draft)?.name,
            sorter: (one, other) => one.staffName.localeCompare(other.staffName, 'zh'),
          },
          { title: '所在组织', dataIndex: 'branchName', width: 180 },
          { title: '方式', width: 150, render: (_, { live, draft }) => sayModes((live ?? draft)?.modes ?? []) },
          {
            title: '资质到期',
            width: 120,
            className: 'figure',
            render: (_, { live, draft }) => (live ?? draft)?.qualification.until,
          },
          {
            title: '现在',
            width: 110,
            render: (_, row) => (
              <Tag className={row.offered && !row.runningOut ? 'standing-on' : 'standing-wait'}>{standingOf(row)}</Tag>
            ),
          },
          {
            title: '还没到的预约',
            width: 120,
            className: 'figure',
            render: (_, { standing }) => (standing === null ? '' : `${standing} 个`),
          },
          {
            title: '操作',
            key: 'do',
            render: (_, row) => (
              <Button
                size="small"
                aria-label={`${row.submittedAt ? '核对' : '看资料'}：${row.staffName}`}
                onClick={() => setOpen(row)}
              >
                {row.submittedAt ? '核对' : '看资料'}
              </Button>
            ),
          },
        ]}
      />
      {open && (
        <CheckDrawer
          row={open}
          onDone={(words) => {
            message.success(words)
            setOpen(null)
            table.reload()
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
