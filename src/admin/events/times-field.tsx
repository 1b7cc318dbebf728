import { Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { type PlanForm, repeated, type TimeRow } from './form'

const every = [
  { value: 7, label: '每周' },
  { value: 14, label: '每两周' },
]

/** Rows of days and hours; of a series the first is written and repeated. A form is not told by itself of what is set in it. */
export const TimesField = ({ most = 30, onTouch }: { most?: number; onTouch?: () => void }) => {
  const form = Form.useFormInstance<Pick<PlanForm, 'times'>>()
  const [days, setDays] = useState(7)
  const [amount, setAmount] = useState(5)
  const first: TimeRow | undefined = Form.useWatch('times', form)?.[0]
  const repeat = () => {
    if (!first) return
    form.setFieldValue('times', repeated(first, days, amount))
    onTouch?.()
  }
  return (
    <Form.List name="times">
      {(rows, { add, remove }) => (
        <div className="stack stack-tight">
          {rows.map(({ key, name }) => (
            <div key={key} className="row">
              <Form.Item noStyle name={[name, 'day']}>
                <Input type="date" style={{ width: 160 }} aria-label={`第 ${name + 1} 次哪天`} />
              </Form.Item>
              <Form.Item noStyle name={[name, 'from']}>
                <Input type="time" style={{ width: 120 }} aria-label={`第 ${name + 1} 次从几点`} />
              </Form.Item>
              <span>到</span>
              <Form.Item noStyle name={[name, 'until']}>
                <Input type="time" style={{ width: 120 }} aria-label={`第 ${name + 1} 次到几点`} />
              </Form.Item>
              <Button aria-label={`去掉第 ${name + 1} 次`} onClick={() => remove(name)}>
                去掉
              </Button>
            </div>
          ))}
          <div className="row row-wrap">
            <Button
              disabled={rows.length >= most}
              onClick={() => add({ day: '', from: first?.from ?? '14:00', until: first?.until ?? '16:00' })}
            >
              {rows.length === 0 ? '加时间' : '再加一次'}
            </Button>
            {first && first.day !== '' && (
              <>
                <span className="soft">或者照第一次</span>
                <Select
                  aria-label="隔多久"
                  style={{ width: 100 }}
                  value={days}
                  options={every}
                  onChange={(chosen: number) => setDays(chosen)}
                />
                <InputNumber
                  aria-label="一共几次"
                  min={2}
                  max={most}
                  precision={0}
                  value={amount}
                  onChange={(typed) => setAmount(typed ?? 2)}
                />
                <Button onClick={repeat}>排成一共几次</Button>
              </>
            )}
          </div>
        </div>
      )}
    </Form.List>
  )
}
