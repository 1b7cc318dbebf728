import { useEffect, useRef } from 'react'

/** Reading keeps a session awake: a page left open must not keep a colleague signed in who went home. */
const HERE_MS = 30 * 60_000

/** Again and again while the page is visible and somebody is there, and at once when it comes back into sight. */
export const useWhileLookedAt = (everyMs: number, run: () => void) => {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })

  useEffect(() => {
    let touchedAt = Date.now()
    const touched = () => {
      touchedAt = Date.now()
    }
    const look = () => {
      if (document.visibilityState === 'visible' && Date.now() - touchedAt < HERE_MS) latest.current()
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
}
