import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Desk, DeskState, Move } from './desk'

const NOTE_LIMIT = 500

type Words = { button: string; title: string; text: string; ok: string; done: string; note?: string }

const words = (live: boolean): Record<Move, Words> => ({
  submit: { button: '提交审核', title: '', text: '', ok: '', done: '已提交，等待另一位同事审核' },
  withdraw: { button: '撤回审核', title: '', text: '', ok: '', done: '已撤回审核，可以接着修改' },
  approve: {
    button: '通过',
    title: '通过并发布吗',
    text: live ? '通过后，读者马上看到这一版，代替现在的版本。' : '通过后，读者马上就能看到这篇内容。',
    ok: '通过并发布',
    done: '已发布，读者现在看到的是这一版',
  },
  sendBack: {
    button: '退回',
    title: '退回给作者',
    text: '请告诉作者需要改什么。',
    ok: '退回',
    done: '已退回',
    note: '退回的原因',
  },
  recall: {
    button: '撤回发布',
    title: '撤回发布',
    text: '撤回后，读者马上看不到这篇内容。',
    ok: '撤回',
    done: '已撤回，读者看不到这篇内容了',
    note: '撤回的原因',
  },
})

const Confirm = ({
  of,
  busy,
  onOk,
  onClose,
}: {
  of: Words
  busy: boolean
  onOk: (note: string) => void
  onClose: () => void
}) => {
  const [note, setNote] = useState('')
  return (
    <Modal
      open
      title={of.title}
      okText={of.ok}
      cancelText="先不"
      confirmLoading={busy}
      okButtonProps={{ disabled: Boolean(of.note) && !note.trim() }}
      onOk={() => onOk(note.trim())}
      onCancel={onClose}
    >
      <div className="stack stack-tight">
        <p>{of.text}</p>
        {of.note && (
          <>
            <label htmlFor="move-note">{of.note}（必填）</label>
            <Input.TextArea
              id="move-note"
              autoFocus
              value={note}
              maxLength={NOTE_LIMIT}
              showCount
              autoSize={{ minRows: 3, maxRows: 8 }}
              onChange={(event) => setNote(event.target.value)}
            />
          </>
        )}
      </div>
    </Modal>
  )
}

/** Buttons for what the cloud says this person may do next, and for nothing else. */
export const Moves = ({ desk, state }: { desk: Desk; state: DeskState }) => {
  const { message } = App.useApp()
  const [asking, setAsking] = useState<Move | null>(null)
  const all = words(state.piece.liveVersion !== null)
  const busy = state.work === 'moving'

  const go = async (move: Move, note = '') => {
    if (await desk.move(move, note)) message.success(all[move].done)
    setAsking(null)
  }

  return (
    <>
      {state.piece.moves
        .filter((move): move is Move => move !== 'save')
        .map((move) => (
          <Button
            key={move}
            type={move === 'submit' || move === 'approve' ? 'primary' : 'default'}
            danger={move === 'recall'}
            disabled={state.overtaken || state.work !== 'none'}
            onClick={() => (all[move].title ? setAsking(move) : void go(move))}
          >
            {all[move].button}
          </Button>
        ))}
      {asking && (
        <Confirm of={all[asking]} busy={busy} onOk={(note) => void go(asking, note)} onClose={() => setAsking(null)} />
      )}
    </>
  )
}
