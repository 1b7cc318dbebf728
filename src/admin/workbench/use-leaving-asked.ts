import { useEffect } from 'react'

/** Closing the browser is asked about while something written would be lost with it. */
export const useLeavingAsked = (asks: boolean) => {
  useEffect(() => {
    if (!asks) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [asks])
}
