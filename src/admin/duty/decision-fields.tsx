import { Form, InputNumber, Radio, Select } from 'antd'
import { type CaseReason, type Colour, caseReasons, colours, reviewWithin } from '../../domain/duty/case'
import { dayOf, daysLater } from '../../domain/time'
import { caseReasonNames, colourWords } from './duty-words'
import { dayName } from './week'

export type Decision = { colour: Colour; reason: CaseReason; reviewInDays: number }

/** Which day that is, so that nobody counts on a calendar. */
export const dayIn = (days: number) => dayName(dayOf(daysLater(new Date(), days)))

/** Chosen by somebody who spoke with the person; no score stands anywhere near. */
export const DecisionFields = () => {
  const form = Form.useFormInstance<Decision>()
  const colour = Form.useWatch('colour', form)
  const days = Form.useWatch('reviewInDays', form)
  const most = colour ? reviewWithin[colour] : undefined

  return (
    <>
      <Form.Item
        name="colour"
        label="颜色"
        extra="由您根据和本人的联系来定，本人看不到颜色"
        rules={[{ required: true, message: '请选一种颜色' }]}
      >
        <Radio.Group
          onChange={() => form.setFieldValue('reviewInDays', undefined)}
          options={colours.toReversed().map((value) => ({ value, label: colourWords[value] }))}
        />
      </Form.Item>
      <Form.Item name="reason" label="依据" rules={[{ required: true, message: '请选一个依据' }]}>
        <Select
          placeholder="选一个依据"
          options={caseReasons.map((value) => ({ value, label: caseReasonNames[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="reviewInDays"
        label="几天内再看一次"
        extra={
          most === undefined
            ? '先选颜色'
            : `${colour ? colourWords[colour] : ''}最多 ${most} 天${days ? `；${days} 天后是${dayIn(days)}` : ''}`
        }
        rules={[{ required: true, message: '请写一个天数' }]}
      >
        <InputNumber
          min={1}
          {...(most !== undefined && { max: most })}
          precision={0}
          disabled={most === undefined}
          suffix="天"
        />
      </Form.Item>
    </>
  )
}
