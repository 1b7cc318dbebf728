import { App, Button, Form, Modal } from 'antd'
import { useState } from 'react'
import type { CaseShown } from '../../contract/cases'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { type Decision, DecisionFields } from './decision-fields'
import { HandOverDialog } from './hand-over-dialog'
import { ReferDialog } from './refer-dialog'
import type { Crew } from './use-crew'

type Changed = (after: CaseShown) => void

const DecideDialog = ({ caseId, onChanged, onClose }: { caseId: string; onChanged: Changed; onClose: () => void }) => {
  const [form] = Form.useForm<Decision>()
  const decide = useAction(api.cases.decide)
  const submit = async (decision: Decision) => {
    const reply = await decide.run({ caseId, ...decision })
    if (reply.ok) onChanged(reply.data)
  }
  return (
    <Modal
      open
      title="再看一次"
      okText="记下"
      cancelText="取消"
      confirmLoading={decide.busy}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <DecisionFields />
        <RefusalNote refusal={decide.refusal} />
      </Form>
    </Modal>
  )
}

type Props = { shown: CaseShown; crew: Crew | null; onChanged: Changed; onGone: (words: string) => void }

/** What whoever answers for a case can do with it. */
export const CaseActs = ({ shown, crew, onChanged, onGone }: Props) => {
  const { message, modal } = App.useApp()
  const [doing, setDoing] = useState<'decide' | 'refer' | 'hand-over' | null>(null)
  const stop = () => setDoing(null)
  const changed = (words: string) => (after: CaseShown) => {
    message.success(words)
    stop()
    onChanged(after)
  }

  const end = () =>
    modal.confirm({
      title: '结束这份记录吗',
      content: '结束后里面的内容马上清除，找不回来，只留下曾有一份的次数。绿色、转介都有结果时才能结束。',
      okText: '结束并清除',
      cancelText: '先不',
      onOk: async () => {
        const reply = await api.cases.close({ caseId: shown.id })
        if (reply.ok) onGone('记录已结束，内容清除了')
        else message.warning(refusalText(reply))
      },
    })

  return (
    <>
      <div className="row row-wrap">
        <Button type="primary" onClick={() => setDoing('decide')}>
          再看一次、定颜色
        </Button>
        <Button onClick={() => setDoing('refer')}>转介</Button>
        <Button onClick={() => setDoing('hand-over')}>交给同事</Button>
        <Button onClick={end}>结束</Button>
      </div>
      {doing === 'decide' && <DecideDialog caseId={shown.id} onChanged={changed('记下了')} onClose={stop} />}
      {doing === 'refer' && <ReferDialog caseId={shown.id} onReferred={changed('转介记下了')} onClose={stop} />}
      {doing === 'hand-over' && (
        <HandOverDialog
          title="把这份记录交给同事"
          crew={crew}
          asksNote
          handOver={(staffId, note) => api.cases.handOver({ caseId: shown.id, staffId, note })}
          onHandedOver={(name) => onGone(`已交给${name}`)}
          onClose={stop}
        />
      )}
    </>
  )
}
