import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { MOST_REPLIES, MOST_REPLY, type QuickReply } from '../../domain/chats/quick-replies'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { newMessageId } from './message-id'

type Props = { rows: readonly QuickReply[]; onSaved: () => void; onClose: () => void }

export const RepliesDialog = ({ rows: before, onSaved, onClose }: Props) => {
  const [rows, setRows] = useState<readonly QuickReply[]>(before)
  const save = useAction(api.workbench.saveQuickReplies)
  const write = (id: string, text: string) => setRows(rows.map((row) => (row.id === id ? { id, text } : row)))
  const submit = async () => {
    const filled = rows.map(({ id, text }) => ({ id, text: text.trim() })).filter(({ text }) => text !== '')
    if ((await save.run({ rows: filled })).ok) onSaved()
  }
  return (
    <Modal
      open
      width={640}
      title="我的常用语"
      okText="保存"
      cancelText="取消"
      confirmLoading={save.busy}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="stack stack-tight">
        <p className="soft">只有您自己用。写通用的话，不写任何一位来访者的事。空着的保存时去掉。</p>
        <ul className="bench-rows bench-replies-rows">
          {rows.map(({ id, text }, index) => (
            <li key={id} className="row">
              <Input.TextArea
                aria-label={`第 ${index + 1} 句`}
                autoSize={{ minRows: 1, maxRows: 4 }}
                maxLength={MOST_REPLY}
                value={text}
                onChange={(event) => write(id, event.target.value)}
              />
              <Button
                aria-label={`删去第 ${index + 1} 句`}
                onClick={() => setRows(rows.filter((row) => row.id !== id))}
              >
                删去
              </Button>
            </li>
          ))}
        </ul>
        <div className="row">
          <Button
            disabled={rows.length >= MOST_REPLIES}
            onClick={() => setRows([...rows, { id: newMessageId(), text: '' }])}
          >
            加一句
          </Button>
          <span className="soft">
            {rows.length} / {MOST_REPLIES} 句
          </span>
        </div>
        <RefusalNote refusal={save.refusal} />
      </div>
    </Modal>
  )
}
