import { Form, Input, Modal } from 'antd'
import type { ProgrammedEvent } from '../../contract/events'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { formOf, type TimeRow, timesOf } from './form'
import { TimesField } from './times-field'

type Fields = { times: TimeRow[]; place: string; link: string; said: string }
type Props = { event: ProgrammedEvent; onMoved: () => void; onClose: () => void }

/** Another time or place of what people have signed up for already. */
export const MoveDialog = ({ event, onMoved, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const move = useAction(api.programme.move)
  const { times, place, link } = formOf(event)
  const submit = async (fields: Fields) => {
    const where = { place: (fields.place ?? place).trim(), link: (fields.link ?? link).trim() }
    const reply = await move.run({
      ...{ eventId: event.id, revision: event.revision, ...where },
      ...{ times: timesOf(fields.times), said: fields.said.trim() },
    })
    if (reply.ok) onMoved()
  }
  return (
    <Modal
      open
      width={720}
      title="改时间或地点"
      okText="改好并告诉大家"
      cancelText="先不"
      confirmLoading={move.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ times, place, link, said: '' }}
      >
        <Form.Item label="时间">
          <TimesField />
        </Form.Item>
        {event.kind === 'live' ? (
          <Form.Item name="link" label="直播链接">
            <Input maxLength={300} />
          </Form.Item>
        ) : (
          <Form.Item name="place" label="地点">
            <Input maxLength={60} />
          </Form.Item>
        )}
        <Form.Item
          name="said"
          label="告诉大家的话"
          extra="报了名的都会收到通知，来不了可以随时取消"
          rules={[{ required: true, whitespace: true, message: '请写一句为什么' }]}
        >
          <Input.TextArea rows={2} maxLength={100} showCount />
        </Form.Item>
        <RefusalNote refusal={move.refusal} />
      </Form>
    </Modal>
  )
}
