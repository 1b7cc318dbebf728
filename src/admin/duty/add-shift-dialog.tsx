import { App, Form, Input, InputNumber, Modal, Select } from 'antd'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { dayAfter, dayName, instantsOf } from './week'

type Fields = { staffId: string; day: string; from: string; until: string; days: number }
type Props = {
  colleagues: readonly { staffId: string; name: string }[]
  /** First offered. */
  day: string
  onAdded: () => void
  onClose: () => void
}

const needed = (message: string) => [{ required: true, message }]

/** One shift, or the same on the days that follow: a rota is mostly the same every day. */
export const AddShiftDialog = ({ colleagues, day, onAdded, onClose }: Props) => {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const add = useAction(api.shifts.add)

  const submit = async ({ staffId, day: first, from, until, days }: Fields) => {
    for (let step = 0; step < days; step++) {
      const on = dayAfter(first, step)
      const reply = await add.run({ staffId, ...instantsOf(on, from, until) })
      if (!reply.ok) {
        // Those before are in the rota: what is tried again begins where it stopped.
        form.setFieldsValue({ day: on, days: days - step })
        if (step > 0) message.info(`前 ${step} 天已经排好，停在${dayName(on)}`)
        onAdded()
        return
      }
    }
    message.success(days > 1 ? `排好了 ${days} 天` : '排好了')
    onAdded()
    onClose()
  }

  return (
    <Modal
      open
      title="排班"
      okText="排上"
      cancelText="取消"
      confirmLoading={add.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ day, from: '10:00', until: '00:00', days: 1 }}
      >
        <Form.Item name="staffId" label="谁值守" rules={needed('请选一位同事')}>
          <Select
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选一位督导"
            options={colleagues.map(({ staffId, name }) => ({ value: staffId, label: name }))}
          />
        </Form.Item>
        <Form.Item name="day" label="哪一天开始" rules={needed('请选一天')}>
          <Input type="date" />
        </Form.Item>
        <div className="duty-two">
          <Form.Item name="from" label="从几点" rules={needed('请写开始的时间')}>
            <Input type="time" />
          </Form.Item>
          <Form.Item name="until" label="到几点" extra="不晚于开始就是第二天" rules={needed('请写结束的时间')}>
            <Input type="time" />
          </Form.Item>
        </div>
        <Form.Item name="days" label="连排几天" extra="每天同样的时间" rules={needed('请写天数')}>
          <InputNumber min={1} max={14} precision={0} suffix="天" />
        </Form.Item>
        <RefusalNote refusal={add.refusal} />
      </Form>
    </Modal>
  )
}
