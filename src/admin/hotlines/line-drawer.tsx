import { Alert, Button, Checkbox, Drawer, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import type { DeskInstitution, DeskLine } from '../../contract/hotlines'
import type { Hours } from '../../domain/hotlines/hours'
import { isNumber, isSampleNumber } from '../../domain/hotlines/number'
import { type Cost, costNames, costs } from '../../domain/hotlines/words'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { newHotlineId } from './hotline-id'
import { HoursField } from './hours-field'
import { type HoursRow, periodsOf, rowsOf, spanOf, spanRow } from './hours-rows'

type Fields = {
  name: string
  institutionId: string
  numbers: string[]
  answeredBy: string
  cost: Cost
  anonymous: boolean
  always: boolean
  rows: HoursRow[]
  onHolidays: Hours['onHolidays']
  holiday: { from: string; until: string }
  shown: boolean
  confirmed: boolean
}

type Props = {
  line: DeskLine | null
  institutions: readonly DeskInstitution[]
  onSaved: (line: DeskLine) => void
  onClose: () => void
}

const begin = (line: DeskLine | null, institutionId: string | undefined): Partial<Fields> => {
  const hours = line?.hours
  return {
    name: line?.name ?? '',
    ...(institutionId && { institutionId }),
    numbers: line?.numbers ?? [],
    answeredBy: line?.answeredBy ?? '',
    cost: line?.cost ?? 'free',
    anonymous: line?.anonymous ?? true,
    always: hours?.always ?? false,
    rows: hours ? rowsOf(hours) : [{ days: [0, 1, 2, 3, 4], from: '8:30', until: '17:30' }],
    onHolidays: hours?.onHolidays ?? 'closed',
    holiday: hours?.holidaySpans[0] ? spanRow(hours.holidaySpans[0]) : { from: '', until: '' },
    shown: !(line?.hidden ?? false),
    confirmed: false,
  }
}

const hoursOf = ({ always, rows, onHolidays, holiday }: Fields): Hours => {
  if (always) return { always, periods: [], onHolidays: 'as-usual', holidaySpans: [] }
  const span = onHolidays === 'other' ? spanOf(holiday.from, holiday.until) : undefined
  return { always: false, periods: periodsOf(rows), onHolidays, holidaySpans: span ? [span] : [] }
}

/** A line, new or there already. A real number is written in by whoever has dialled it. */
export const LineDrawer = ({ line, institutions, onSaved, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const [lineId] = useState(() => line?.id ?? newHotlineId())
  const save = useAction(api.hotlines.saveLine)
  const numbers = Form.useWatch('numbers', form) ?? []
  const isNew = (number: string) => isNumber(number) && !isSampleNumber(number) && !line?.numbers.includes(number)

  const submit = async (fields: Fields) => {
    const { name, institutionId, answeredBy, cost, anonymous, confirmed, shown } = fields
    const reply = await save.run({
      ...{ lineId, institutionId, revision: line?.revision ?? 0, name, numbers: fields.numbers },
      ...{ answeredBy, cost, anonymous, confirmed: confirmed ?? false, hidden: !shown, hours: hoursOf(fields) },
    })
    if (reply.ok) onSaved(reply.data)
  }

  return (
    <Drawer
      open
      size={640}
      title={line ? `修改「${line.name}」` : '新的热线'}
      closable={{ 'aria-label': '关闭' }}
      onClose={onClose}
      footer={
        <div className="row">
          <Button type="primary" loading={save.busy} onClick={form.submit}>
            保存
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      }
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={begin(line, line?.institutionId ?? institutions[0]?.id)}
      >
        <Form.Item name="name" label="热线名称" rules={[{ required: true, whitespace: true, message: '请写名称' }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="institutionId" label="机构" rules={[{ required: true, message: '请选机构' }]}>
          <Select options={institutions.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item
          name="numbers"
          label="号码"
          extra="写完一个按回车，最多 3 个；不带分机。000-0000-0001 这样的是示例，在手机上不能拨打"
          rules={[
            {
              validator: async (_, all: string[] = []) => {
                if (all.length === 0) throw new Error('请写号码')
                if (all.length > 3) throw new Error('最多 3 个号码')
                const wrong = all.find((number) => !isNumber(number.trim()))
                if (wrong !== undefined) throw new Error(`「${wrong}」不像能拨的号码`)
              },
            },
          ]}
        >
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '，', '、']} />
        </Form.Item>
        {numbers.some(isNew) && (
          <Form.Item name="confirmed" valuePropName="checked">
            <Checkbox>我拨过，确实是这家机构</Checkbox>
          </Form.Item>
        )}
        {numbers.some(isSampleNumber) && (
          <Alert type="info" showIcon title="还有示例号码，手机上会标出「示例」，点了不会拨打。" />
        )}
        <Form.Item
          name="answeredBy"
          label="谁来接"
          rules={[{ required: true, whitespace: true, message: '请写谁来接' }]}
        >
          <Input maxLength={60} placeholder="值班咨询师" />
        </Form.Item>
        <Form.Item name="cost" label="费用">
          <Radio.Group options={costs.map((value) => ({ value, label: costNames[value] }))} />
        </Form.Item>
        <Form.Item name="anonymous" label="匿名">
          <Radio.Group
            options={[
              { value: true, label: '可以不说名字' },
              { value: false, label: '会问姓名' },
            ]}
          />
        </Form.Item>
        <HoursField />
        <Form.Item name="shown" valuePropName="checked">
          <Checkbox>在手机上显示</Checkbox>
        </Form.Item>
        <RefusalNote refusal={save.refusal} />
      </Form>
    </Drawer>
  )
}
