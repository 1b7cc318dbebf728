import { Form, Input, Modal } from 'antd'
import type { BranchRow } from '../../contract/branches'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'

type Said = { name: string; address: string }
type Props = { branch: BranchRow; onRenamed: (row: BranchRow) => void; onClose: () => void }

export const RenameDialog = ({ branch, onRenamed, onClose }: Props) => {
  const [form] = Form.useForm<Said>()
  const rename = useAction(api.branches.rename)

  const submit = async ({ name, address }: Said) => {
    const reply = await rename.run({ branchId: branch.id, name: name.trim(), address: address.trim() })
    if (reply.ok) onRenamed(reply.data)
  }

  return (
    <Modal
      open
      title={`修改「${branch.name}」的名称和地址`}
      okText="保存"
      cancelText="取消"
      confirmLoading={rename.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ name: branch.name, address: branch.address }}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={40} autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="address"
          label="地址，可以不填"
          extra="约了面谈的职工会看到，也会写进日历：街道、门牌、楼层和房间"
        >
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <RefusalNote refusal={rename.refusal} />
      </Form>
    </Modal>
  )
}
