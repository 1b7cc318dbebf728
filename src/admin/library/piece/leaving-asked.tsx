import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { type Blocker, useBlocker } from 'react-router'
import { uploadsUnderWay } from '../upload/use-upload'

/** Keeps the page while something on it would be lost, inside the console and when the tab closes. */
export const useLeaving = (unsaved: boolean) => {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      (unsaved || uploadsUnderWay() > 0) && currentLocation.pathname !== nextLocation.pathname,
  )

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (unsaved || uploadsUnderWay() > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [unsaved])

  // A save under way may be done before the answer: then there is nothing left to ask.
  useEffect(() => {
    if (blocker.state === 'blocked' && !unsaved && uploadsUnderWay() === 0) blocker.proceed()
  }, [blocker, unsaved])

  return blocker
}

type Props = { blocker: Blocker; unsaved: boolean; save: () => Promise<boolean> }

export const LeavingAsked = ({ blocker, unsaved, save }: Props) => {
  const [busy, setBusy] = useState(false)
  if (blocker.state !== 'blocked') return null
  const saveAndLeave = async () => {
    setBusy(true)
    const saved = await save().finally(() => setBusy(false))
    if (saved) blocker.proceed()
    else blocker.reset()
  }
  return (
    <Modal
      open
      title={unsaved ? '有修改还没有保存' : '文件还没有传完'}
      onCancel={() => blocker.reset()}
      footer={
        <div className="row">
          <Button onClick={() => blocker.proceed()}>{unsaved ? '不保存，离开' : '取消上传，离开'}</Button>
          <Button className="push" onClick={() => blocker.reset()}>
            留在这一页
          </Button>
          {unsaved && (
            <Button type="primary" loading={busy} onClick={saveAndLeave}>
              保存并离开
            </Button>
          )}
        </div>
      }
    >
      <p>{unsaved ? '离开后，没有保存的修改会丢失。' : '离开后，正在上传的文件需要重新选择。'}</p>
    </Modal>
  )
}
