import { Form, Input, Modal } from 'antd'
import { useScopes } from '../branches/scopes'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { type GrantDraft, grantsOf } from './grants'
import { GrantsField } from './grants-field'
import type { OneTimeLink } from './link-dialog'

type Fields = { name: string; login: string; grants: GrantDraft[] }
type Props = { onInvited: (name: string, link: OneTimeLink | null) => void; onClose: () => void }

export const InviteDialog = ({ onInvited, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const invite = useAction(api.staff.invite)
  const scopes = useScopes('staff.invite')

  const submit = async ({ name, login, grants }: Fields) => {
    const reply = await invite.run({
      name: name.trim(),
      login: login.trim().toLowerCase(),
      grants: grantsOf(grants),
    })
    if (!reply.ok) return
    const { waiting, code, expiresAt } = reply.data
    onInvited(name.trim(), waiting ? null : { name: name.trim(), code, expiresAt })
  }

  return (
    <Modal
      open
      width={600}
      title="邀请同事"
      okText="生成一次性链接"
      cancelText="取消"
      confirmLoading={invite.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ grants: [{ branch: scopes.length === 1 ? scopes[0] : null }] }}
      >
        <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}>
          <Input maxLength={20} autoFocus autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="login"
          label="账号"
          extra="登录时用，之后不能改；2 到 32 位小写字母、数字、点、横线"
          rules={[
            { required: true, message: '请填写账号' },
            { pattern: /^\s*[A-Za-z0-9][A-Za-z0-9._-]{1,31}\s*$/, message: '账号是 2 到 32 位字母、数字、点、横线' },
          ]}
        >
          <Input maxLength={32} autoComplete="off" />
        </Form.Item>
        <GrantsField />
        <RefusalNote refusal={invite.refusal} />
      </Form>
    </Modal>
  )
}
