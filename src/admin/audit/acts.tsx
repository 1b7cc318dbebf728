import type { Output } from '../../contract'
import { actNames } from '../../domain/staff/acts'
import { api } from '../cloud/api'
import { Log } from './log'

type Row = Output<'audit', 'acts'>['rows'][number]

export const Acts = () => (
  <Log<Row>
    title="操作记录"
    load={(after) => api.audit.acts(after ? { after } : {})}
    empty="还没有操作记录。邀请同事、调整角色、新建组织等都会记在这里。"
    heads={['谁', '做了什么', '对象', '组织']}
    cells={(row) => [row.byName, actNames[row.what], row.about, row.branchName]}
    columns={[
      { title: '谁', dataIndex: 'byName', width: 140 },
      { title: '做了什么', key: 'what', width: 180, render: (_, row) => actNames[row.what] },
      { title: '对象', dataIndex: 'about', render: (about: string) => about || '—' },
      { title: '组织', dataIndex: 'branchName', width: 240 },
    ]}
  />
)
