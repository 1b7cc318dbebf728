import { Form, Input, Modal } from 'antd'
import { customAlphabet } from 'nanoid'
import { useState } from 'react'
import type { TeacherRow } from '../../contract/teachers'
import { BranchPicker } from '../branches/branch-picker'
import { type Place, useScopes } from '../branches/scopes'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'

/** Made here, so that a teacher sent twice is one. */
const newTeacherId = customAlphabet('abcdefghijklmnopqrstuvwxyz0123456789', 24)

type Fields = { name: string; about: string; branch: Place }
type Props = { teacher: TeacherRow | null; onSaved: () => void; onClose: () => void }

/** A new teacher, or another word about one who is there. */
export const TeacherDialog = ({ teacher, onSaved, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const [first] = useScopes('teachers.save')
  const [teacherId] = useState(() => teacher?.id ?? newTeacherId())
  const save = useAction(api.teachers.save)
  const submit = async ({ name, about, branch }: Fields) => {
    const who = { teacherId, branchId: teacher?.branchId ?? branch.id, revision: teacher?.revision ?? 0 }
    const reply = await save.run({ ...who, name: name.trim(), about: about.trim() })
    if (reply.ok) onSaved()
  }
  return (
    <Modal
      open
      title={teacher ? `修改「${teacher.name}」` : '新的老师'}
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
        initialValues={{ name: teacher?.name ?? '', about: teacher?.about ?? '', branch: first }}
      >
        <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: '请写姓名' }]}>
          <Input maxLength={20} autoFocus />
        </Form.Item>
        <Form.Item name="about" label="介绍" extra="报名的人看得到">
          <Input.TextArea rows={3} maxLength={300} />
        </Form.Item>
        {teacher === null && (
          <Form.Item name="branch" label="哪个组织请的" rules={[{ required: true, message: '请选组织' }]}>
            <BranchPicker action="teachers.save" label="哪个组织请的" />
          </Form.Item>
        )}
        <RefusalNote refusal={save.refusal} />
      </Form>
    </Modal>
  )
}
