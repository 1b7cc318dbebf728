import { useEffect, useRef, useState } from 'react'

/** Behind another window every so often is enough to be heard; a browser slows hidden pages down anyway. */
const ASIDE_MS = 20_000
/** Reading keeps a session awake: a page left open must not keep a colleague signed in who went home. */
const HERE_MS = 30 * 60_000

/**
 * Again and again, also behind another window, so that a call is heard there. Without a shift it ends half an hour after the
 * last sign of its owner, and begins anew with the next. Gives whether it has ended.
 */
export const useListening = (everyMs: number, onShift: boolean, run: () => void): boolean => {
  const [ended, setEnded] = useState(false)
  const latest = useRef({ run, onShift })
  useEffect(() => {
    latest.current = { run, onShift }
  })

  useEffect(() => {
    let touchedAt = Date.now()
    let ranAt = Date.now()
    let listens = true
    const goOn = (to: boolean) => {
      listens = to
      setEnded(!to)
    }
    const look = () => {
      const now = Date.now()
      goOn(latest.current.onShift || now - touchedAt < HERE_MS)
      if (!listens || (document.visibilityState === 'hidden' && now - ranAt < ASIDE_MS)) return
      ranAt = now
      latest.current.run()
    }
    const touched = () => {
      touchedAt = Date.now()
      if (!listens) look()
    }
    const cameBack = () => {
      if (document.visibilityState !== 'visible') return
      touched()
      look()
    }
    const timer = setInterval(look, everyMs)
    const signs = ['pointerdown', 'pointermove', 'keydown'] as const
    for (const sign of signs) document.addEventListener(sign, touched)
    document.addEventListener('visibilitychange', cameBack)
    return () => {
      clearInterval(timer)
      for (const sign of signs) document.removeEventListener(sign, touched)
      document.removeEventListener('visibilitychange', cameBack)
    }
  }, [everyMs])

  return ended
}
