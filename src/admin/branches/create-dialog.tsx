import { Form, Input, Modal, Radio } from 'antd'
import type { BranchRow } from '../../contract/branches'
import { type BranchKind, branchKindNames } from '../../domain/branches/words'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { kindsBelow } from './kinds-below'
import type { Place } from './scopes'

type Fields = { kind: BranchKind; name: string; code: string }
type Props = { above: Place & { kind?: BranchKind }; onCreated: (row: BranchRow) => void; onClose: () => void }

export const CreateDialog = ({ above, onCreated, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const create = useAction(api.branches.create)
  const kinds = kindsBelow(above.kind)

  const submit = async ({ kind, name, code }: Fields) => {
    const reply = await create.run({
      branchId: above.id,
      kind,
      name: name.trim(),
      code: code.trim().toLowerCase(),
    })
    if (reply.ok) onCreated(reply.data)
  }

  return (
    <Modal
      open
      title={`在「${above.name}」下面新建组织`}
      okText="建好"
      cancelText="取消"
      confirmLoading={create.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} initialValues={{ kind: kinds[0] }}>
        <Form.Item name="kind" label="是什么组织" extra="建好后不能改，也不能移到别处">
          <Radio.Group options={kinds.map((kind) => ({ value: kind, label: branchKindNames[kind] }))} />
        </Form.Item>
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={40} autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="code"
          label="组织编码"
          extra="导入名单时用它指明组织；1 到 32 位小写字母、数字、横线，之后不能改"
          rules={[
            { required: true, message: '请填写组织编码' },
            { pattern: /^\s*[A-Za-z0-9][A-Za-z0-9-]{0,31}\s*$/, message: '组织编码是 1 到 32 位字母、数字、横线' },
          ]}
        >
          <Input maxLength={32} autoComplete="off" />
        </Form.Item>
        <RefusalNote refusal={create.refusal} />
      </Form>
    </Modal>
  )
}
