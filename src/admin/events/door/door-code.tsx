import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { doorCodeAt, secondsLeft } from '../../../domain/tickets/code'
import './door.css'

const A_SECOND_MS = 1_000

const useSecond = () => {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), A_SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}

const Digits = ({ doorKey }: { doorKey: string }) => {
  const now = useSecond()
  return (
    <>
      <p className="door-code figure">{doorCodeAt(doorKey, now)}</p>
      <p className="soft">{secondsLeft(now)} 秒后换新的</p>
    </>
  )
}

type Shown = { doorKey: string; title: string }

/** The whole screen where the browser lets it, and always the whole window. */
const Projected = ({ doorKey, title, onClose }: Shown & { onClose: () => void }) => {
  useEffect(() => {
    document.documentElement.requestFullscreen?.().catch(() => undefined)
    return () => {
      if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined)
    }
  }, [])
  return (
    <Modal
      open
      width="100%"
      wrapClassName="door-projected"
      title={title}
      footer={null}
      closable={{ 'aria-label': '关闭' }}
      onCancel={onClose}
    >
      <div className="door-large">
        <p>打开「我的票」，输入</p>
        <Digits doorKey={doorKey} />
      </div>
    </Modal>
  )
}

/** What stands at the door for those who check in by themselves; as large as the screen on a projector. */
export const DoorCode = ({ doorKey, title }: Shown) => {
  const [large, setLarge] = useState(false)
  return (
    <section className="panel stack stack-tight" aria-label="门口的六位数字">
      <h2>门口的六位数字</h2>
      <p className="soft">投在屏幕上或写在门口，来的人在「我的票」里输入，自己签到。</p>
      <Digits doorKey={doorKey} />
      <div className="row">
        <Button onClick={() => setLarge(true)}>全屏显示</Button>
      </div>
      {large && <Projected doorKey={doorKey} title={title} onClose={() => setLarge(false)} />}
    </section>
  )
}
