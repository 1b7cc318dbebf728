import { useSyncExternalStore } from 'react'
import type { Output } from '../../contract'

export type Me = Output<'sessions', 'me'>

/** `checking` with `me`: signed in again over an open page, which stays as it is meanwhile. */
export type Session =
  | { state: 'none' }
  | { state: 'checking'; token: string; me: Me | null }
  | { state: 'in'; token: string; me: Me }
  | { state: 'expired'; me: Me }

/** Of this tab only, gone when it closes: office computers are shared. */
const PLACE = 'xinyi.console.token'

const kept = typeof sessionStorage === 'undefined' ? null : sessionStorage.getItem(PLACE)
let session: Session = kept ? { state: 'checking', token: kept, me: null } : { state: 'none' }
const listeners = new Set<() => void>()

const become = (next: Session) => {
  session = next
  if ('token' in next) sessionStorage.setItem(PLACE, next.token)
  else sessionStorage.removeItem(PLACE)
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Resolves when somebody is signed in, now or later; never when nobody comes back. */
export const signedIn = () =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (session.state !== 'in') return
      listeners.delete(look)
      resolve()
    }
    listeners.add(look)
    look()
  })

/** Runs each time when nobody is signed in here any more: what was kept for them in memory goes. */
export const onSignedOut = (run: () => void) =>
  subscribe(() => {
    if (session.state === 'none') run()
  })

export const useSession = () => useSyncExternalStore(subscribe, () => session)
export const tokenNow = () => ('token' in session ? session.token : null)

export const begin = (token: string) =>
  become({ state: 'checking', token, me: session.state === 'expired' ? session.me : null })

export const recognise = (token: string, me: Me) => {
  if (tokenNow() === token) become({ state: 'in', token, me })
}

/** A late answer to an older token ends nothing. */
export const expire = (token: string) => {
  if (tokenNow() !== token) return
  const me = 'me' in session ? session.me : null
  become(me ? { state: 'expired', me } : { state: 'none' })
}

export const end = () => become({ state: 'none' })
