import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { type Ground, groundNames, grounds } from '../../domain/duty/call'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { newMessageId } from './message-id'

type Fields = { ground: Ground; note?: string }
type Props = { chatId: string; onReferred: () => void; onClose: () => void }

/** To the supervisors on duty; says first what the person will see of it. */
export const ReferToDutyDialog = ({ chatId, onReferred, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const [callId] = useState(newMessageId)
  const refer = useAction(api.calls.refer)
  const submit = async ({ ground, note }: Fields) => {
    const reply = await refer.run({ callId, of: 'chat', ofId: chatId, ground, note: note?.trim() ?? '' })
    if (reply.ok) onReferred()
  }
  return (
    <Modal
      open
      title="转给值守"
      okText="转给值守"
      cancelText="取消"
      confirmLoading={refer.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <p className="soft bench-lead">
          会排进值守的队列，5
          分钟没有人接就转下一位。对方会收到一条通知，知道您请了值守的同事；谁接下、谁看了您写的话，也会写进对方的「谁看过我」。这段对话仍在您这里。
        </p>
        <Form.Item name="ground" label="为什么转" rules={[{ required: true, message: '请选一项' }]}>
          <Radio.Group className="bench-choices">
            {grounds.map((ground) => (
              <Radio key={ground} value={ground}>
                {groundNames[ground]}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item name="note" label="值守的同事需要知道的（可以不写）" extra="只写接手的人需要知道的，加密存放">
          <Input.TextArea rows={4} maxLength={500} showCount />
        </Form.Item>
        <RefusalNote refusal={refer.refusal} />
      </Form>
    </Modal>
  )
}
