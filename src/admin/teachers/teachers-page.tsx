import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Tag } from 'antd'
import { useState } from 'react'
import { mayDo } from '../../contract/permissions'
import type { TeacherRow } from '../../contract/teachers'
import { APPEAL_DAYS, LEAST_MEAN, LEAST_RATINGS } from '../../domain/teachers/words'
import { api } from '../cloud/api'
import { PagedTable } from '../cloud/paged-table'
import { useTable } from '../cloud/use-table'
import { SayDialog } from '../events/say-dialog'
import { useMyRoles } from '../events/use-my-roles'
import { Heading } from '../shell/heading'
import { DecideDialog } from './decide-dialog'
import { TeacherDialog } from './teacher-dialog'
import { isToDecide, mayAppeal, ratingSaid, standingSaid } from './teacher-words'

type Asked = { what: 'save' | 'appeal' | 'decide'; teacher: TeacherRow | null } | null

const Rule = () => (
  <section className="panel stack stack-tight" aria-label="公开的规则">
    <h2>公开的规则</h2>
    <p>
      一位老师最近十二个月满 {LEAST_RATINGS} 份评价、平均低于 {LEAST_MEAN}（满分 5）时，系统会记下并告知。告知后有{' '}
      {APPEAL_DAYS} 天可以申诉。申诉了，或者到期没有申诉，都由管理员决定是不是继续请，并写下理由；决定之前照常排课。
    </p>
    <p className="soft">评价不记名，满十份才显示。决定继续请的，以前的评价不再拿来说第二次。</p>
  </section>
)

/** 老师: who is asked again, by a rule that everybody can read. */
export const TeachersPage = () => {
  const { message } = App.useApp()
  const roles = useMyRoles()
  const [asked, setAsked] = useState<Asked>(null)
  const table = useTable<TeacherRow>('teachers', (after) => api.teachers.list(after ? { after } : {}))
  const done = (words: string) => {
    setAsked(null)
    message.success(words)
    table.reload()
  }
  const close = () => setAsked(null)
  const now = new Date()
  const maySave = mayDo('teachers.save', roles)
  const mayDecide = mayDo('teachers.decide', roles)
  return (
    <>
      <Heading title="老师" hint="给活动讲课、带团体的老师。看得到评价的平均，看不到谁评的。">
        {maySave && (
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            onClick={() => setAsked({ what: 'save', teacher: null })}
          >
            新的老师
          </Button>
        )}
      </Heading>
      <div className="stack">
        <PagedTable<TeacherRow>
          table={table}
          rowKey="id"
          empty={maySave ? '还没有老师。点右上角「新的老师」。' : '还没有老师。组织者添加以后，会列在这里。'}
          columns={[
            { title: '姓名', dataIndex: 'name', width: 140 },
            { title: '介绍', dataIndex: 'about' },
            { title: '组织', dataIndex: 'branchName', width: 160 },
            { title: '评价', key: 'rating', width: 130, className: 'figure', render: (_, row) => ratingSaid(row) },
            {
              title: '现在',
              key: 'standing',
              width: 220,
              render: (_, row) => (
                <>
                  <Tag className={row.standing === 'asked' ? 'standing-on' : 'standing-wait'}>
                    {standingSaid(row, now)}
                  </Tag>
                  {row.decidedFor !== '' && <p className="soft">理由：{row.decidedFor}</p>}
                </>
              ),
            },
            {
              title: '操作',
              key: 'do',
              width: 220,
              render: (_, row) => (
                <span className="row">
                  {maySave && (
                    <Button
                      size="small"
                      aria-label={`修改${row.name}`}
                      onClick={() => setAsked({ what: 'save', teacher: row })}
                    >
                      修改
                    </Button>
                  )}
                  {mayAppeal(row, now) && mayDo('teachers.appeal', roles) && (
                    <Button
                      size="small"
                      aria-label={`记下申诉：${row.name}`}
                      onClick={() => setAsked({ what: 'appeal', teacher: row })}
                    >
                      记下申诉
                    </Button>
                  )}
                  {isToDecide(row, now) && mayDecide && (
                    <Button
                      size="small"
                      aria-label={`决定是否继续请${row.name}`}
                      onClick={() => setAsked({ what: 'decide', teacher: row })}
                    >
                      决定
                    </Button>
                  )}
                </span>
              ),
            },
          ]}
        />
        <Rule />
      </div>
      {asked?.what === 'save' && (
        <TeacherDialog teacher={asked.teacher} onSaved={() => done('已保存')} onClose={close} />
      )}
      {asked?.what === 'appeal' && asked.teacher && (
        <SayDialog
          title={`「${asked.teacher.name}」的申诉`}
          label="老师怎么说"
          hint="照老师的原话写，管理员会看"
          ok="记下"
          most={500}
          call={(words) => api.teachers.appeal({ teacherId: asked.teacher?.id ?? '', words })}
          onDone={() => done('记下了')}
          onClose={close}
        />
      )}
      {asked?.what === 'decide' && asked.teacher && (
        <DecideDialog teacher={asked.teacher} onDone={() => done('记下了')} onClose={close} />
      )}
    </>
  )
}
