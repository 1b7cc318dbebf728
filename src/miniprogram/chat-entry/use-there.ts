import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../cloud/api'
import { useConnected } from '../phone/use-connected'
import type { There } from './now-words'

/** After the page has asked for what is its own. */
const LATER_MS = 600
const EVERY_MS = 60_000

/** Who is there changes by the minute: asked anew while the page is looked at, and never kept. */
export const useThere = (): There => {
  const [there, setThere] = useState<There>('asking')
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const turn = useRef(0)

  const ask = useCallback(async () => {
    const mine = ++turn.current
    clearTimeout(timer.current)
    const reply = await api.chats.now({})
    if (mine !== turn.current) return
    setThere(reply.ok ? reply.data : 'unknown')
    timer.current = setTimeout(() => void ask(), EVERY_MS)
  }, [])
  const stop = useCallback(() => {
    turn.current++
    clearTimeout(timer.current)
  }, [])
  const begin = useCallback(() => {
    stop()
    timer.current = setTimeout(() => void ask(), LATER_MS)
  }, [ask, stop])

  useDidShow(begin)
  useDidHide(stop)
  useEffect(() => {
    // A page whose code has just been fetched may have been shown before anybody listened.
    begin()
    return stop
  }, [begin, stop])
  useConnected(() => void ask())
  return there
}
