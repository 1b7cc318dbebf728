import { Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { isSendable, lengthOf, MOST_TEXT } from '../../domain/chats/message'
import type { QuickReply } from '../../domain/chats/quick-replies'
import { matching, soughtIn, stepped } from './quick-choice'
import { QuickReplies } from './quick-replies'

type Props = {
  draft: string
  replies: readonly QuickReply[]
  onWrite: (draft: string) => void
  onSay: (text: string) => void
  onPicture: (file: File) => void
  onEditReplies: () => void
}

/** Whether the key belongs to an input method that still puts characters together: its Enter sends nothing. */
const isComposing = (event: KeyboardEvent) => event.nativeEvent.isComposing || event.keyCode === 229

export const Composer = ({ draft, replies, onWrite, onSay, onPicture, onEditReplies }: Props) => {
  const field = useRef<TextAreaRef>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const [at, setAt] = useState(0)
  const [hidden, setHidden] = useState(false)
  const sought = soughtIn(draft)
  const shown = sought === null ? [] : matching(replies, sought)
  const choosing = sought !== null && !hidden
  const current = Math.min(at, Math.max(0, shown.length - 1))
  const tooLong = lengthOf(draft.trim()) > MOST_TEXT

  const write = (text: string) => {
    setAt(0)
    if (soughtIn(text) === null) setHidden(false)
    onWrite(text)
  }
  const choose = ({ text }: QuickReply) => {
    write(text)
    field.current?.focus()
  }
  const say = () => {
    if (isSendable(draft)) onSay(draft.trim())
    field.current?.focus()
  }

  const keyed = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (choosing && (event.key === 'ArrowDown' || event.key === 'ArrowUp') && !event.altKey) {
      event.preventDefault()
      return setAt(stepped(current, event.key === 'ArrowDown' ? 1 : -1, shown.length))
    }
    if (choosing && event.key === 'Escape') return setHidden(true)
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return
    event.preventDefault()
    const chosen = choosing ? shown[current] : undefined
    if (chosen) choose(chosen)
    else say()
  }

  const pasted = (event: ClipboardEvent) => {
    const file = [...event.clipboardData.files].find(({ type }) => type.startsWith('image/'))
    if (!file) return
    event.preventDefault()
    onPicture(file)
  }

  return (
    <div className="bench-composer">
      {choosing && <QuickReplies rows={shown} current={current} onChoose={choose} onEdit={onEditReplies} />}
      <Input.TextArea
        ref={field}
        value={draft}
        autoSize={{ minRows: 2, maxRows: 6 }}
        aria-label="回复"
        aria-describedby="bench-keys"
        aria-autocomplete="list"
        aria-controls={choosing ? 'bench-replies' : undefined}
        aria-activedescendant={choosing && shown.length > 0 ? `bench-reply-${current}` : undefined}
        status={tooLong ? 'error' : ''}
        placeholder="写回复"
        onChange={(event) => write(event.target.value)}
        onKeyDown={keyed}
        onPaste={pasted}
      />
      <div className="row">
        <p className="soft" id="bench-keys">
          {tooLong ? `最多 ${MOST_TEXT} 字，请分成几条发` : 'Enter 发送，Shift+Enter 换行，/ 选常用语'}
        </p>
        <input
          ref={chooser}
          type="file"
          hidden
          accept="image/*"
          aria-label="选一张图片"
          onChange={({ target }) => {
            const file = target.files?.[0]
            target.value = ''
            if (file) onPicture(file)
          }}
        />
        <Button className="push" onClick={() => chooser.current?.click()}>
          发图片
        </Button>
        <Button type="primary" disabled={!isSendable(draft)} onClick={say}>
          发送
        </Button>
      </div>
    </div>
  )
}
