import { Button, Form, type FormInstance, Input, InputNumber, Radio, Select } from 'antd'
import { audiences, kindNames, kinds, ways } from '../../domain/events/words'
import { audienceNames, wayNames } from './event-words'
import { type PlanForm as Fields, usualSignUp } from './form'
import { QuestionsField } from './questions-field'
import { TimesField } from './times-field'
import { useTeachers } from './use-teachers'

const When = ({ name, label, extra }: { name: keyof Fields; label: string; extra?: string }) => (
  <Form.Item name={name} label={label} {...(extra && { extra })}>
    <Input type="datetime-local" />
  </Form.Item>
)

const Amount = ({ name, label, extra, most }: { name: keyof Fields; label: string; extra?: string; most: number }) => (
  <Form.Item name={name} label={label} {...(extra && { extra })}>
    <InputNumber min={0} max={most} precision={name === 'hours' ? 1 : 0} style={{ width: '100%' }} />
  </Form.Item>
)

/** All that is written of an event. Nothing has to be whole until it is handed in. */
export const PlanForm = ({
  form,
  begin,
  busy,
  onTouch,
}: {
  form: FormInstance<Fields>
  begin: Fields
  /** What is typed while it is being sent would look saved, and not be. */
  busy: boolean
  onTouch: () => void
}) => {
  const teachers = useTeachers()
  const kind = Form.useWatch('kind', form) ?? begin.kind
  const way = Form.useWatch('way', form) ?? begin.way
  const capacity = Form.useWatch('capacity', form) ?? begin.capacity
  const first = Form.useWatch('times', form)?.[0]

  const fillIn = () => {
    const usual = first && usualSignUp(first, kind, way, new Date())
    if (!usual) return
    form.setFieldsValue(usual)
    onTouch()
  }

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={busy}
      initialValues={begin}
      onValuesChange={onTouch}
    >
      <section className="panel" aria-label="写给大家看的">
        <Form.Item name="kind" label="种类">
          <Radio.Group options={kinds.map((value) => ({ value, label: kindNames[value] }))} />
        </Form.Item>
        <Form.Item name="title" label="名称" extra="会出现在手机的通知里，旁人也可能看到，请不要写难处和病名">
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="theme" label="主题">
          <Input maxLength={20} placeholder="曼陀罗绘画" />
        </Form.Item>
        <Form.Item name="about" label="介绍" extra="会做什么，要不要带东西，不想做可以怎样">
          <Input.TextArea rows={4} maxLength={1000} />
        </Form.Item>
        <Form.Item name="teacherId" label="老师">
          <Select options={teachers} />
        </Form.Item>
      </section>

      <section className="panel" aria-label="时间和地点">
        <Form.Item label="时间" extra="每一次都在同一天内。团体有几次就写几次，报一次名全来">
          <TimesField onTouch={onTouch} />
        </Form.Item>
        {kind === 'live' ? (
          <Form.Item name="link" label="直播链接" extra="以 https:// 开头">
            <Input maxLength={300} placeholder="https://" />
          </Form.Item>
        ) : (
          <Form.Item name="place" label="地点">
            <Input maxLength={60} />
          </Form.Item>
        )}
      </section>

      <section className="panel" aria-label="名额和报名">
        <div className="event-two">
          <Amount name="capacity" label="名额" extra="0 是不限" most={2000} />
          <Amount name="relatives" label="一位可以带几位家人" most={2} />
          <Amount name="hours" label="学时" extra="0 是不发证明" most={40} />
        </div>
        {capacity > 0 && (
          <div className="event-two">
            <Amount name="shift" label="留给倒班和一线" most={2000} />
            <Amount name="newcomer" label="留给第一次来的" most={2000} />
            <When name="sharesUntil" label="预留到" extra="之后没用完的大家都可以用" />
          </div>
        )}
        <Form.Item name="audience" label="谁可以来">
          <Radio.Group options={audiences.map((value) => ({ value, label: audienceNames[value] }))} />
        </Form.Item>
        {capacity > 0 && (
          <Form.Item name="way" label="怎么给名额" extra="抽签在报名截止后由系统抽，谁都可以重算；至少在活动前一天截止">
            <Radio.Group options={ways.map((value) => ({ value, label: wayNames[value] }))} />
          </Form.Item>
        )}
        <div className="event-two">
          <When name="opensAt" label="报名从" />
          <When name="closesAt" label="报名到" />
          <When name="cancelUntil" label="可以取消到" />
        </div>
        <Form.Item>
          <Button disabled={!first || first.day === '' || first.from === ''} onClick={fillIn}>
            按常用的填报名时间
          </Button>
        </Form.Item>
        <Form.Item
          label="报名时问什么"
          extra="最多五个。能不问就不问；答的话只有组织者看得到，每看一次都记进本人的「谁看过我」"
        >
          <QuestionsField />
        </Form.Item>
      </section>
    </Form>
  )
}
