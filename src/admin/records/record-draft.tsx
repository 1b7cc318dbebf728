import { App, Button, Input, Segmented } from 'antd'
import { useId, useState } from 'react'
import type { RecordShown } from '../../contract/records'
import { MOST_IN_SECTION, type TemplateId, templateIds, templates } from '../../domain/records/templates'
import { api } from '../cloud/api'
import { refusalText } from '../cloud/refusal'
import { RefusalNote } from '../cloud/refusal-note'
import { shownClock } from '../shell/time'
import type { About, NotebookState } from './notebook'
import type { ClosedRecord } from './record-closed'
import { SupervisionPart } from './supervision-part'
import { useNotebook } from './use-notebook'

const saidOf = ({ unsaved, saving, overtaken, refusal, savedAt }: NotebookState) => {
  if (saving) return '正在保存'
  if (overtaken || (unsaved && refusal)) return '没存上'
  if (unsaved) return '有修改，停笔后自动保存'
  return savedAt ? `已保存 ${shownClock(savedAt)}` : '还没有写'
}

type Props = {
  about: About
  opened: RecordShown | null
  onClosed: (closed: ClosedRecord) => void
  /** It was changed elsewhere, and the newest is wanted. */
  onNewest: (recordId: string) => void
  onChanged: () => void
}

export const RecordDraft = ({ about, opened, onClosed, onNewest, onChanged }: Props) => {
  const { message, modal } = App.useApp()
  const { notebook, state } = useNotebook(about, opened)
  const label = useId()
  const [supervision, setSupervision] = useState(opened?.supervision ?? null)
  const { template, written, recordId, overtaken, refusal, unsaved } = state
  const textOf = (section: string) => written.find((each) => each.section === section)?.text ?? ''
  const isEmpty = !written.some(({ text }) => text.trim() !== '')

  const close = () =>
    modal.confirm({
      title: '写完这份记录吗',
      content: '写完后不能再改，只能在后面补记。从写完的这一天起，按规定的年限保存。',
      okText: '写完',
      cancelText: '再写写',
      onOk: async () => {
        if (!(await notebook.save())) return
        const { recordId: id, revision, template: kind, written: sections } = notebook.now()
        const reply = await api.records.close({ recordId: id, revision })
        if (!reply.ok) {
          message.warning(refusalText(reply))
          return
        }
        const { closedAt } = reply.data
        onClosed({ id, template: kind, sections: [...sections], additions: [], closedAt, supervision })
      },
    })

  return (
    <div className="stack">
      <div className="record-head">
        <Segmented<TemplateId>
          aria-label="用哪一种记录"
          value={template}
          disabled={overtaken}
          onChange={notebook.turnTo}
          options={templateIds.map((id) => ({ value: id, label: templates[id].title }))}
        />
        <span className="soft figure" role="status">
          {saidOf(state)}
        </span>
      </div>
      <RefusalNote refusal={refusal} {...(!overtaken && { onRetry: () => void notebook.save() })} />
      {overtaken && (
        <div className="row">
          <Button onClick={() => onNewest(recordId)}>我已复制，打开最新的</Button>
        </div>
      )}
      {templates[template].sections.map(({ id, title, hint }) => (
        <div key={id} className="record-section">
          <label htmlFor={`${label}-${id}`}>{title}</label>
          <Input.TextArea
            id={`${label}-${id}`}
            value={textOf(id)}
            readOnly={overtaken}
            maxLength={MOST_IN_SECTION}
            placeholder={hint}
            autoSize={{ minRows: id === 'note' ? 5 : 2, maxRows: 14 }}
            onChange={({ target }) => notebook.write(id, target.value)}
          />
        </div>
      ))}
      <p className="soft">加密存放，只有您能打开。来访者能看到有这份记录和谁看过，导出资料时会带上它的内容。</p>
      <div className="row row-wrap">
        <Button type="primary" disabled={overtaken || isEmpty} onClick={close}>
          写完
        </Button>
        {recordId !== '' && !unsaved && (
          <SupervisionPart
            recordId={recordId}
            supervision={supervision}
            onMoved={(after) => {
              setSupervision(after)
              onChanged()
            }}
          />
        )}
      </div>
    </div>
  )
}
