import { Button, DatePicker, Drawer, Select, Tag } from 'antd'
import dayjs from 'dayjs'
import { useCallback, useEffect, useState } from 'react'
import type { RecordRow } from '../../contract/records'
import type { RecordState } from '../../domain/records/record'
import { type TemplateId, templateIds, templates } from '../../domain/records/templates'
import { api } from '../cloud/api'
import { PagedTable } from '../cloud/paged-table'
import { useTable } from '../cloud/use-table'
import { useSession } from '../session/store'
import { Heading } from '../shell/heading'
import { shownInstant } from '../shell/time'
import { type Period, rangeOf } from './period'
import { RecordCover } from './record-editor'
import './records.css'

const sessionNames: Record<RecordRow['of'], string> = { booking: '预约', chat: '对话' }
const stateNames: Record<RecordState, string> = { draft: '没写完', closed: '已写完' }
const supervisionNames = { asked: '已请教', taken: '督导在看', answered: '督导已答复' } as const

/** The caller's own, and nobody else's: when and of what kind, never a word of what is in them. */
export const RecordsPage = () => {
  const [state, setState] = useState<RecordState>()
  const [template, setTemplate] = useState<TemplateId>()
  const [period, setPeriod] = useState<Period>(null)
  const [opened, setOpened] = useState<RecordRow | null>(null)
  const asked = { ...(state && { state }), ...(template && { template }), ...rangeOf(period) }
  const table = useTable<RecordRow>(`records ${JSON.stringify(asked)}`, (after) =>
    api.records.list(after ? { ...asked, after } : asked),
  )
  const isNarrowed = Object.keys(asked).length > 0
  const close = useCallback(() => setOpened(null), [])

  return (
    <>
      <Heading title="记录簿" hint="您自己写的咨询记录，只有您能打开。新的记录在「对话」旁边或「咨询」的预约里写。" />
      <div className="stack">
        <div className="row row-wrap">
          <Select<RecordState>
            aria-label="写完没有"
            className="records-choice"
            allowClear
            placeholder="全部"
            {...(state && { value: state })}
            onChange={setState}
            options={(['draft', 'closed'] as const).map((value) => ({ value, label: stateNames[value] }))}
          />
          <Select<TemplateId>
            aria-label="哪一种"
            className="records-choice"
            allowClear
            placeholder="每一种"
            {...(template && { value: template })}
            onChange={setTemplate}
            options={templateIds.map((value) => ({ value, label: templates[value].title }))}
          />
          <DatePicker.RangePicker
            aria-label="咨询的日期"
            format="YYYY-MM-DD"
            placeholder={['从哪一天', '到哪一天']}
            value={period && [dayjs(period[0]), dayjs(period[1])]}
            onChange={(_, [from, to]) => setPeriod(from && to ? [from, to] : null)}
          />
        </div>
        <PagedTable<RecordRow>
          table={table}
          waitingRows={4}
          rowKey="id"
          empty={isNarrowed ? '没有这样的记录，换个条件看看。' : '还没有记录。谈完一次，在对话或预约旁边写。'}
          columns={[
            { title: '咨询时间', dataIndex: 'at', width: 170, className: 'figure', render: shownInstant },
            { title: '来访者', dataIndex: 'pseudonym', render: (name: string) => name || '没有代号' },
            { title: '来自', key: 'of', width: 90, render: (_, { of }) => sessionNames[of] },
            { title: '哪一种', key: 'template', width: 110, render: (_, row) => templates[row.template].title },
            {
              title: '写完没有',
              key: 'state',
              width: 210,
              render: (_, row) => (
                <>
                  <Tag className={row.state === 'draft' ? 'standing-wait' : 'standing-off'}>
                    {stateNames[row.state]}
                  </Tag>
                  {row.supervision && <Tag className="standing-on">{supervisionNames[row.supervision]}</Tag>}
                </>
              ),
            },
            { title: '最近保存', dataIndex: 'savedAt', width: 170, className: 'figure', render: shownInstant },
            {
              title: '操作',
              key: 'act',
              width: 90,
              render: (_, row) => (
                <Button size="small" aria-label={`打开 ${shownInstant(row.at)} 的记录`} onClick={() => setOpened(row)}>
                  打开
                </Button>
              ),
            },
          ]}
        />
      </div>
      {opened && <RecordDrawer row={opened} onChanged={table.reload} onClose={close} />}
    </>
  )
}

type DrawerProps = { row: RecordRow; onChanged: () => void; onClose: () => void }

const RecordDrawer = ({ row, onChanged, onClose }: DrawerProps) => {
  const signedIn = useSession().state === 'in'
  useEffect(() => {
    if (!signedIn) onClose()
  }, [signedIn, onClose])
  return (
    <Drawer
      open
      size={640}
      title={`${shownInstant(row.at)} 的记录`}
      closable={{ 'aria-label': '关闭' }}
      onClose={onClose}
    >
      <RecordCover row={row} onChanged={onChanged} />
    </Drawer>
  )
}
