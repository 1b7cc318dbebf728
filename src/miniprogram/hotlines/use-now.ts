import { useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'

const EVERY_MS = 30_000

/** The time, kept fresh while the page is looked at: what was open a minute ago may have closed. */
export const useNow = (): Date => {
  const [now, setNow] = useState(() => new Date())
  useDidShow(() => setNow(new Date()))
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
