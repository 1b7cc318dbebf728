import { Form, Modal } from 'antd'
import { useState } from 'react'
import type { CallRow } from '../../contract/calls'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { newCaseId } from './case-id'
import { type Decision, DecisionFields } from './decision-fields'

type Props = { call: CallRow; onBegun: () => void; onClose: () => void }

export const BeginCaseDialog = ({ call, onBegun, onClose }: Props) => {
  const [form] = Form.useForm<Decision>()
  const [caseId] = useState(newCaseId)
  const begin = useAction(api.cases.begin)
  const submit = async (decision: Decision) => {
    if ((await begin.run({ caseId, callId: call.id, ...decision })).ok) onBegun()
  }
  return (
    <Modal
      open
      title="建三色记录"
      okText="建好"
      cancelText="取消"
      confirmLoading={begin.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <p className="soft duty-lead">需要在回访之外继续关注时才建。建立会写进本人的「谁看过我」。</p>
        <DecisionFields />
        <RefusalNote refusal={begin.refusal} />
      </Form>
    </Modal>
  )
}
