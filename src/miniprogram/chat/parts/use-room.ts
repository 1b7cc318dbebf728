import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { api } from '../../cloud/api'
import { useConnected } from '../../phone/use-connected'
import { openRoom, type Room } from './room'

/** The conversation of this page: looked at while it is in sight, and at once when it comes back into sight. */
export const useRoom = (chatId: string) => {
  const opened = useRef<ReturnType<typeof openRoom>>()
  const [room, setRoom] = useState<Room>(() => {
    opened.current = openRoom(chatId, { chats: api.chats, onChange: (now) => setRoom(now) })
    return opened.current.read()
  })
  const acts = opened.current as ReturnType<typeof openRoom>

  useDidShow(acts.show)
  useDidHide(acts.hide)
  useConnected(acts.again)
  useEffect(() => {
    // A page whose code has just been fetched may have been shown before anybody listened.
    acts.show()
    if (process.env.TARO_ENV === 'weapp') return acts.close
    const turn = () => (document.visibilityState === 'hidden' ? acts.hide() : acts.show())
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      acts.close()
    }
  }, [acts])
  return { room, acts }
}
