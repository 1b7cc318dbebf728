import { Form, Input, Modal, Select } from 'antd'
import type { Reply } from '../../contract'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import type { Crew } from './use-crew'
import { useMe } from './use-me'

type Fields = { staffId: string; note?: string }
type Props<Code extends string> = {
  title: string
  crew: Crew | null
  /** What the colleague has to know, where there is a place for it. */
  asksNote?: boolean
  handOver: (staffId: string, note: string) => Promise<Reply<unknown, Code>>
  onHandedOver: (name: string) => void
  onClose: () => void
}

export function HandOverDialog<Code extends string>(props: Props<Code>) {
  const { title, crew, asksNote = false, onHandedOver, onClose } = props
  const [form] = Form.useForm<Fields>()
  const me = useMe()
  const handOver = useAction(({ staffId, note }: Fields) => props.handOver(staffId, note?.trim() ?? ''))
  const others = (crew?.colleagues ?? []).filter(({ staffId }) => staffId !== me?.staffId)

  const submit = async (fields: Fields) => {
    const reply = await handOver.run(fields)
    if (reply.ok) onHandedOver(others.find(({ staffId }) => staffId === fields.staffId)?.name ?? '')
  }

  return (
    <Modal
      open
      title={title}
      okText="交给这位同事"
      cancelText="取消"
      confirmLoading={handOver.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item
          name="staffId"
          label="交给谁"
          extra="交接后由对方负责，回访日期不变；请当面或打电话告诉对方"
          rules={[{ required: true, message: '请选一位同事' }]}
        >
          <Select
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选一位督导"
            notFoundContent="没有另一位可以接手的督导"
            options={others.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          />
        </Form.Item>
        {asksNote && (
          <Form.Item name="note" label="交接要点（可以不写）" extra="只写接手的人需要知道的，加密存放">
            <Input.TextArea rows={4} maxLength={500} showCount />
          </Form.Item>
        )}
        <RefusalNote refusal={handOver.refusal} />
      </Form>
    </Modal>
  )
}
