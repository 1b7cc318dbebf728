import { Form, Radio } from 'antd'
import { readingReasonNames, unsealingReasons } from '../../domain/readings/words'

export const ReasonField = () => (
  <Form.Item
    name="reason"
    label="原因"
    extra="本人会在「谁看过我」里读到您选的这句话，其中的「您」就是本人"
    rules={[{ required: true, message: '请选一个原因' }]}
  >
    <Radio.Group className="unsealing-reasons">
      {unsealingReasons.map((reason) => (
        <Radio key={reason} value={reason}>
          {readingReasonNames[reason]}
        </Radio>
      ))}
    </Radio.Group>
  </Form.Item>
)
