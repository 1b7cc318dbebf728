import { Form, Input, Modal } from 'antd'
import type { Reply } from '../../contract'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'

type Props<T, Code extends string> = {
  title: string
  label: string
  hint: string
  ok: string
  most: number
  danger?: boolean
  call: (words: string) => Promise<Reply<T, Code>>
  onDone: (data: T) => void
  onClose: () => void
}

/** A step that is not taken without words that somebody will read. */
export const SayDialog = <T, Code extends string>(props: Props<T, Code>) => {
  const { title, label, hint, ok, most, danger = false, call, onDone, onClose } = props
  const [form] = Form.useForm<{ words: string }>()
  const act = useAction(call)
  const submit = async ({ words }: { words: string }) => {
    const reply = await act.run(words.trim())
    if (reply.ok) onDone(reply.data)
  }
  return (
    <Modal
      open
      title={title}
      okText={ok}
      okButtonProps={{ danger }}
      cancelText="先不"
      confirmLoading={act.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} initialValues={{ words: '' }}>
        <Form.Item
          name="words"
          label={label}
          extra={hint}
          rules={[{ required: true, whitespace: true, message: '请写一句' }]}
        >
          <Input.TextArea rows={3} maxLength={most} showCount autoFocus />
        </Form.Item>
        <RefusalNote refusal={act.refusal} />
      </Form>
    </Modal>
  )
}
