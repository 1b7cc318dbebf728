import { Form, Input, Modal, Radio } from 'antd'
import type { TeacherRow } from '../../contract/teachers'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'

type Fields = { stays: boolean; why: string }
type Props = { teacher: TeacherRow; onDone: () => void; onClose: () => void }

const asked = { value: true, label: '照常排课' }
const out = { value: false, label: '不再排课' }

/** A manager's decision, with a reason that stays. Nothing is chosen beforehand; whoever is out can only be asked again. */
export const DecideDialog = ({ teacher, onDone, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const decide = useAction(api.teachers.decide)
  const submit = async ({ stays, why }: Fields) => {
    const reply = await decide.run({ teacherId: teacher.id, stays, why: why.trim() })
    if (reply.ok) onDone()
  }
  return (
    <Modal
      open
      title={`是否继续请「${teacher.name}」`}
      okText="记下决定"
      cancelText="先不"
      confirmLoading={decide.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      {teacher.appeal !== '' && <p className="panel">老师说：{teacher.appeal}</p>}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} initialValues={{ why: '' }}>
        <Form.Item name="stays" label="决定" rules={[{ required: true, message: '请选一个' }]}>
          <Radio.Group options={teacher.standing === 'out' ? [asked] : [asked, out]} />
        </Form.Item>
        <Form.Item
          name="why"
          label="为什么"
          extra="会一直留着，老师问起时要能说给老师听"
          rules={[{ required: true, whitespace: true, message: '请写理由' }]}
        >
          <Input.TextArea rows={3} maxLength={200} showCount />
        </Form.Item>
        <RefusalNote refusal={decide.refusal} />
      </Form>
    </Modal>
  )
}
