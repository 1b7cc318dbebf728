import { App, Button, Checkbox, Form, Input, Modal, Radio } from 'antd'
import { nanoid } from 'nanoid'
import { useState } from 'react'
import type { MyTimetable } from '../../contract/timetables'
import { type Mode, modeNames, modes } from '../../domain/counsellors/words'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { DAY, minutesOf } from './hours'

type Fields = {
  from: string
  until: string
  what: 'off' | 'other'
  periods?: { from: string; until: string }[]
  modes?: Mode[]
}
type Props = { day: string; onAdded: (changed: MyTimetable) => void; onClose: () => void }

const needed = (message: string) => [{ required: true, message }]

/** Days unlike the others: nothing, or other hours. Asked again after a lost answer it is the same one. */
export const ExceptionDialog = ({ day, onAdded, onClose }: Props) => {
  const { message } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [id] = useState(() => `e${nanoid(16)}`)
  const what = Form.useWatch('what', form)
  const add = useAction(api.timetables.addException)

  const submit = async ({ from, until, what: chosen, periods = [], modes: ways = [] }: Fields) => {
    const hours = periods.map((one) => ({ from: minutesOf(one.from), until: minutesOf(one.until) || DAY, modes: ways }))
    const reply = await add.run({ id, from, until, periods: chosen === 'off' ? [] : hours })
    if (!reply.ok) return
    message.success('已记下')
    onAdded(reply.data)
  }

  return (
    <Modal
      open
      title="例外的日子"
      okText="记下"
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
        initialValues={{
          from: day,
          until: day,
          what: 'off',
          periods: [{ from: '09:00', until: '12:00' }],
          modes: ['text', 'phone'],
        }}
      >
        <div className="counselling-two">
          <Form.Item name="from" label="从哪天" rules={needed('请选一天')}>
            <Input type="date" autoFocus />
          </Form.Item>
          <Form.Item name="until" label="到哪天" rules={needed('请选一天')}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Form.Item name="what" label="这几天">
          <Radio.Group
            options={[
              { value: 'off', label: '不接受预约' },
              { value: 'other', label: '换成别的时间' },
            ]}
          />
        </Form.Item>
        {what === 'other' && (
          <>
            <Form.List name="periods">
              {(rows, { add: more, remove }) => (
                <div className="stack stack-tight">
                  {rows.map(({ key, name }) => (
                    <div key={key} className="row">
                      <Form.Item noStyle name={[name, 'from']} rules={needed('请写开始的时间')}>
                        <Input type="time" step={900} aria-label={`第 ${name + 1} 段从几点`} />
                      </Form.Item>
                      <span>到</span>
                      <Form.Item noStyle name={[name, 'until']} rules={needed('请写结束的时间')}>
                        <Input type="time" step={900} aria-label={`第 ${name + 1} 段到几点`} />
                      </Form.Item>
                      <Button disabled={rows.length === 1} onClick={() => remove(name)}>
                        去掉
                      </Button>
                    </div>
                  ))}
                  <Button onClick={() => more({ from: '14:00', until: '17:00' })}>再加一段</Button>
                </div>
              )}
            </Form.List>
            <Form.Item name="modes" label="方式" rules={needed('请至少选一种方式')}>
              <Checkbox.Group options={modes.map((mode) => ({ value: mode, label: modeNames[mode] }))} />
            </Form.Item>
          </>
        )}
        <p className="soft">已经约好的时间不会因此取消。</p>
        <RefusalNote refusal={add.refusal} />
      </Form>
    </Modal>
  )
}
