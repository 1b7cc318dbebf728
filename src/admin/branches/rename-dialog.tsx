import { Form, Input, Modal } from 'antd'
import type { BranchRow } from '../../contract/branches'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import type { Place } from './scopes'

type Props = { branch: Place; onRenamed: (row: BranchRow) => void; onClose: () => void }

export const RenameDialog = ({ branch, onRenamed, onClose }: Props) => {
  const [form] = Form.useForm<{ name: string }>()
  const rename = useAction(api.branches.rename)

  const submit = async ({ name }: { name: string }) => {
    const reply = await rename.run({ branchId: branch.id, name: name.trim() })
    if (reply.ok) onRenamed(reply.data)
  }

  return (
    <Modal
      open
      title={`修改「${branch.name}」的名称`}
      okText="保存"
      cancelText="取消"
      confirmLoading={rename.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} initialValues={{ name: branch.name }}>
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={40} autoFocus autoComplete="off" />
        </Form.Item>
        <RefusalNote refusal={rename.refusal} />
      </Form>
    </Modal>
  )
}
