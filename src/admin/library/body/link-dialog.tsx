import { Button, Form, Input, Modal } from 'antd'
import { isLink } from './link'

type Props = { href: string; onSet: (href: string) => void; onRemove: () => void; onClose: () => void }

export const LinkDialog = ({ href, onSet, onRemove, onClose }: Props) => {
  const [form] = Form.useForm<{ href: string }>()
  return (
    <Modal
      open
      title="链接"
      onCancel={onClose}
      footer={
        <div className="row">
          {href && <Button onClick={onRemove}>去掉链接</Button>}
          <Button className="push" onClick={onClose}>
            取消
          </Button>
          <Button type="primary" onClick={form.submit}>
            好
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ href }}
        onFinish={(fields) => onSet(fields.href.trim())}
      >
        <Form.Item
          name="href"
          label="网址"
          extra="可以是 https:// 开头的网址、tel: 开头的电话，或 / 开头的本应用页面"
          rules={[
            {
              validator: (_, value: string = '') =>
                isLink(value.trim())
                  ? Promise.resolve()
                  : Promise.reject(new Error('这个地址打不开，请填写 https://、tel: 开头的地址，或本应用有的页面')),
            },
          ]}
        >
          <Input autoFocus maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
