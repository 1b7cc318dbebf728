import { Form, Input, InputNumber, Modal, Radio } from 'antd'
import type { CaseShown } from '../../contract/cases'
import { type ReferralLevel, referralLevels } from '../../domain/duty/case'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { dayIn } from './decision-fields'
import { levelNames } from './duty-words'

type Fields = { level: ReferralLevel; to: string; note?: string; followUpInDays: number }
type Props = { caseId: string; onReferred: (after: CaseShown) => void; onClose: () => void }

export const ReferDialog = ({ caseId, onReferred, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const days = Form.useWatch('followUpInDays', form)
  const refer = useAction(api.cases.refer)
  const submit = async ({ level, to, note, followUpInDays }: Fields) => {
    const reply = await refer.run({ caseId, level, to: to.trim(), note: note?.trim() ?? '', followUpInDays })
    if (reply.ok) onReferred(reply.data)
  }
  return (
    <Modal
      open
      title="转介"
      okText="记下转介"
      cancelText="取消"
      confirmLoading={refer.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="level" label="去哪一级" rules={[{ required: true, message: '请选一级' }]}>
          <Radio.Group options={referralLevels.map((value) => ({ value, label: levelNames[value] }))} />
        </Form.Item>
        <Form.Item
          name="to"
          label="转到哪里"
          extra="机构和科室，例如：市三院 门诊"
          rules={[{ required: true, whitespace: true, message: '请写明转到哪里' }]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="note" label="交接要点（可以不写）" extra="只写接手的人需要知道的，加密存放">
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        <Form.Item
          name="followUpInDays"
          label="几天后问一问结果"
          extra={days ? `${days} 天后是${dayIn(days)}` : '最多 30 天'}
          rules={[{ required: true, message: '请写一个天数' }]}
        >
          <InputNumber min={1} max={30} precision={0} suffix="天" />
        </Form.Item>
        <RefusalNote refusal={refer.refusal} />
      </Form>
    </Modal>
  )
}
