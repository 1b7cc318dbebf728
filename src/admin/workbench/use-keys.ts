import { useEffect, useRef } from 'react'

export type Keys = { onStep: (step: 1 | -1) => void; onAccept: () => void }

/** By the place of a key, not by its sign: with Alt some keyboards write other signs. */
export const meaningOf = ({ altKey, ctrlKey, metaKey, code }: KeyboardEvent): 'before' | 'next' | 'accept' | null => {
  if (!altKey || ctrlKey || metaKey) return null
  if (code === 'ArrowUp') return 'before'
  if (code === 'ArrowDown') return 'next'
  return code === 'KeyA' ? 'accept' : null
}

/** Wherever the focus is on the page, except while a dialog asks something. */
export const useKeys = (keys: Keys) => {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const meaning = meaningOf(event)
      if (meaning === null || document.querySelector('[role="dialog"]:not([style*="display: none"])')) return
      event.preventDefault()
      if (meaning === 'accept') latest.current.onAccept()
      else latest.current.onStep(meaning === 'next' ? 1 : -1)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}
