import { Button, Tag } from 'antd'
import { Link } from 'react-router'
import type { SurveyRow } from '../../contract/surveys'
import { type Paged, PagedTable } from '../cloud/paged-table'
import { shownInstant } from '../shell/time'
import { stateNames, titleOf } from './survey-words'

const standing: Record<SurveyRow['state'], string> = {
  planned: 'standing-wait',
  open: 'standing-on',
  counting: 'standing-wait',
  published: 'standing-on',
  cancelled: 'standing-off',
}

export const SurveysTable = ({ table, onCancel }: { table: Paged<SurveyRow>; onCancel: (row: SurveyRow) => void }) => (
  <PagedTable<SurveyRow>
    table={table}
    rowKey="id"
    empty="这个组织还没有做过团体测评。点右上角「发起团体测评」。"
    columns={[
      { title: '测评', key: 'title', render: (_, row) => titleOf(row) },
      { title: '开始', dataIndex: 'from', width: 160, className: 'figure', render: shownInstant },
      { title: '截止', dataIndex: 'until', width: 160, className: 'figure', render: shownInstant },
      {
        title: '状态',
        dataIndex: 'state',
        width: 110,
        render: (state: SurveyRow['state']) => <Tag className={standing[state]}>{stateNames[state]}</Tag>,
      },
      {
        title: '操作',
        key: 'act',
        width: 130,
        render: (_, row) => (
          <>
            {row.state === 'published' && (
              <Link to={`/surveys/${row.id}`} aria-label={`看「${titleOf(row)}」的结果`}>
                <Button size="small" tabIndex={-1}>
                  看结果
                </Button>
              </Link>
            )}
            {(row.state === 'open' || row.state === 'planned') && (
              <Button size="small" aria-label={`取消「${titleOf(row)}」`} onClick={() => onCancel(row)}>
                取消
              </Button>
            )}
          </>
        ),
      },
    ]}
  />
)
