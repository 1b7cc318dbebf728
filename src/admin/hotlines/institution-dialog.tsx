import { Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { DeskInstitution } from '../../contract/hotlines'
import { type InstitutionKind, institutionKindNames, institutionKinds } from '../../domain/hotlines/words'
import { BranchPicker } from '../branches/branch-picker'
import { type Place, useScopes } from '../branches/scopes'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { newHotlineId } from './hotline-id'

type Fields = { name: string; kind: InstitutionKind; note?: string; branch: Place }

export const InstitutionDialog = (props: {
  institution: DeskInstitution | null
  onSaved: () => void
  onClose: () => void
}) => {
  const { institution, onSaved, onClose } = props
  const [form] = Form.useForm<Fields>()
  const [first] = useScopes('hotlines.saveInstitution')
  const [institutionId] = useState(() => institution?.id ?? newHotlineId())
  const save = useAction(api.hotlines.saveInstitution)
  const submit = async ({ name, kind, note = '', branch }: Fields) => {
    const said = { institutionId, branchId: institution?.branchId ?? branch.id, name, kind, note }
    if ((await save.run({ ...said, revision: institution?.revision ?? 0 })).ok) onSaved()
  }
  return (
    <Modal
      open
      title={institution ? `修改「${institution.name}」` : '新的机构'}
      okText="保存"
      cancelText="取消"
      confirmLoading={save.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ kind: 'union', branch: first, ...institution }}
      >
        <Form.Item name="name" label="机构名称" rules={[{ required: true, whitespace: true, message: '请写名称' }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="kind" label="类别">
          <Radio.Group options={institutionKinds.map((value) => ({ value, label: institutionKindNames[value] }))} />
        </Form.Item>
        <Form.Item name="note" label="一句说明（可以不写）">
          <Input maxLength={120} />
        </Form.Item>
        {!institution && (
          <Form.Item name="branch" label="由哪个组织的管理员维护">
            <BranchPicker action="hotlines.saveInstitution" label="由哪个组织的管理员维护" />
          </Form.Item>
        )}
        <RefusalNote refusal={save.refusal} />
      </Form>
    </Modal>
  )
}
