import { Button, Checkbox, Form, Input, Modal } from 'antd'
import { type Mode, modeNames, modes } from '../../domain/counsellors/words'
import type { Period } from '../../domain/timetables/timetable'
import { clockOf } from '../duty/week'
import { DAY, minutesOf } from './hours'

type Fields = { from: string; until: string; modes: Mode[] }
type Props = {
  title: string
  period: Period
  onDone: (period: Period) => void
  onRemove?: () => void
  onClose: () => void
}

const needed = (message: string) => [{ required: true, message }]
/** A field for a time knows no 24:00: its midnight is the end of the day where a period ends. */
const shown = (minute: number) => clockOf(minute === DAY ? 0 : minute)
const endOf = (clock: string) => minutesOf(clock) || DAY

export const PeriodDialog = ({ title, period, onDone, onRemove, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      footer={
        <div className="row">
          {onRemove && (
            <Button danger onClick={onRemove}>
              去掉这一段
            </Button>
          )}
          <Button className="push" onClick={onClose}>
            取消
          </Button>
          <Button type="primary" onClick={form.submit}>
            好
          </Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ from: shown(period.from), until: shown(period.until), modes: period.modes }}
        onFinish={({ from, until, modes: chosen }: Fields) =>
          onDone({ from: minutesOf(from), until: endOf(until), modes: modes.filter((mode) => chosen.includes(mode)) })
        }
      >
        <div className="counselling-two">
          <Form.Item name="from" label="从几点" rules={needed('请写开始的时间')}>
            <Input type="time" step={900} autoFocus />
          </Form.Item>
          <Form.Item name="until" label="到几点" extra="00:00 表示到当天结束" rules={needed('请写结束的时间')}>
            <Input type="time" step={900} />
          </Form.Item>
        </div>
        <Form.Item name="modes" label="这段时间可以怎样见面" rules={needed('请至少选一种方式')}>
          <Checkbox.Group options={modes.map((mode) => ({ value: mode, label: modeNames[mode] }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
