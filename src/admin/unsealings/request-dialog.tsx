import { Form, Input, Modal } from 'antd'
import type { UnsealingReason } from '../../domain/readings/words'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { ReasonField } from './reason-field'

type Fields = { pseudonym: string; reason: UnsealingReason }
type Props = { onRequested: () => void; onClose: () => void }

export const RequestDialog = ({ onRequested, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const request = useAction(api.unsealings.request)

  const submit = async ({ pseudonym, reason }: Fields) => {
    const reply = await request.run({ pseudonym: pseudonym.trim(), reason })
    if (reply.ok) onRequested()
  }

  return (
    <Modal
      open
      title="申请查看身份"
      okText="提交申请"
      cancelText="取消"
      confirmLoading={request.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="pseudonym"
          label="代号"
          extra="本人在小程序里显示的代号，请一字不差地填写"
          rules={[{ required: true, whitespace: true, message: '请填写代号' }]}
        >
          <Input maxLength={40} autoFocus autoComplete="off" />
        </Form.Item>
        <ReasonField />
        <RefusalNote refusal={request.refusal} />
      </Form>
    </Modal>
  )
}
