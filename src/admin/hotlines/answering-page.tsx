import { App, Button, DatePicker, Form, InputNumber, Select, Tag } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import type { EntryRow } from '../../contract/hotlines'
import { LONGEST_CALL_MINUTES } from '../../domain/hotlines/answered'
import {
  type CallOutcome,
  type CallTopic,
  callOutcomeNames,
  callOutcomes,
  topicNames,
  topics,
} from '../../domain/hotlines/words'
import { inShanghai } from '../../domain/time'
import { api } from '../cloud/api'
import { PagedTable } from '../cloud/paged-table'
import { type Refused, refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useRead } from '../cloud/use-read'
import { useTable } from '../cloud/use-table'
import { Heading } from '../shell/heading'
import { shownInstant } from '../shell/time'
import { newHotlineId } from './hotline-id'
import { unionLine } from './union-line'
import './hotlines.css'

type Fields = { lineId: string; startedAt: Dayjs; minutes: number; topic: CallTopic; outcome: CallOutcome }

const CLOCK = 'YYYY-MM-DD HH:mm'
/** What the picker shows is Shanghai's, wherever this desk stands. */
const shownIn = (instant: string | Date) => dayjs(inShanghai(instant).format(CLOCK))
const instantOf = (shown: Dayjs) => new Date(`${shown.format('YYYY-MM-DDTHH:mm')}:00+08:00`).toISOString()

const fresh = (lineId: string | undefined) => ({
  ...(lineId && { lineId }),
  startedAt: shownIn(new Date()),
  minutes: 10,
})

/** What was answered, never who called. Tab from field to field, Enter writes it down. */
export const AnsweringPage = () => {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [correcting, setCorrecting] = useState<EntryRow | null>(null)
  const [entryId, setEntryId] = useState(newHotlineId)
  const [refusal, setRefusal] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)
  const [now] = useState(() => new Date())
  const listed = useRead('lines', () => api.hotlines.list({}))
  const table = useTable<EntryRow>('answered', (after) => api.hotlines.logged(after ? { after } : {}))
  const lines = [...unionLine, ...(listed.data?.lines ?? [])]
  const nameOf = (id: string) => lines.find((line) => line.id === id)?.name ?? '已删除的热线'

  const begin = (entry: EntryRow | null) => {
    setCorrecting(entry)
    setRefusal(null)
    if (entry) form.setFieldsValue({ ...entry, startedAt: shownIn(entry.startedAt) })
    else {
      const lineId = form.getFieldValue('lineId')
      form.resetFields()
      form.setFieldsValue(fresh(lineId ?? unionLine[0]?.id))
      setEntryId(newHotlineId())
    }
  }
  const write = async (call: Promise<{ ok: true } | Refused>, words: string) => {
    setBusy(true)
    const reply = await call
    setBusy(false)
    if (!reply.ok) return setRefusal(reply)
    message.success(words)
    begin(null)
    table.reload()
  }
  const submit = ({ startedAt, ...fields }: Fields) => {
    const said = { ...fields, startedAt: instantOf(startedAt) }
    return correcting
      ? write(api.hotlines.correct({ entryId: correcting.id, ...said, void: false }), '已更正')
      : write(api.hotlines.log({ entryId, ...said }), '已记下')
  }
  const strike = async ({ id, loggedAt, correctableUntil, ...said }: EntryRow) => {
    const reply = await api.hotlines.correct({ entryId: id, ...said, void: !said.void })
    if (!reply.ok) message.warning(refusalText(reply))
    table.reload()
  }

  return (
    <>
      <Heading title="接听记录" hint="接完一通记一行：什么时间、几分钟、哪一类、结果如何。不要记来电的人。" />
      <section className="panel stack stack-tight" aria-label={correcting ? '更正' : '记一通'}>
        <h2>{correcting ? '更正这一通' : '记一通'}</h2>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          className="answering-form"
          initialValues={fresh(unionLine[0]?.id)}
          onFinish={submit}
        >
          <Form.Item name="lineId" label="热线" rules={[{ required: true, message: '请选热线' }]}>
            <Select
              showSearch
              optionFilterProp="label"
              options={lines.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item name="startedAt" label="开始时间" rules={[{ required: true, message: '请选时间' }]}>
            <DatePicker showTime={{ format: 'HH:mm' }} format={CLOCK} needConfirm={false} allowClear={false} />
          </Form.Item>
          <Form.Item name="minutes" label="几分钟" rules={[{ required: true, message: '请写分钟' }]}>
            <InputNumber min={0} max={LONGEST_CALL_MINUTES} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="topic" label="哪一类" rules={[{ required: true, message: '请选一类' }]}>
            <Select options={topics.map((value) => ({ value, label: topicNames[value] }))} />
          </Form.Item>
          <Form.Item name="outcome" label="结果" rules={[{ required: true, message: '请选结果' }]}>
            <Select options={callOutcomes.map((value) => ({ value, label: callOutcomeNames[value] }))} />
          </Form.Item>
          <span className="row">
            <Button type="primary" htmlType="submit" loading={busy}>
              {correcting ? '改好了' : '记下'}
            </Button>
            {correcting && <Button onClick={() => begin(null)}>不改了</Button>}
          </span>
        </Form>
        <RefusalNote refusal={refusal} />
      </section>
      <section className="panel stack stack-tight" aria-label="我记的">
        <h2>我记的</h2>
        <p className="soft">记下后一天之内可以更正或作废，作废的不计数。</p>
        <PagedTable<EntryRow>
          table={table}
          rowKey="id"
          size="small"
          empty="还没有记过"
          columns={[
            { title: '开始', dataIndex: 'startedAt', width: 160, className: 'figure', render: shownInstant },
            { title: '热线', key: 'line', render: (_, { lineId }) => nameOf(lineId) },
            { title: '分钟', dataIndex: 'minutes', width: 80, align: 'right', className: 'figure' },
            { title: '哪一类', key: 'topic', width: 120, render: (_, { topic }) => topicNames[topic] },
            {
              title: '结果',
              key: 'outcome',
              render: (_, { outcome, void: struck }) => (
                <>
                  {callOutcomeNames[outcome]} {struck && <Tag className="standing-off">已作废</Tag>}
                </>
              ),
            },
            {
              title: '操作',
              key: 'act',
              width: 170,
              render: (_, row) =>
                row.correctableUntil > now.toISOString() ? (
                  <span className="row">
                    <Button size="small" onClick={() => begin(row)}>
                      更正
                    </Button>
                    <Button size="small" onClick={() => strike(row)}>
                      {row.void ? '恢复' : '作废'}
                    </Button>
                  </span>
                ) : (
                  <span className="soft">已超过一天</span>
                ),
            },
          ]}
        />
      </section>
    </>
  )
}
