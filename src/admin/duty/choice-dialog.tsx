import { Form, Modal, Radio } from 'antd'
import type { ReactNode } from 'react'
import type { Reply } from '../../contract'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'

type Props<Choice extends string, Code extends string> = {
  title: string
  label: string
  okText: string
  options: readonly { value: Choice; label: string }[]
  choose: (choice: Choice) => Promise<Reply<unknown, Code>>
  onChosen: () => void
  onClose: () => void
  children?: ReactNode
}

/** One thing out of a few, and what became of it. */
export function ChoiceDialog<Choice extends string, Code extends string>(props: Props<Choice, Code>) {
  const { title, label, okText, options, onChosen, onClose, children } = props
  const [form] = Form.useForm<{ choice: Choice }>()
  const act = useAction(props.choose)
  const submit = async ({ choice }: { choice: Choice }) => {
    if ((await act.run(choice)).ok) onChosen()
  }
  return (
    <Modal
      open
      title={title}
      okText={okText}
      cancelText="取消"
      confirmLoading={act.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        {children}
        <Form.Item name="choice" label={label} rules={[{ required: true, message: '请选一项' }]}>
          <Radio.Group className="duty-choices">
            {options.map((option) => (
              <Radio key={option.value} value={option.value}>
                {option.label}
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <RefusalNote refusal={act.refusal} />
      </Form>
    </Modal>
  )
}
