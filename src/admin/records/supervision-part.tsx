import { App, Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { RecordShown } from '../../contract/records'
import { MOST_IN_QUESTION } from '../../domain/records/supervision'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { shownInstant } from '../shell/time'

type Props = {
  recordId: string
  supervision: RecordShown['supervision']
  onMoved: (after: RecordShown['supervision']) => void
}

type Asked = { question: string; askedAt: string }
type DialogProps = { recordId: string; onAsked: (asked: Asked) => void; onClose: () => void }

const AskDialog = ({ recordId, onAsked, onClose }: DialogProps) => {
  const [form] = Form.useForm<{ question: string }>()
  const ask = useAction(api.records.askSupervision)
  const submit = async ({ question }: { question: string }) => {
    const reply = await ask.run({ recordId, question })
    if (reply.ok) onAsked({ question, askedAt: reply.data.askedAt })
  }
  return (
    <Modal
      open
      title="请教督导"
      okText="请教"
      cancelText="取消"
      confirmLoading={ask.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <p className="soft record-lead">
          接下的督导能看到这份记录和您的问题，看不到来访者是谁；来访者会在「谁看过我」里看到。答复以后督导就打不开了。
        </p>
        <Form.Item
          name="question"
          label="想请教什么"
          rules={[{ required: true, whitespace: true, message: '请写下想请教什么' }]}
        >
          <Input.TextArea maxLength={MOST_IN_QUESTION} showCount autoSize={{ minRows: 3, maxRows: 10 }} />
        </Form.Item>
        <RefusalNote refusal={ask.refusal} />
      </Form>
    </Modal>
  )
}

/** What was asked of a supervisor about a record, what was answered, and the way to ask. */
export const SupervisionPart = ({ recordId, supervision, onMoved }: Props) => {
  const { message } = App.useApp()
  const [asking, setAsking] = useState(false)
  const takeBack = async () => {
    const reply = await api.records.takeBackSupervision({ recordId })
    if (!reply.ok) {
      message.warning(refusalText(reply))
      return
    }
    message.success('收回了')
    onMoved(null)
  }
  const asked = (one: Asked) => {
    message.success('已请教督导')
    setAsking(false)
    onMoved({ ...one, state: 'asked', answer: null, answeredAt: null })
  }
  return (
    <>
      {supervision && supervision.state !== 'answered' ? (
        <>
          <span className="soft">{supervision.state === 'taken' ? '一位督导正在看' : '已请教督导，等人接下'}</span>
          <Button onClick={takeBack}>收回请教</Button>
        </>
      ) : (
        <Button onClick={() => setAsking(true)}>请教督导</Button>
      )}
      {supervision?.answer && supervision.answeredAt && (
        <section className="record-answer" aria-label="督导的答复">
          <p className="soft">您问：{supervision.question}</p>
          <p className="record-text">{supervision.answer}</p>
          <p className="soft figure">督导答复于 {shownInstant(supervision.answeredAt)}</p>
        </section>
      )}
      {asking && <AskDialog recordId={recordId} onAsked={asked} onClose={() => setAsking(false)} />}
    </>
  )
}
