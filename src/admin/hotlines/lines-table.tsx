import { Button, Empty, Table, Tag } from 'antd'
import type { DeskInstitution, DeskLine } from '../../contract/hotlines'
import { hoursWords } from '../../domain/hotlines/hours-words'
import { costNames, institutionKindNames } from '../../domain/hotlines/words'

type Props = {
  institutions: readonly DeskInstitution[]
  lines: readonly DeskLine[]
  busy: boolean
  onEdit: (line: DeskLine) => void
  onEditInstitution: (institution: DeskInstitution) => void
  onMove: (id: string, up: boolean) => void
  onRemove: (line: DeskLine) => void
  onRemoveInstitution: (institution: DeskInstitution) => void
}

/** One table for each institution, in the order of the phone. */
export const LinesTable = (props: Props) => {
  const { institutions, lines, busy, onEdit, onEditInstitution, onMove, onRemove, onRemoveInstitution } = props
  if (institutions.length === 0)
    return (
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有机构。先点右上角「新的机构」，再在里面加热线。" />
    )
  return institutions.map((institution) => {
    const own = lines.filter(({ institutionId }) => institutionId === institution.id)
    return (
      <section key={institution.id} className="panel stack stack-tight" aria-label={institution.name}>
        <div className="row">
          <h2>{institution.name}</h2>
          <span className="soft">
            {[institutionKindNames[institution.kind], institution.note, institution.branchName]
              .filter(Boolean)
              .join('，')}
          </span>
          <span className="row push">
            <Button
              size="small"
              disabled={busy}
              aria-label={`上移${institution.name}`}
              onClick={() => onMove(institution.id, true)}
            >
              上移
            </Button>
            <Button
              size="small"
              disabled={busy}
              aria-label={`下移${institution.name}`}
              onClick={() => onMove(institution.id, false)}
            >
              下移
            </Button>
            <Button
              size="small"
              aria-label={`修改机构：${institution.name}`}
              onClick={() => onEditInstitution(institution)}
            >
              修改机构
            </Button>
            {own.length === 0 && (
              <Button
                size="small"
                aria-label={`删除${institution.name}`}
                onClick={() => onRemoveInstitution(institution)}
              >
                删除
              </Button>
            )}
          </span>
        </div>
        <Table<DeskLine>
          rowKey="id"
          size="small"
          pagination={false}
          dataSource={own}
          locale={{ emptyText: '这家机构还没有热线' }}
          columns={[
            {
              title: '热线',
              key: 'name',
              render: (_, { name, sample, hidden }) => (
                <>
                  {name} {sample && <Tag className="standing-wait">示例</Tag>}
                  {hidden && <Tag className="standing-off">没有显示</Tag>}
                </>
              ),
            },
            {
              title: '号码',
              key: 'numbers',
              width: 140,
              className: 'figure',
              render: (_, { numbers }) => numbers.join('、'),
            },
            { title: '接听时间', key: 'hours', render: (_, { hours }) => hoursWords(hours) },
            { title: '谁来接', dataIndex: 'answeredBy', width: 150 },
            { title: '费用', key: 'cost', width: 110, render: (_, { cost }) => costNames[cost] },
            {
              title: '操作',
              key: 'act',
              width: 240,
              render: (_, line) => (
                <span className="row">
                  <Button size="small" aria-label={`修改${line.name}`} onClick={() => onEdit(line)}>
                    修改
                  </Button>
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={`上移${line.name}`}
                    onClick={() => onMove(line.id, true)}
                  >
                    上移
                  </Button>
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={`下移${line.name}`}
                    onClick={() => onMove(line.id, false)}
                  >
                    下移
                  </Button>
                  <Button size="small" aria-label={`删除${line.name}`} onClick={() => onRemove(line)}>
                    删除
                  </Button>
                </span>
              ),
            },
          ]}
        />
      </section>
    )
  })
}
