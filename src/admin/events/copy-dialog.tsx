import { Button, Form, Input, Modal } from 'antd'
import type { ProgrammedEvent } from '../../contract/events'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { instantOf, localOf } from './form'
import { newEventId } from './new-event-dialog'

type Fields = { copies: { eventId: string; from: string }[] }
type Props = { event: ProgrammedEvent; onCopied: (amount: number) => void; onClose: () => void }

const MOST = 12

/** Drafts like this one at other times: everything that goes by time moves along. */
export const CopyDialog = ({ event, onCopied, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const copy = useAction(api.programme.copy)
  const submit = async () => {
    // What has no field of its own, the ids, is among the whole values only.
    const { copies } = form.getFieldsValue(true) as Fields
    const asked = copies.map(({ eventId, from }) => ({ eventId, from: instantOf(from) }))
    const reply = await copy.run({ eventId: event.id, copies: asked })
    if (reply.ok) onCopied(reply.data.rows.length)
  }
  const begin = localOf(event.times[0]?.from ?? '')
  return (
    <Modal
      open
      title="照这一场再办"
      okText="做成草稿"
      cancelText="先不"
      confirmLoading={copy.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ copies: [{ eventId: newEventId(), from: begin }] }}
      >
        <p className="soft">写下各场从什么时候开始，报名时间会跟着挪。做成的是草稿，改好再送审。</p>
        <Form.List name="copies">
          {(rows, { add, remove }) => (
            <div className="stack stack-tight">
              {rows.map(({ key, name }) => (
                <div key={key} className="row">
                  <Form.Item name={[name, 'from']} noStyle rules={[{ required: true, message: '请写开始的时间' }]}>
                    <Input type="datetime-local" aria-label={`第 ${name + 1} 场从`} />
                  </Form.Item>
                  <Button
                    disabled={rows.length === 1}
                    aria-label={`去掉第 ${name + 1} 场`}
                    onClick={() => remove(name)}
                  >
                    去掉
                  </Button>
                </div>
              ))}
              <div className="row">
                <Button disabled={rows.length >= MOST} onClick={() => add({ eventId: newEventId(), from: begin })}>
                  再加一场
                </Button>
              </div>
            </div>
          )}
        </Form.List>
        <RefusalNote refusal={copy.refusal} />
      </Form>
    </Modal>
  )
}
