import type { Output } from '../../contract'
import { readingReasonNames } from '../../domain/readings/words'
import { roleNames } from '../../domain/staff/words'
import { api } from '../cloud/api'
import { Log } from './log'

type Row = Output<'audit', 'readings'>['rows'][number]

const roleOf = ({ role }: Row) => (role === 'job' ? '定时任务' : roleNames[role])

/** The sentence is written to the person who was read: the auditor sees it in the same words. */
const reasonOf = ({ reason }: Row) => readingReasonNames[reason]

export const Readings = () => (
  <Log<Row>
    title="查看记录"
    load={(after) => api.audit.readings(after ? { after } : {})}
    empty="还没有人查看过个人资料。有人查看时，这里马上会多一条。"
    heads={['谁', '角色', '组织', '看的是什么', '原因（写给本人的原话）', '谁同意']}
    cells={(row) => [row.byName, roleOf(row), row.branchName, row.what, reasonOf(row), row.approvedByName]}
    columns={[
      { title: '谁', dataIndex: 'byName', width: 100 },
      { title: '角色', key: 'role', width: 90, render: (_, row) => roleOf(row) },
      { title: '组织', dataIndex: 'branchName', width: 160 },
      { title: '看的是什么', dataIndex: 'what', width: 130 },
      { title: '原因（写给本人的原话）', key: 'reason', render: (_, row) => reasonOf(row) },
      { title: '谁同意', dataIndex: 'approvedByName', width: 110, render: (name: string) => name || '不需要第二人' },
    ]}
  />
)
