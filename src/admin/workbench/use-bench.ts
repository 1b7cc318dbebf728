import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { hasDoorbell, partingApi } from '../cloud/api'
import { useListening } from '../duty/use-listening'
import { tokenNow, useSession } from '../session/store'
import type { Bench } from './bench'
import { openDoorbell, pause } from './doorbell'
import { openWindows, type Windows } from './windows'

/** Without a doorbell somebody who writes is seen after this long. */
const LOOK_MS = 5_000
/** With one, only so that being there is said often enough: it holds for a minute and a half. */
const WORD_MS = 20_000

/** Looks, listens and says that the counsellor is there while the page is open; stands up when it goes. */
export function useBench(bench: Bench) {
  const state = useSyncExternalStore(bench.subscribe, bench.current)
  const session = useSession()
  const signedIn = session.state === 'in'
  const heard = useRef(false)
  const lookedAt = useRef(0)
  const [stoodUp, setStoodUp] = useState(false)

  const look = useCallback(() => {
    lookedAt.current = Date.now()
    return bench.look()
  }, [bench])

  const holds = (state.listed?.held.length ?? 0) > 0
  const ended = useListening(LOOK_MS, holds, () => {
    if (signedIn && (!heard.current || Date.now() - lookedAt.current >= WORD_MS)) look()
  })

  useEffect(() => {
    if (!signedIn || ended) return
    look()
    if (!hasDoorbell) return
    return openDoorbell({
      fetcher: (input, init) => fetch(input, init),
      token: tokenNow,
      ring: look,
      pause,
      listens: (does) => {
        heard.current = does
      },
    })
  }, [signedIn, ended, look])

  const windows = useRef<Windows | null>(null)
  const standUp = useCallback(
    async (why: 'left' | 'stood-up') => {
      if (!bench.current().wanted) return
      bench.want(false)
      await partingApi.workbench.leave({})
      windows.current?.tell(why)
    },
    [bench],
  )

  useEffect(() => {
    const others = openWindows((why) => {
      if (why === 'stood-up') bench.want(false)
      look()
    })
    windows.current = others
    const closing = () => void standUp('left')
    window.addEventListener('pagehide', closing)
    window.addEventListener('online', look)
    return () => {
      window.removeEventListener('pagehide', closing)
      window.removeEventListener('online', look)
      standUp('left').then(others.close)
    }
  }, [bench, look, standUp])

  useEffect(() => {
    if (!ended || !bench.current().wanted) return
    setStoodUp(true)
    standUp('stood-up')
  }, [ended, bench, standUp])

  const want = useCallback(
    async (wanted: boolean) => {
      setStoodUp(false)
      if (wanted) bench.want(true)
      else await standUp('stood-up')
      await look()
    },
    [bench, look, standUp],
  )

  return { state, look, want, stoodUp }
}
