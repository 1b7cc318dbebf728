import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { ProgrammedEvent } from '../../contract/events'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { LeavingAsked, useLeaving } from '../library/piece/leaving-asked'
import { type PlanForm as Fields, formOf, planOf } from './form'
import { PlanForm } from './plan-form'

/** Writes a draft: saved by a button, handed in by another. */
export const PlanEditor = ({ event, onChanged }: { event: ProgrammedEvent; onChanged: () => void }) => {
  const { message, modal } = App.useApp()
  const navigate = useNavigate()
  const [form] = Form.useForm<Fields>()
  const [begin] = useState(() => formOf(event))
  /** As it was saved last, here or by the page's own reading. */
  const [revision, setRevision] = useState(event.revision)
  const [unsaved, setUnsaved] = useState(false)
  const save = useAction(api.programme.save)
  const submit = useAction(api.programme.submit)
  const remove = useAction(api.programme.remove)
  const blocker = useLeaving(unsaved)
  const busy = save.busy || submit.busy || remove.busy

  const saved = async (): Promise<number | null> => {
    if (!unsaved) return revision
    const written = form.getFieldsValue(true) as Fields
    const reply = await save.run({ eventId: event.id, branchId: event.branchId, revision, ...planOf(written) })
    if (!reply.ok) return null
    setRevision(reply.data.revision)
    setUnsaved(false)
    return reply.data.revision
  }
  const onSave = async () => {
    submit.clear()
    if ((await saved()) !== null) message.success('已保存')
  }
  const handIn = async () => {
    const at = await saved()
    if (at === null) return
    const reply = await submit.run({ eventId: event.id, revision: at })
    if (!reply.ok) return
    message.success('已送审，请另一位组织者或管理员看一看')
    onChanged()
  }
  const onRemove = () =>
    modal.confirm({
      title: '删除这份草稿吗',
      content: '写的内容会一起删除，没有人看得到过。',
      okText: '删除',
      okButtonProps: { danger: true },
      cancelText: '先不',
      onOk: async () => {
        const reply = await remove.run({ eventId: event.id, revision })
        if (!reply.ok) return
        setUnsaved(false)
        message.success('已删除')
        navigate('/events')
      },
    })

  return (
    <div className="stack">
      <PlanForm form={form} begin={begin} busy={busy} onTouch={() => setUnsaved(true)} />
      <RefusalNote refusal={save.refusal ?? submit.refusal ?? remove.refusal} />
      <div className="row">
        <Button type="primary" loading={submit.busy} disabled={busy} onClick={handIn}>
          送审
        </Button>
        <Button loading={save.busy} disabled={busy || !unsaved} onClick={onSave}>
          保存草稿
        </Button>
        <span className="soft" role="status">
          {unsaved ? '有修改还没有保存' : '都保存好了'}
        </span>
        <Button className="push" danger disabled={busy} onClick={onRemove}>
          删除草稿
        </Button>
      </div>
      <LeavingAsked blocker={blocker} unsaved={unsaved} save={async () => (await saved()) !== null} />
    </div>
  )
}
