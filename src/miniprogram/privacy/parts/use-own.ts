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
  const inFlight = useRef(false)
  const latest = useRef({ ask, none })
  latest.current = { ask, none }

  const look = useCallback(async () => {
    const turn = ++asking.current
    if (isStranger()) {
      setOwn({ state: 'shown', data: latest.current.none })
      return
    }
    inFlight.current = true
    const reply = await latest.current.ask().finally(() => {
      inFlight.current = false
    })
    if (turn !== asking.current) return
    if (reply.ok) setOwn({ state: 'shown', data: reply.data })
    else if (isStranger()) setOwn({ state: 'shown', data: latest.current.none })
    else setOwn({ state: 'refused', code: reply.code as AnyRefusal, purpose: reply.purpose })
  }, [])

  useEffect(() => {
    if (!inFlight.current) void look()
    return () => {
      asking.current++
    }
  }, [look])
  // The first showing comes while the first look is on its way; what is put on the page later sees none but the return.
  useDidShow(() => {
    if (!inFlight.current) void look()
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
