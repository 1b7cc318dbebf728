import Taro from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { lineId } from './line'

export const END = 'talk-end'
/** Further than any page is long. */
const FAR_DOWN = 10_000_000

/** Whether the newest is in sight, and ways to get there, or to keep in sight what was on top. */
export const useEndInSight = (ready: boolean) => {
  const [atEnd, setAtEnd] = useState(true)
  const is = useRef(true)

  useEffect(() => {
    if (!ready) return
    let watch: Taro.IntersectionObserver | null = null
    const page = Taro.getCurrentInstance().page
    Taro.nextTick(() => {
      watch = Taro.createIntersectionObserver(page as object)
      watch.relativeToViewport({ bottom: 80 }).observe(`#${END}`, ({ intersectionRatio }) => {
        is.current = (intersectionRatio ?? 0) > 0
        setAtEnd(is.current)
      })
    })
    return () => watch?.disconnect()
  }, [ready])

  const toEnd = useCallback(() => {
    is.current = true
    Taro.nextTick(() => Taro.pageScrollTo({ scrollTop: FAR_DOWN, duration: 0 }))
  }, [])
  const toLine = useCallback((number: number) => {
    Taro.nextTick(() => Taro.pageScrollTo({ selector: `#${lineId(number)}`, offsetTop: -160, duration: 0 }))
  }, [])
  return { atEnd, isAtEnd: () => is.current, toEnd, toLine }
}
