import { Button, Modal } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { Reply } from '../../contract'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { useSession } from '../session/store'

type Props<T, Code extends string> = {
  title: string
  /** What looking means, said before anything is asked for. */
  explain: string
  okText: string
  ask: () => Promise<Reply<T, Code>>
  children: (shown: T, shownAt: number) => ReactNode
  onClose: () => void
}

/** What somebody sealed, looked at once; it is gone again when the dialog is closed, or when its owner has to sign in anew. */
export const LookDialog = <T, Code extends string>(props: Props<T, Code>) => {
  const { title, explain, okText, ask, children, onClose } = props
  const look = useAction(ask)
  const [shown, setShown] = useState<{ data: T; at: number } | null>(null)
  const session = useSession()
  const signedIn = session.state === 'in'
  useEffect(() => {
    if (!signedIn) onClose()
  }, [signedIn, onClose])

  const open = async () => {
    const reply = await look.run(undefined as never)
    if (reply.ok) setShown({ data: reply.data, at: Date.now() })
  }

  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        shown ? (
          <Button type="primary" onClick={onClose}>
            看好了，关闭
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>先不看</Button>
            <Button type="primary" loading={look.busy} onClick={open}>
              {okText}
            </Button>
          </>
        )
      }
    >
      <div className="stack stack-tight">
        {shown ? children(shown.data, shown.at) : <p>{explain}</p>}
        <RefusalNote refusal={look.refusal} />
      </div>
    </Modal>
  )
}
