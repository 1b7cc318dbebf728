import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Calls once when the element comes into sight. */
export const useSight = (selector: string, ready: boolean, onSeen: () => void) => {
  const told = useRef(onSeen)
  told.current = onSeen

  useEffect(() => {
    if (!ready) return
    const page = Taro.getCurrentInstance().page
    let watch: Taro.IntersectionObserver | null = null
    Taro.nextTick(() => {
      watch = Taro.createIntersectionObserver(page as object)
      watch.relativeToViewport({ bottom: 0 }).observe(selector, ({ intersectionRatio }) => {
        if (!intersectionRatio) return
        watch?.disconnect()
        told.current()
      })
    })
    return () => watch?.disconnect()
  }, [selector, ready])
}
