import { Button, Checkbox, Form, Input } from 'antd'
import { newEventId } from './new-event-dialog'

const MOST = 5

/** What everybody who signs up is asked. Fewer is kinder. */
export const QuestionsField = () => (
  <Form.List name="questions">
    {(rows, { add, remove }) => (
      <div className="stack stack-tight">
        {rows.map(({ key, name }) => (
          <div key={key} className="row">
            <Form.Item noStyle name={[name, 'text']}>
              <Input maxLength={60} aria-label={`第 ${name + 1} 个问题`} placeholder="想请老师讲讲什么" />
            </Form.Item>
            <Form.Item noStyle name={[name, 'needed']} valuePropName="checked">
              <Checkbox>要回答</Checkbox>
            </Form.Item>
            <Button aria-label={`去掉第 ${name + 1} 个问题`} onClick={() => remove(name)}>
              去掉
            </Button>
          </div>
        ))}
        <div className="row">
          <Button disabled={rows.length >= MOST} onClick={() => add({ id: newEventId(), text: '', needed: false })}>
            加一个问题
          </Button>
        </div>
      </div>
    )}
  </Form.List>
)
