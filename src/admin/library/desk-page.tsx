import { PlusOutlined } from '@ant-design/icons'
import { Button, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { DeskRow } from '../../contract/desk'
import { kindNames, type Stage, stageNames, stages, topicNames } from '../../domain/pieces/words'
import { api } from '../cloud/api'
import { PagedTable } from '../cloud/paged-table'
import { useTable } from '../cloud/use-table'
import { useSession } from '../session/store'
import { Heading } from '../shell/heading'
import { shownInstant } from '../shell/time'
import { NewPieceDialog } from './new-piece-dialog'
import { StageTag } from './stage-tag'
import './library.css'

const emptyWords: Record<Stage | 'all', string> = {
  all: '还没有内容。点右上角「新建」写第一篇。',
  draft: '没有草稿。点右上角「新建」，或打开一篇已发布的内容来修改。',
  'in-review': '现在没有等待审核的内容。',
  published: '还没有已发布的内容。草稿通过审核后会出现在这里。',
  recalled: '没有撤回的内容。',
}

const isStage = (value: string | null): value is Stage => stages.includes(value as Stage)

export const DeskPage = () => {
  const session = useSession()
  const writes = 'me' in session && session.me?.roles.includes('editor')
  const navigate = useNavigate()
  const [search, setSearch] = useSearchParams()
  const chosen = search.get('stage')
  const stage = isStage(chosen) ? chosen : undefined
  const [creating, setCreating] = useState(false)
  const table = useTable<DeskRow>(`desk ${stage}`, (after) =>
    api.desk.list({ ...(stage ? { stage } : {}), ...(after ? { after } : {}) }),
  )

  return (
    <>
      <Heading title="内容" hint="草稿由内容编辑写，经另一位同事审核后读者才能看到。">
        {writes && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
            新建
          </Button>
        )}
      </Heading>
      <Tabs
        activeKey={stage ?? 'all'}
        onChange={(key) => setSearch(key === 'all' ? {} : { stage: key }, { replace: true })}
        items={[{ key: 'all', label: '全部' }, ...stages.map((key) => ({ key, label: stageNames[key] }))]}
      />
      <PagedTable<DeskRow>
        table={table}
        waitingRows={8}
        rowKey="id"
        onRow={(row) => ({ onClick: () => navigate(`/library/${row.id}`), className: 'desk-row' })}
        empty={emptyWords[stage ?? 'all']}
        columns={[
          {
            title: '标题',
            dataIndex: 'title',
            render: (title: string, row) => <Link to={`/library/${row.id}`}>{title || '（还没有标题）'}</Link>,
          },
          { title: '形式', dataIndex: 'kind', width: 80, render: (kind: DeskRow['kind']) => kindNames[kind] },
          { title: '主题', dataIndex: 'topic', width: 110, render: (topic: DeskRow['topic']) => topicNames[topic] },
          {
            title: '状态',
            key: 'stage',
            width: 260,
            render: (_, row) => (
              <span className="row row-tight">
                <StageTag stage={row.stage} />
                {row.liveVersion !== null && <Tag>读者正在看第 {row.liveVersion} 版</Tag>}
              </span>
            ),
          },
          { title: '编写', dataIndex: 'writer', width: 120 },
          { title: '最近修改', dataIndex: 'updatedAt', width: 160, className: 'figure', render: shownInstant },
        ]}
      />
      {creating && <NewPieceDialog onClose={() => setCreating(false)} />}
    </>
  )
}
