import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Calls when the page is left, covered, or the whole app or browser tab goes to the background. */
export const usePutAway = (onAway: () => void) => {
  const told = useRef(onAway)
  told.current = onAway

  useDidHide(() => told.current())
  useEffect(() => {
    const leave = () => told.current()
    if (process.env.TARO_ENV === 'weapp') return leave
    const turn = () => document.visibilityState === 'hidden' && leave()
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      leave()
    }
  }, [])
}
