import { Form, Modal } from 'antd'
import type { StaffRow } from '../../contract/staff'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { draftsOf, type GrantDraft, grantsOf } from './grants'
import { GrantsField } from './grants-field'

type Fields = { grants: GrantDraft[] }
type Props = { row: StaffRow; onChanged: (waiting: boolean) => void; onClose: () => void }

/** Changes what a colleague may do; one who left is back with it. */
export const ChangeDialog = ({ row, onChanged, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const change = useAction(api.staff.change)

  const submit = async ({ grants }: Fields) => {
    const reply = await change.run({ staffId: row.id, grants: grantsOf(grants) })
    if (reply.ok) onChanged(reply.data.waiting)
  }

  return (
    <Modal
      open
      width={600}
      title={row.active ? `修改 ${row.name}` : `请 ${row.name} 回来`}
      okText={row.active ? '保存修改' : '恢复在岗'}
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
        initialValues={{ grants: draftsOf(row.grants) }}
      >
        <div className="stack">
          <p className="soft">
            {row.active
              ? '保存后，这位同事现在的登录会结束，重新登录后按新的角色工作。'
              : '恢复后，再给本人一个新的链接来设密码。'}
          </p>
          <GrantsField />
          <RefusalNote refusal={change.refusal} />
        </div>
      </Form>
    </Modal>
  )
}
