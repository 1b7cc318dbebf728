import { Form, Input, Modal, Radio } from 'antd'
import { customAlphabet } from 'nanoid'
import { useState } from 'react'
import type { ProgrammedEvent } from '../../contract/events'
import { type Kind, kindNames, kinds } from '../../domain/events/words'
import { BranchPicker } from '../branches/branch-picker'
import { type Place, useScopes } from '../branches/scopes'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { beginning } from './form'

/** Made here, so that an event sent twice is one event. */
export const newEventId = customAlphabet('abcdefghijklmnopqrstuvwxyz0123456789', 24)

type Fields = { kind: Kind; title: string; branch: Place }
type Props = { onCreated: (event: ProgrammedEvent) => void; onClose: () => void }

/** A draft is there from the first word on; everything else is written on its page. */
export const NewEventDialog = ({ onCreated, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const [first] = useScopes('programme.save')
  const [eventId] = useState(newEventId)
  const save = useAction(api.programme.save)
  const submit = async ({ kind, title, branch }: Fields) => {
    const reply = await save.run({ eventId, branchId: branch.id, revision: 0, ...beginning(kind, title.trim()) })
    if (reply.ok) onCreated(reply.data)
  }
  return (
    <Modal
      open
      title="新活动"
      okText="开始写"
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
        initialValues={{ kind: 'open-day', title: '', branch: first }}
      >
        <Form.Item name="kind" label="种类">
          <Radio.Group options={kinds.map((kind) => ({ value: kind, label: kindNames[kind] }))} />
        </Form.Item>
        <Form.Item
          name="title"
          label="名称"
          extra="会出现在手机的通知里，旁人也可能看到，请不要写难处和病名"
          rules={[{ required: true, whitespace: true, message: '请写名称' }]}
        >
          <Input maxLength={40} autoFocus />
        </Form.Item>
        <Form.Item name="branch" label="哪个组织办" rules={[{ required: true, message: '请选组织' }]}>
          <BranchPicker action="programme.save" label="哪个组织办" />
        </Form.Item>
        <RefusalNote refusal={save.refusal} />
      </Form>
    </Modal>
  )
}
