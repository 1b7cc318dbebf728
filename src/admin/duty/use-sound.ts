import { useCallback, useEffect, useState } from 'react'
import { ring, wake } from './sound'

/** Of this browser: whoever sits at another desk decides anew. */
const DUTY = 'xinyi.console.duty-sound'

const touchedBefore = () => navigator.userActivation?.hasBeenActive ?? false

/** `waits`: wanted, but the browser keeps quiet until the page is touched once. */
export type Sound = 'off' | 'waits' | 'on'

export const useSound = (place = DUTY) => {
  const [wanted, setWanted] = useState(() => localStorage.getItem(place) === 'on')
  const [awake, setAwake] = useState(touchedBefore)

  useEffect(() => {
    if (!wanted) return
    if (awake) return wake()
    const touched = () => setAwake(true)
    document.addEventListener('pointerdown', touched, { once: true })
    document.addEventListener('keydown', touched, { once: true })
    return () => {
      document.removeEventListener('pointerdown', touched)
      document.removeEventListener('keydown', touched)
    }
  }, [wanted, awake])

  /** Sounds once, so that one knows what to listen for. */
  const turnOn = () => {
    localStorage.setItem(place, 'on')
    setWanted(true)
    setAwake(true)
    wake()
    ring()
  }
  const turnOff = () => {
    localStorage.removeItem(place)
    setWanted(false)
  }
  const sound: Sound = !wanted ? 'off' : awake ? 'on' : 'waits'
  const call = useCallback(() => {
    if (wanted) ring()
  }, [wanted])
  return { sound, turnOn, turnOff, call }
}
