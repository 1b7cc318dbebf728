import { App, Button, Drawer, Empty, Form, Input, Table, Tag } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { Output } from '../../contract'
import type { SupervisionRow } from '../../contract/records'
import { MOST_IN_ANSWER } from '../../domain/records/supervision'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { useRead } from '../cloud/use-read'
import { useSession } from '../session/store'
import { shownInstant } from '../shell/time'
import { Waiting } from '../shell/waiting'
import { RecordText } from './record-text'
import './records.css'

/** What counsellors ask of any supervisor: neither who asks nor about whom. */
export const Requests = () => {
  const read = useRead('supervision requests', () => api.records.requests({}))
  const [opened, setOpened] = useState<SupervisionRow | null>(null)
  const close = useCallback(() => setOpened(null), [])
  return (
    <div className="stack">
      <p className="soft">
        咨询师就自己写的一份记录请教。列表里没有是谁、关于谁；接下的督导才能看到记录，看不到来访者是谁。
      </p>
      <RefusalNote refusal={read.refusal} onRetry={read.reload} />
      {read.loading && <Waiting rows={3} />}
      {read.data && (
        <Table<SupervisionRow>
          rowKey="id"
          size="middle"
          dataSource={read.data.rows}
          pagination={false}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="现在没有人请教。" /> }}
          columns={[
            { title: '请教时间', dataIndex: 'askedAt', className: 'figure', render: shownInstant },
            {
              title: '谁在看',
              key: 'yours',
              width: 160,
              render: (_, { yours }) =>
                yours ? <Tag className="standing-on">您接下的</Tag> : <Tag className="standing-wait">等人接下</Tag>,
            },
            {
              title: '操作',
              key: 'act',
              width: 100,
              render: (_, row) => (
                <Button
                  size="small"
                  aria-label={`${row.yours ? '继续' : '接下'} ${shownInstant(row.askedAt)} 的请教`}
                  onClick={() => setOpened(row)}
                >
                  {row.yours ? '继续' : '接下'}
                </Button>
              ),
            },
          ]}
        />
      )}
      {opened && <RequestDrawer key={opened.id} row={opened} onChanged={read.reload} onClose={close} />}
    </div>
  )
}

type Shown = Output<'records', 'openForSupervision'>
type Props = { row: SupervisionRow; onChanged: () => void; onClose: () => void }

/** Says first what opening means. */
const RequestDrawer = ({ row, onChanged, onClose }: Props) => {
  const open = useAction(api.records.openForSupervision)
  const [shown, setShown] = useState<Shown | null>(null)
  const signedIn = useSession().state === 'in'
  useEffect(() => {
    if (!signedIn) onClose()
  }, [signedIn, onClose])
  const look = async () => {
    const reply = await open.run({ requestId: row.id })
    if (reply.ok) setShown(reply.data)
    onChanged()
  }
  return (
    <Drawer
      open
      size={640}
      title={`${shownInstant(row.askedAt)} 的请教`}
      closable={{ 'aria-label': '关闭' }}
      onClose={onClose}
    >
      <div className="stack">
        {!shown && (
          <>
            <p>
              打开后由您答复。来访者会在「谁看过我」里看到有一位督导看过；您看不到来访者是谁，答复以后也不能再打开。
            </p>
            <div className="row">
              <Button type="primary" loading={open.busy} onClick={look}>
                知道了，打开
              </Button>
              <Button onClick={onClose}>先不看</Button>
            </div>
            <RefusalNote refusal={open.refusal} />
          </>
        )}
        {shown && <Answering shown={shown} onChanged={onChanged} onClose={onClose} />}
      </div>
    </Drawer>
  )
}

const Answering = ({ shown, onChanged, onClose }: { shown: Shown; onChanged: () => void; onClose: () => void }) => {
  const { message } = App.useApp()
  const [form] = Form.useForm<{ answer: string }>()
  const act = useAction(api.records.answerSupervision)
  const submit = async ({ answer }: { answer: string }) => {
    const reply = await act.run({ requestId: shown.id, answer })
    if (!reply.ok) return
    message.success('已答复')
    onChanged()
    onClose()
  }
  return (
    <>
      <section className="record-answer" aria-label="想请教的">
        <p className="soft">{shown.byName}问</p>
        <p className="record-text">{shown.question}</p>
      </section>
      <RecordText template={shown.template} sections={shown.sections} additions={shown.additions} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="answer"
          label="您的答复"
          rules={[{ required: true, whitespace: true, message: '请写下您的答复' }]}
        >
          <Input.TextArea maxLength={MOST_IN_ANSWER} showCount autoSize={{ minRows: 3, maxRows: 12 }} />
        </Form.Item>
        <RefusalNote refusal={act.refusal} />
        <Button type="primary" htmlType="submit" loading={act.busy}>
          答复
        </Button>
      </Form>
    </>
  )
}
