import { Button, Checkbox, Form, Input, Radio } from 'antd'
import { minuteOf } from './hours-rows'

const days = ['一', '二', '三', '四', '五', '六', '日'].map((name, value) => ({ label: name, value }))
const clock = {
  validator: async (_: unknown, text: string) => {
    if (minuteOf(text ?? '') === undefined) throw new Error('写成 8:30 这样')
  },
}

const Clock = ({ name, label }: { name: (string | number)[]; label: string }) => (
  <Form.Item name={name} rules={[clock]} noStyle>
    <Input aria-label={label} placeholder="8:30" style={{ width: 84 }} maxLength={5} />
  </Form.Item>
)

/** Several rows, each for some days of the week; an end that is not after the beginning is on the day after. */
export const HoursField = () => {
  const form = Form.useFormInstance()
  const always = Form.useWatch('always', form)
  const onHolidays = Form.useWatch('onHolidays', form)
  return (
    <>
      <Form.Item name="always" label="接听时间">
        <Radio.Group
          options={[
            { value: true, label: '每天 24 小时' },
            { value: false, label: '按星期' },
          ]}
        />
      </Form.Item>
      {always === false && (
        <>
          <Form.List name="rows">
            {(fields, { add, remove }) => (
              <div className="stack stack-tight hotline-hours">
                {fields.map(({ key, name }) => (
                  <fieldset key={key} className="row hotline-row">
                    <Form.Item name={[name, 'days']} rules={[{ required: true, message: '请选星期' }]} noStyle>
                      <Checkbox.Group options={days} />
                    </Form.Item>
                    <Clock name={[name, 'from']} label="从几点" />
                    <span>到</span>
                    <Clock name={[name, 'until']} label="到几点" />
                    <Button size="small" aria-label={`去掉第 ${name + 1} 段时间`} onClick={() => remove(name)}>
                      去掉
                    </Button>
                  </fieldset>
                ))}
                <div className="row">
                  <Button size="small" onClick={() => add({ days: [0, 1, 2, 3, 4], from: '8:30', until: '17:30' })}>
                    再加一段时间
                  </Button>
                  <span className="soft">结束写得比开始早，就是到第二天</span>
                </div>
              </div>
            )}
          </Form.List>
          <Form.Item name="onHolidays" label="法定节假日" extra="除「照常」外，调休上班的周末按所补的那天接听">
            <Radio.Group
              options={[
                { value: 'closed', label: '休息' },
                { value: 'as-usual', label: '照常' },
                { value: 'other', label: '另定时间' },
              ]}
            />
          </Form.Item>
          {onHolidays === 'other' && (
            <Form.Item label="节假日的时间" required={false}>
              <span className="row">
                <Clock name={['holiday', 'from']} label="节假日从几点" />
                <span>到</span>
                <Clock name={['holiday', 'until']} label="节假日到几点" />
              </span>
            </Form.Item>
          )}
        </>
      )}
    </>
  )
}
