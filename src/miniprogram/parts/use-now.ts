import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** The phone's time, drawn anew every so often while the page is in sight. */
export const useNow = (everyMs: number): Date => {
  const [now, setNow] = useState(() => new Date())
  const timer = useRef<ReturnType<typeof setInterval>>()
  const every = useRef(everyMs)
  every.current = everyMs
  const stop = () => clearInterval(timer.current)
  const start = () => {
    stop()
    setNow(new Date())
    timer.current = setInterval(() => setNow(new Date()), every.current)
  }
  const begin = useRef(start)
  begin.current = start
  useEffect(() => {
    every.current = everyMs
    begin.current()
    return () => clearInterval(timer.current)
  }, [everyMs])
  useDidShow(start)
  useDidHide(stop)
  return now
}
