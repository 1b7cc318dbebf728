import { useEffect, useRef, useState } from 'react'
import { isNew } from '../duty/ring'
import type { State } from './bench'
import { asking, callsIn } from './heard'

/** The same for everybody and everything: a desk is seen by others too. */
const WORDS = '有一条新的消息'

/** Sounds, is read out, and is seen behind other windows; the title counts, and says nothing else. */
export function useCalls({ listed, conversations, openId }: State, sound: () => void, shows: boolean): string {
  const [heard, setHeard] = useState('')
  const before = useRef<ReadonlySet<string>>(new Set())
  const count = asking(listed, conversations)

  useEffect(() => {
    document.title = `${count > 0 ? `(${count}) ` : ''}对话 · 心驿工作台`
  }, [count])

  useEffect(() => {
    if (!listed) return
    const visible = document.visibilityState === 'visible'
    const now = callsIn(listed, conversations, visible ? openId : null)
    if (isNew(before.current, now)) {
      sound()
      setHeard(`${WORDS}，共 ${now.size} 处`)
      if (shows && !visible) new Notification('心驿工作台', { body: WORDS, tag: 'xinyi', silent: true })
    }
    before.current = now
  }, [listed, conversations, openId, sound, shows])

  return heard
}
