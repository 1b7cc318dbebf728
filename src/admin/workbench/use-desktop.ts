import { useState } from 'react'

export type Desktop = 'off' | 'on' | 'blocked'

/** Of this browser: whoever sits at another desk decides anew. */
const PLACE = 'xinyi.console.workbench-desktop'

const allowed = () => ('Notification' in window ? Notification.permission : 'denied')

const standing = (wanted: boolean): Desktop => {
  if (allowed() === 'denied') return 'blocked'
  return wanted && allowed() === 'granted' ? 'on' : 'off'
}

/** Notes beside the desktop's clock while the page is behind others. */
export function useDesktop() {
  const [desktop, setDesktop] = useState(() => standing(localStorage.getItem(PLACE) === 'on'))
  const turn = async () => {
    if (desktop === 'on') {
      localStorage.removeItem(PLACE)
      return setDesktop('off')
    }
    await Notification.requestPermission()
    localStorage.setItem(PLACE, 'on')
    setDesktop(standing(true))
  }
  return { desktop, turn }
}
