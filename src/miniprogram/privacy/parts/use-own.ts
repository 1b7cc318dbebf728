import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnyRefusal, Reply } from '../../../contract'
import type { Purpose } from '../../../domain/consents/words'
import { isStranger } from '../../cloud/stranger'

export type Own<T> =
  | { state: 'waiting' }
  | { state: 'shown'; data: T }
  | { state: 'refused'; code: AnyRefusal; purpose?: Purpose | undefined }

/**
 * What is stored about the person, asked for each time the page is shown and never kept on the phone. A browser the cloud
 * does not know is answered here: `none`.
 */
export const useOwn = <T, Code extends AnyRefusal>(ask: () => Promise<Reply<T, Code>>, none: T) => {
  const [own, setOwn] = useState<Own<T>>(() => (isStranger() ? { state: 'shown', data: none } : { state: 'waiting' }))
  const asking = useRef(0)
  const latest = useRef({ ask, none })
  latest.current = { ask, none }

  const look = useCallback(async () => {
    const turn = ++asking.current
    if (isStranger()) {
      setOwn({ state: 'shown', data: latest.current.none })
      return
    }
    const reply = await latest.current.ask()
    if (turn !== asking.current) return
    if (reply.ok) setOwn({ state: 'shown', data: reply.data })
    else if (isStranger()) setOwn({ state: 'shown', data: latest.current.none })
    else setOwn({ state: 'refused', code: reply.code as AnyRefusal, purpose: reply.purpose })
  }, [])

  useEffect(() => {
    void look()
    return () => {
      asking.current++
    }
  }, [look])
  const seen = useRef(false)
  useDidShow(() => {
    if (seen.current) void look()
    seen.current = true
  })

  const retry = useCallback(() => {
    setOwn({ state: 'waiting' })
    void look()
  }, [look])

  /** What an action has just answered is the newest there is. */
  const take = useCallback((data: T) => {
    asking.current++
    setOwn({ state: 'shown', data })
  }, [])

  return { own, retry, take }
}
