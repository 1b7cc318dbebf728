import { Form, Modal, Radio } from 'antd'
import type { StaffRow } from '../../contract/staff'
import type { Role } from '../../domain/staff/words'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { RolesField } from './roles-field'

type Fields = { roles: Role[]; active: boolean }
type Props = { row: StaffRow; onChanged: () => void; onClose: () => void }

export const ChangeDialog = ({ row, onChanged, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const change = useAction(api.staff.change)

  const submit = async ({ roles, active }: Fields) => {
    const reply = await change.run({ staffId: row.id, roles, active })
    if (reply.ok) onChanged()
  }

  return (
    <Modal
      open
      title={`修改 ${row.name}`}
      okText="保存修改"
      cancelText="取消"
      confirmLoading={change.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ roles: row.roles, active: row.active }}
      >
        <RolesField />
        <Form.Item name="active" label="状态" extra="停用后马上退出所有登录，不能再登录；写过的内容都保留">
          <Radio.Group
            options={[
              { value: true, label: '在用' },
              { value: false, label: '停用' },
            ]}
          />
        </Form.Item>
        <RefusalNote refusal={change.refusal} />
      </Form>
    </Modal>
  )
}
