import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { RecordShown } from '../../contract/records'
import { MOST_IN_ADDITION } from '../../domain/records/record'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { shownInstant } from '../shell/time'
import { newWriteId } from './notebook'
import { RecordText } from './record-text'
import { SupervisionPart } from './supervision-part'

export type ClosedRecord = Pick<RecordShown, 'id' | 'template' | 'sections' | 'additions' | 'closedAt' | 'supervision'>

/** Written to the end: nothing in it changes, and what comes to mind later stands under its own date. */
export const RecordClosed = ({ shown, onChanged }: { shown: ClosedRecord; onChanged: () => void }) => {
  const [form] = Form.useForm<{ text: string }>()
  const [supervision, setSupervision] = useState(shown.supervision)
  const [additions, setAdditions] = useState(shown.additions)
  // Chosen once for what is written, so that a lost answer and a second try make one addition.
  const [additionId, setAdditionId] = useState(newWriteId)
  const add = useAction(api.records.add)
  const submit = async ({ text }: { text: string }) => {
    const reply = await add.run({ recordId: shown.id, additionId, text })
    if (!reply.ok) return
    setAdditions(reply.data.additions)
    setAdditionId(newWriteId())
    form.resetFields()
  }
  return (
    <div className="stack">
      <p className="soft figure">{shown.closedAt && `${shownInstant(shown.closedAt)} 写完，不能再改，可以补记。`}</p>
      <RecordText template={shown.template} sections={shown.sections} additions={additions} />
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="text" label="补记" rules={[{ required: true, whitespace: true, message: '请写下要补记的' }]}>
          <Input.TextArea maxLength={MOST_IN_ADDITION} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
        <RefusalNote refusal={add.refusal} />
        <div className="row row-wrap">
          <Button htmlType="submit" loading={add.busy}>
            补记下来
          </Button>
          <SupervisionPart
            recordId={shown.id}
            supervision={supervision}
            onMoved={(after) => {
              setSupervision(after)
              onChanged()
            }}
          />
        </div>
      </Form>
    </div>
  )
}
