import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnyRefusal, Reply } from '../../contract'
import type { Purpose } from '../../domain/consents/words'
import { storage } from '../phone/storage'
import { createShelf } from './shelf'

export const shelf = createShelf(storage)

/** `settled` once the cloud has answered or failed; `keptAt` when what is shown is a copy from before because it failed. */
export type Shown<T> =
  | { state: 'waiting' }
  | { state: 'shown'; data: T; settled: boolean; keptAt: string | null }
  | { state: 'refused'; code: AnyRefusal; purpose?: Purpose | undefined }

/** Failures of the way, not of the thing: what was opened before may still be read. */
const passing: readonly AnyRefusal[] = ['OFFLINE', 'TIMED_OUT', 'INTERNAL', 'BUSY']

/** Asks once and again on `retry`. A copy on the shelf is shown at once, then replaced by the answer. */
export const useReply = <T, Code extends AnyRefusal>(name: string, ask: () => Promise<Reply<T, Code>>) => {
  const [shown, setShown] = useState<Shown<T>>(() => {
    const kept = shelf.read<T>(name)
    return kept ? { state: 'shown', data: kept.data, settled: false, keptAt: null } : { state: 'waiting' }
  })
  const asking = useRef(0)
  const latest = useRef(ask)
  latest.current = ask

  const retry = useCallback(async () => {
    const turn = ++asking.current
    const reply = await latest.current()
    if (turn !== asking.current) return
    if (reply.ok) {
      shelf.keep(name, reply.data, new Date().toISOString())
      setShown({ state: 'shown', data: reply.data, settled: true, keptAt: null })
      return
    }
    const code = reply.code as AnyRefusal
    const kept = passing.includes(code) ? shelf.read<T>(name) : null
    if (kept) {
      setShown({ state: 'shown', data: kept.data, settled: true, keptAt: kept.at })
      return
    }
    if (code === 'PIECE_NOT_FOUND' || code === 'EVENT_NOT_FOUND') shelf.drop(name)
    setShown({ state: 'refused', code, purpose: reply.purpose })
  }, [name])

  useEffect(() => {
    void retry()
    return () => {
      asking.current++
    }
  }, [retry])

  const again = useCallback(() => {
    setShown((before) => (before.state === 'refused' ? { state: 'waiting' } : before))
    return retry()
  }, [retry])

  // Back from the words to agree to, or from proving one's branch.
  const waitsFor = shown.state === 'refused' ? shown.code : null
  useDidShow(() => {
    if (waitsFor === 'CONSENT_NEEDED' || waitsFor === 'MEMBERS_ONLY') void again()
  })

  return { shown, retry: again, setShown }
}
