import { Form, Modal, Radio, Select } from 'antd'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { useRead } from '../cloud/use-read'

type Fields = { staffId: string; past: boolean }
type Props = { chatId: string; onAsked: (name: string) => void; onClose: () => void }

/** Only asks: the person answers, and nothing moves before they say yes. */
export const TransferDialog = ({ chatId, onAsked, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const colleagues = useRead('colleagues', () => api.workbench.colleagues({}))
  const transfer = useAction(api.workbench.transfer)
  const rows = colleagues.data?.rows ?? []
  const submit = async ({ staffId, past }: Fields) => {
    const reply = await transfer.run({ chatId, staffId, past })
    if (reply.ok) onAsked(rows.find((one) => one.staffId === staffId)?.name ?? '')
  }
  return (
    <Modal
      open
      title="转给同事"
      okText="请对方答复"
      cancelText="取消"
      confirmLoading={transfer.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ past: false }} onFinish={submit}>
        <p className="soft bench-lead">对方会被问愿不愿意，同意以后才转；没有答复前，这段对话仍在您这里。</p>
        <Form.Item name="staffId" label="转给谁" rules={[{ required: true, message: '请选一位同事' }]}>
          <Select
            autoFocus
            loading={colleagues.loading}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选一位在岗的同事"
            notFoundContent="现在没有另一位在岗、还能接的同事"
            options={rows.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          />
        </Form.Item>
        <Form.Item name="past" label="同事能看到之前说的话吗" extra="也会一起问对方">
          <Radio.Group className="bench-choices">
            <Radio value={false}>不能，从转过去以后开始</Radio>
            <Radio value={true}>能，免得对方再说一遍</Radio>
          </Radio.Group>
        </Form.Item>
        <RefusalNote refusal={colleagues.refusal} onRetry={colleagues.reload} />
        <RefusalNote refusal={transfer.refusal} />
      </Form>
    </Modal>
  )
}
