import { DatePicker, Form, Modal, Radio, Select } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import type { SurveyRow } from '../../contract/surveys'
import { newest } from '../../domain/instruments/all'
import { type Surveyable, surveyable } from '../../domain/instruments/surveyable'
import { dayOf, daysLater, startOfHour } from '../../domain/time'
import type { Place } from '../branches/scopes'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { newSurveyId } from './survey-id'
import { WhatIsAsked } from './what-is-asked'

type Fields = { instrumentId: Surveyable; from: Dayjs; days: number }
type Props = { branch: Place; onCreated: (row: SurveyRow) => void; onClose: () => void }

const lengths = [7, 14, 21, 30]

/** Whole days of Shanghai time; the last one counts to its end. */
const windowOf = ({ from, days }: Pick<Fields, 'from' | 'days'>) => {
  const begins = startOfHour(`${from.format('YYYY-MM-DD')}T00`)
  if (!begins) throw new Error('not a day')
  return { from: begins.toISOString(), until: daysLater(begins, days).toISOString() }
}

export const CreateSurveyDialog = ({ branch, onCreated, onClose }: Props) => {
  const [form] = Form.useForm<Fields>()
  const [today] = useState(() => dayOf(new Date()))
  /** The same for each try, so that a lost answer makes no second one. */
  const [surveyId] = useState(newSurveyId)
  const create = useAction(api.surveys.create)
  const instrumentId = Form.useWatch('instrumentId', form)

  const submit = async ({ instrumentId, ...window }: Fields) => {
    const reply = await create.run({ surveyId, branchId: branch.id, instrumentId, ...windowOf(window) })
    if (reply.ok) onCreated(reply.data)
  }

  return (
    <Modal
      open
      width={640}
      title={`在「${branch.name}」发起团体测评`}
      okText="发起"
      cancelText="取消"
      confirmLoading={create.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ instrumentId: 'who5', from: dayjs(today), days: 14 }}
      >
        <Form.Item name="instrumentId" label="哪一份" extra="会问到伤害自己的测评，不能用来做团体测评">
          <Select
            options={surveyable.map((id) => {
              const { title, items } = newest(id)
              return { value: id, label: `${title}（${items.length} 题）` }
            })}
          />
        </Form.Item>
        <Form.Item name="from" label="从哪天开始" rules={[{ required: true, message: '请选开始的日子' }]}>
          <DatePicker
            allowClear={false}
            format="YYYY 年 M 月 D 日"
            disabledDate={(day) => day.format('YYYY-MM-DD') < today}
          />
        </Form.Item>
        <Form.Item name="days" label="开放多少天" extra="到期后由系统合计一次并公布，之后不再改动">
          <Radio.Group options={lengths.map((days) => ({ value: days, label: `${days} 天` }))} />
        </Form.Item>
        {instrumentId && <WhatIsAsked instrumentId={instrumentId} branchName={branch.name} />}
        <RefusalNote refusal={create.refusal} />
      </Form>
    </Modal>
  )
}
