import { Button } from 'antd'
import type { QuickReply } from '../../domain/chats/quick-replies'

type Props = {
  rows: readonly QuickReply[]
  current: number
  onChoose: (reply: QuickReply) => void
  onEdit: () => void
}

/** Above the field, which keeps the focus: the arrows move through it from there. */
export const QuickReplies = ({ rows, current, onChoose, onEdit }: Props) => (
  <div className="bench-replies">
    <div id="bench-replies" role="listbox" aria-label="常用语">
      {rows.map((reply, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and takes the keys
        <div
          key={reply.id}
          id={`bench-reply-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === current}
          className="bench-reply"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(reply)}
        >
          {reply.text}
        </div>
      ))}
    </div>
    <div className="row">
      <p className="soft">{rows.length === 0 ? '没有这样的常用语，Esc 关上' : '上下键选，Enter 填进回复，Esc 关上'}</p>
      <Button className="push" size="small" onClick={onEdit}>
        改常用语
      </Button>
    </div>
  </div>
)
